namespace SmsGateway;

/// <summary>What is known of a message. Immutable; holds a number and a sender, never a text.</summary>
public sealed record SmsTrackedMessage
{
    /// <summary>Its own key, a digest.</summary>
    public required string Key { get; init; }

    /// <summary>Account, id, number and reference, as far as they are known.</summary>
    public required SmsMessageHandle Message { get; init; }

    /// <summary>We sent it; otherwise a gateway reported it.</summary>
    public bool IsSent { get; init; }

    /// <summary>When it was sent, or first reported.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when it is worth keeping.</summary>
    public required DateTimeOffset KnownUntil { get; init; }

    /// <summary>The sender that was asked for.</summary>
    public string? Sender { get; init; }

    /// <summary>What it was for.</summary>
    public SmsCategory Category { get; init; }

    /// <summary>How many segments it has.</summary>
    public int? Segments { get; init; }

    /// <summary>It is asked about from time to time.</summary>
    public bool IsPolled { get; init; }

    /// <summary>The status that the handlers heard last; unknown before the first.</summary>
    public SmsDeliveryStatus Status { get; init; }

    /// <summary>The gateway's word for it.</summary>
    public string? RawStatus { get; init; }

    /// <summary>That status is the last word.</summary>
    public bool IsFinal { get; init; }

    /// <summary>How it was learnt.</summary>
    public SmsEventSource Source { get; init; }

    /// <summary>When it was reached.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>Final statuses that contradicted the first and did not replace it, oldest first.</summary>
    public IReadOnlyList<SmsDeliveryStatus> OtherFinals { get; init; } = [];

    /// <summary>The final statuses of single parts, by number, where the gateway reports parts.</summary>
    public IReadOnlyDictionary<int, SmsDeliveryStatus>? PartStatuses { get; init; }

    /// <summary>The message and its status; the number is masked.</summary>
    public override string ToString() => $"SmsTrackedMessage {{ Message = {Message}, Status = {Status}, IsFinal = {IsFinal} }}";
}
