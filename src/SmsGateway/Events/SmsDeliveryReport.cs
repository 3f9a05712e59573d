using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>Where a sent message is. The same record whether a gateway reported it or was asked.</summary>
public sealed record SmsDeliveryReport : SmsEvent
{
    /// <summary>
    /// Which message. What the gateway did not say is filled in when we sent the message ourselves, so that
    /// <see cref="SmsMessageHandle.Reference"/> is your handle also at gateways that report ids only.
    /// </summary>
    public required SmsMessageHandle Message { get; init; }

    /// <summary>Where it is, in neutral terms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required SmsDeliveryStatus Status { get; init; }

    /// <summary>No other status will follow. With <see cref="SmsDeliveryStatus.Unknown"/>: the gateway has forgotten, or will never know.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The gateway's own word or number; null where it said none.</summary>
    public string? RawStatus { get; init; }

    /// <summary>Why it was not delivered, where the gateway says.</summary>
    public SmsErrorKind? Reason { get; init; }

    /// <summary>The price, where the gateway tells it here.</summary>
    public SmsPrice? Price { get; init; }

    /// <summary>When that status was reached, where the gateway says; otherwise <see cref="SmsEvent.ReceivedAt"/> is the best there is.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Which part of a long message it is about, from 1; null for the whole message.</summary>
    public int? Part { get; init; }

    /// <summary>How many parts the message has, where the gateway says.</summary>
    public int? Parts { get; init; }

    /// <summary>
    /// The gateway's id stands for a whole request, and only with the number for one message (SpeedSMS).
    /// </summary>
    public bool IdIsShared { get; init; }

    /// <summary>
    /// Whether this application - or one that shares its store - sent the message, to that number. A report about a message that
    /// nobody sent may be about one from long ago, from another system, or forged.
    /// </summary>
    public bool IsKnown { get; init; }

    /// <summary>
    /// The final status that was reported before and that this one contradicts. To <see cref="ISmsEventHandler.OnReportAsync"/> it
    /// comes when this one replaces it, to <see cref="ISmsEventHandler.OnOtherAsync"/> when the earlier one stays.
    /// </summary>
    public SmsDeliveryStatus? Contradicts { get; init; }

    /// <summary>Nobody told us, and asking found nothing more, until the horizon: this is the last that is known, and no receipt will come.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Message, status and raw word; the number is masked.</summary>
    public override string ToString() =>
        $"SmsDeliveryReport {{ Message = {Message}, Status = {Status}, IsFinal = {IsFinal}, RawStatus = {RawStatus ?? "none"}, IsKnown = {IsKnown} }}";
}
