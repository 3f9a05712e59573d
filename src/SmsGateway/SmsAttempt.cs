namespace SmsGateway;

/// <summary>One try to hand a message to one account. A result's attempts tell the whole story, failover included.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="StartedAt">When the try began. The first one of a message starts the clock of duplicate protection.</param>
/// <param name="Duration">How long it took, waiting for the rate limiter included.</param>
/// <param name="Outcome">What was known after it.</param>
/// <param name="ErrorKind">What went wrong; null when the gateway accepted.</param>
/// <param name="HttpStatus">The reply's status; null when no reply came.</param>
public readonly record struct SmsAttempt(
    string Account,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    SmsOutcome Outcome,
    SmsErrorKind? ErrorKind = null,
    int? HttpStatus = null)
{
    /// <summary>The gateway's second host was asked. Which host had it matters for asking again: the two need not know of each other.</summary>
    public bool ViaBackup { get; init; }
}
