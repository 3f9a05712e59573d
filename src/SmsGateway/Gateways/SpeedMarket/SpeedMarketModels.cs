namespace SmsGateway.SpeedMarket;

/// <summary>One message of any service.</summary>
/// <param name="Number">The number without its country code: "11900000000".</param>
/// <param name="Content">
/// The text; for <see cref="SpeedMarketService.WhatsAppImage"/> and <see cref="SpeedMarketService.WhatsAppVideo"/> the address of the
/// file on your server, and presumably so for the audio services.
/// </param>
public sealed record SpeedMarketMessage(string Number, string Content)
{
    /// <summary>The service (<c>type</c>); null for the batch's, else the account's.</summary>
    public SpeedMarketService? Service { get; init; }

    /// <summary>The country code; null for the batch's, else the gateway's default, 55. Other countries need permission (060).</summary>
    public int? CountryCode { get; init; }

    /// <summary>Shown under a WhatsApp picture or video; at most 490 characters. Other services do not use it.</summary>
    public string? Caption { get; init; }

    /// <summary>
    /// Your id of the message, by which it can be looked up: at most 32 letters, digits, dashes and underscores are safe; no comma.
    /// Null lets one be made; then a lost answer cannot be looked up, so better keep one of your own before sending.
    /// </summary>
    public string? CampaignId { get; init; }

    /// <summary>When it shall go out; null for the batch's time, else now.</summary>
    public DateTimeOffset? ScheduleAt { get; init; }

    /// <summary>The zone in which <see cref="ScheduleAt"/> is written (<c>timezone</c>); null for the account's.</summary>
    public TimeSpan? TimeZone { get; init; }

    /// <summary>Service and campaign id; neither number nor text.</summary>
    public override string ToString() => $"SpeedMarketMessage {{ Service = {Service?.ToString() ?? "default"}, CampaignId = {CampaignId ?? "none"} }}";
}

/// <summary>Many messages in one request, with values for those that do not say (<c>defaultValues</c>).</summary>
/// <param name="Messages">1 to 5,000 messages.</param>
public sealed record SpeedMarketBatch(IReadOnlyList<SpeedMarketMessage> Messages)
{
    /// <summary>The service of messages that do not say; null for the account's.</summary>
    public SpeedMarketService? Service { get; init; }

    /// <summary>The country code of messages that do not say; null for the gateway's default, 55.</summary>
    public int? CountryCode { get; init; }

    /// <summary>When messages that do not say shall go out; null for now.</summary>
    public DateTimeOffset? ScheduleAt { get; init; }

    /// <summary>The zone in which <see cref="ScheduleAt"/> is written; null for the account's.</summary>
    public TimeSpan? TimeZone { get; init; }
}

/// <summary>A message that was taken.</summary>
/// <param name="Code">"000" queued, "002" scheduled.</param>
/// <param name="CampaignId">Your id of it, or the one made for it.</param>
public sealed record SpeedMarketSent(string Code, string CampaignId)
{
    /// <summary>The gateway's words for <see cref="Code"/>.</summary>
    public string? Description { get; init; }

    /// <summary>The gateway's id; null when the reply left it out, to be learnt by campaign id.</summary>
    public string? Id { get; init; }

    /// <summary>How many credits it cost; a count, not money. Null when the reply left it out.</summary>
    public decimal? Credit { get; init; }

    /// <summary>How many credits are left; whether of the account or of the service is documented nowhere. Null when the reply left it out.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Taken for later.</summary>
    public bool IsScheduled { get; init; }
}

/// <summary>A batch that was processed, which says nothing of its messages: see each.</summary>
/// <param name="Messages">One answer for each message, in order.</param>
public sealed record SpeedMarketBatchSent(IReadOnlyList<SpeedMarketBatchItem> Messages)
{
    /// <summary>The gateway's code, "001", and words.</summary>
    public string? Code { get; init; }

    /// <summary>The gateway's words for <see cref="Code"/>.</summary>
    public string? Description { get; init; }

    /// <summary>How many credits the batch cost.</summary>
    public decimal? Credit { get; init; }

    /// <summary>How many credits are left.</summary>
    public decimal? Balance { get; init; }

    /// <summary>How many messages the gateway counts in all.</summary>
    public int? TotalProcessed { get; init; }

    /// <summary>How many it counts as taken.</summary>
    public int? TotalSuccess { get; init; }
}

/// <summary>What became of one message of a batch.</summary>
/// <param name="CampaignId">Your id of it, or the one made for it.</param>
/// <param name="Outcome">
/// Decided by the code, for the gateway says "success" of refused messages too. Unknown when the answer does not speak of as many
/// messages as were sent: look them up by campaign id.
/// </param>
public sealed record SpeedMarketBatchItem(string CampaignId, SmsOutcome Outcome)
{
    /// <summary>The gateway's code; null when its answer cannot be assigned.</summary>
    public string? Code { get; init; }

    /// <summary>The gateway's words for <see cref="Code"/>.</summary>
    public string? Description { get; init; }

    /// <summary>How many credits it cost.</summary>
    public decimal? Credit { get; init; }

    /// <summary>The gateway's own "success", which it also says of refused messages.</summary>
    public bool? Success { get; init; }

    /// <summary>Why it was not taken, or is not known; null when accepted.</summary>
    public SmsError? Error { get; init; }
}

/// <summary>The credits of the four families of services. A balance that the reply left out is null, never zero.</summary>
public sealed record SpeedMarketBalance
{
    /// <summary>For SMS (<c>balance_1</c>).</summary>
    public decimal? Sms { get; init; }

    /// <summary>For interactive SMS and flash (<c>balance_2</c>).</summary>
    public decimal? Interactive { get; init; }

    /// <summary>For voice calls (<c>balance_3</c>).</summary>
    public decimal? Voice { get; init; }

    /// <summary>For WhatsApp (<c>balance_4</c>).</summary>
    public decimal? WhatsApp { get; init; }

    /// <summary>When credits were last activated; read in the account's zone, for the reply names none.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>When the credits expire; read in the account's zone.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The credits of the family to which a service belongs.</summary>
    public decimal? For(SpeedMarketService service) => service switch
    {
        SpeedMarketService.Sms => Sms,
        SpeedMarketService.Flash or SpeedMarketService.Interactive => Interactive,
        SpeedMarketService.VoiceText or SpeedMarketService.VoiceAudio => Voice,
        _ => WhatsApp,
    };
}
