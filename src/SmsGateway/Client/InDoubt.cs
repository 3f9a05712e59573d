using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>A message of which it is not known whether the gateway has it.</summary>
internal sealed class InDoubt(OutgoingSms message, SmsVerdict verdict, DateTimeOffset startedAt, DateTimeOffset lastAttemptAt, IReadOnlyList<SmsAttempt> attempts)
{
    public OutgoingSms Message => message;

    /// <summary>What is known by now.</summary>
    public SmsVerdict Verdict { get; set; } = verdict;

    /// <summary>When the first attempt began: duplicate protection counts from there.</summary>
    public DateTimeOffset StartedAt => startedAt;

    /// <summary>When the gateway last may have got it: "not there" means little until some time after.</summary>
    public DateTimeOffset LastAttemptAt { get; set; } = lastAttemptAt;

    public IReadOnlyList<SmsAttempt> Attempts { get; set; } = attempts;

    /// <summary>The gateway's latest answer was that it has no such reference.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>The message was sent once more because it was absent; that is done once.</summary>
    public bool WasResent { get; set; }

    public string? RawResponse { get; init; }

    public bool IsOpen => Verdict.Outcome == SmsOutcome.Unknown;
}
