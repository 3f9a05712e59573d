using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SmsGateway.Resilience;

namespace SmsGateway;

/// <summary>What happened to one message. Immutable; serialisable through <see cref="SmsJsonContext"/>, so it can cross queues and restarts.</summary>
public sealed record SmsResult
{
    /// <summary>The message's position in the call (in the stream, for streamed sends), from 0.</summary>
    public int Index { get; init; }

    /// <summary>The recipient as it was given. Personal data.</summary>
    public required string To { get; init; }

    /// <summary>The recipient as it was read; null when it is no number.</summary>
    public PhoneNumber? Number { get; init; }

    /// <summary>The message's reference: the caller's, or the one generated for it.</summary>
    public string? Reference { get; init; }

    /// <summary>The account that had the last word; null when none was asked.</summary>
    public string? Account { get; init; }

    /// <summary>What is known.</summary>
    public SmsOutcome Outcome { get; init; }

    /// <summary>The gateway's handle, when it accepted and gave one.</summary>
    public SmsMessageId? MessageId { get; init; }

    /// <summary>Where an accepted message stood when the gateway answered.</summary>
    public SmsDeliveryStatus Status { get; init; }

    /// <summary>How many segments the text needs: the gateway's count where it gives one, else ours. Null when it was not counted.</summary>
    public int? Segments { get; init; }

    /// <summary>Our own count, when the gateway's differs from it; both cost money to ignore.</summary>
    public int? LocalSegments { get; init; }

    /// <summary>The price, when the gateway states one for this message.</summary>
    public SmsPrice? Price { get; init; }

    /// <summary>Why it was not accepted, or is not known. Null exactly when accepted.</summary>
    public SmsError? Error { get; init; }

    /// <summary>Every try, oldest first; empty when the message was refused before any.</summary>
    public IReadOnlyList<SmsAttempt> Attempts { get; init; } = [];

    /// <summary>Accepted as a test: nothing goes to a phone and no report will come.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Accepted by an earlier try whose answer was lost; the gateway said so when asked again.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Still unknown, but the gateway did not know the reference when asked repeatedly: very likely never accepted.</summary>
    public bool IsProbablyNotSent { get; init; }

    /// <summary>The gateway's reply as it came, when it was kept: see <see cref="SmsAccountOptions.KeepRawResponses"/>. May hold personal data.</summary>
    public string? RawResponse { get; init; }

    /// <summary>The gateway said yes.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAccepted => Outcome == SmsOutcome.Accepted;

    /// <summary>Whether sending the same message again cannot become a second SMS: it was provably not processed.</summary>
    [JsonIgnore]
    public bool IsSafeToResend => RepeatTable.IsSafeToResend(this);

    /// <summary>Returns this result when the gateway accepted the message.</summary>
    /// <exception cref="SmsException">It was not accepted, or that is not known; see <see cref="SmsException.Error"/>.</exception>
    public SmsResult EnsureAccepted() => IsAccepted ? this : throw new SmsException(Error);

    /// <summary>Index, outcome, id and error. The number is masked.</summary>
    public override string ToString() =>
        $"SmsResult {{ Index = {Index}, Number = {Number?.ToMaskedString() ?? "none"}, Outcome = {Outcome}, MessageId = {MessageId?.ToString() ?? "none"}, Error = {Error?.ToString() ?? "none"} }}";
}
