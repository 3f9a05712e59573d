namespace SmsGateway.SpeedMarket;

/// <summary>A sent message as look-ups show it. Which members a reply has is hardly documented: any may be null.</summary>
public sealed record SpeedMarketRecord
{
    /// <summary>The gateway's id.</summary>
    public string? Id { get; init; }

    /// <summary>Your id of it.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The number with country code, digits alone. Personal data.</summary>
    public string? Number { get; init; }

    /// <summary>The text.</summary>
    public string? Content { get; init; }

    /// <summary>The gateway's status as it was written: "-1", "0", "1" ...</summary>
    public string? Status { get; init; }

    /// <summary>When it was sent; null when absent or illegible.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>That date as it was written, in the account's zone.</summary>
    public string? SentDate { get; init; }

    /// <summary>The operator: "Vivo - Celular".</summary>
    public string? Carrier { get; init; }

    /// <summary>Ids and status; neither number nor text.</summary>
    public override string ToString() => $"SpeedMarketRecord {{ Id = {Id ?? "none"}, CampaignId = {CampaignId ?? "none"}, Status = {Status ?? "none"} }}";
}

/// <summary>Which sent messages to look for.</summary>
/// <param name="From">The beginning of the span, at most 32 days ago; widened to the whole second.</param>
/// <param name="To">Its end; widened to the whole second.</param>
public sealed record SpeedMarketSearch(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Only this service (<c>type</c>); null for all.</summary>
    public SpeedMarketService? Service { get; init; }

    /// <summary>Only these statuses, as the gateway writes them; empty for all. Applied to the answer as well, for the gateway's own filter is disputed.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];
}

/// <summary>A message from a phone. No source shows the shape of these replies: any member may be null.</summary>
public sealed record SpeedMarketInbound
{
    /// <summary>The gateway's id; presumably that of the sent message that is answered.</summary>
    public string? Id { get; init; }

    /// <summary>Your id of the sent message that is answered.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Who sent it: the number with country code, digits alone. Personal data.</summary>
    public string? Number { get; init; }

    /// <summary>What it says.</summary>
    public string? Content { get; init; }

    /// <summary>The gateway's status: "4", the mark of inbound messages.</summary>
    public string? Status { get; init; }

    /// <summary>When it was received; null when absent or illegible.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>That date as it was written, in the account's zone.</summary>
    public string? ReceivedDate { get; init; }

    /// <summary>The operator.</summary>
    public string? Carrier { get; init; }

    /// <summary>Ids and date; neither number nor text.</summary>
    public override string ToString() => $"SpeedMarketInbound {{ Id = {Id ?? "none"}, CampaignId = {CampaignId ?? "none"}, ReceivedDate = {ReceivedDate ?? "none"} }}";
}

/// <summary>Which inbound messages to look for.</summary>
/// <param name="From">The beginning of the span, at most 32 days ago; widened to the whole second.</param>
/// <param name="To">Its end; widened to the whole second.</param>
public sealed record SpeedMarketInboundSearch(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Only answers to messages of this service (<c>type</c>); null for all.</summary>
    public SpeedMarketService? Service { get; init; }

    /// <summary>Only answers to this message of yours; null for all.</summary>
    public string? CampaignId { get; init; }
}

/// <summary>How far inbound messages were read. Plain data, to be kept as JSON; it holds neither numbers nor texts.</summary>
/// <param name="ReadUntil">Everything that had become visible by then was read.</param>
public sealed record SpeedMarketInboundCursor(DateTimeOffset ReadUntil)
{
    /// <summary>How far the next reading goes back behind <see cref="ReadUntil"/>, for messages that became visible late. </summary>
    /// <value>From zero. Default: one hour.</value>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The marks of messages in the overlap, by which they are known again.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The cursor of somebody who has read nothing yet.</summary>
    /// <param name="start">From when on messages shall be read; the gateway remembers 32 days.</param>
    public static SpeedMarketInboundCursor From(DateTimeOffset start) => new(start);
}

/// <summary>Inbound messages that are new, and where to go on.</summary>
/// <param name="Messages">The messages, in the gateway's order.</param>
/// <param name="Next">The cursor to keep once they are processed.</param>
public sealed record SpeedMarketInboundPage(IReadOnlyList<SpeedMarketInbound> Messages, SpeedMarketInboundCursor Next)
{
    /// <summary>The cursor was older than the gateway's memory of 32 days: messages in between may be missing.</summary>
    public bool HasGap { get; init; }
}
