using Microsoft.Extensions.Logging;
using SmsGateway.Http;
using SmsGateway.Telemetry;

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

    /// <summary>The gateway's second host was asked last: the first need not know.</summary>
    public bool UsesBackup { get; init; }

    /// <summary>When the gateway was last asked and answered that it has no such reference.</summary>
    public DateTimeOffset? AbsentAt { get; set; }

    /// <summary>How often the message was sent once more because it was absent.</summary>
    public int Resends { get; set; }

    public string? RawResponse { get; init; }

    public bool IsOpen => Verdict.Outcome == SmsOutcome.Unknown;

    /// <summary>"Not there" was the answer to a question that was asked late enough to be believed, as far as such an answer can be.</summary>
    public bool IsAbsent(TimeSpan settleTime) => IsOpen && AbsentAt >= LastAttemptAt + settleTime;

    /// <summary>Tells the log what became of messages that were followed up.</summary>
    public static void Report(ILogger logger, string account, IReadOnlyList<InDoubt> messages)
    {
        SmsLog.Reconciled(logger, messages.Count, account, CountOf(SmsOutcome.Accepted), CountOf(SmsOutcome.Rejected), CountOf(SmsOutcome.Unknown));

        int CountOf(SmsOutcome outcome) => messages.Count(item => item.Verdict.Outcome == outcome);
    }
}
