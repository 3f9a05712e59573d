namespace SmsGateway.Resilience;

/// <summary>
/// The one place that decides about repeats. Retry, reconciliation, failover, breaker and
/// <see cref="SmsResult.IsSafeToResend"/> all ask here; docs/reliability.md prints the same table.
/// </summary>
internal static class RepeatTable
{
    /// <summary>May the same account be asked again, with nothing known but this answer?</summary>
    /// <param name="outcome">What is known after the attempt.</param>
    /// <param name="error">Its error; null when accepted.</param>
    /// <param name="isProtected">The gateway itself refuses a second message with our reference, and the repeat is inside its memory.</param>
    public static bool SameAccountAgain(SmsOutcome outcome, SmsError? error, bool isProtected) => (outcome, error?.Scope) switch
    {
        (SmsOutcome.NotSent, SmsErrorScope.Transport or SmsErrorScope.Gateway or SmsErrorScope.Local) => error!.IsTransient,
        (SmsOutcome.Unknown, _) => isProtected && error?.Kind != SmsErrorKind.Canceled,
        _ => false,
    };

    /// <summary>May a query be asked again? It changes nothing, so whatever may pass is worth another try.</summary>
    public static bool QueryAgain(SmsError? error) => error?.IsTransient == true;

    /// <summary>May another account be asked?</summary>
    /// <param name="outcome">What is known of the message after all attempts so far.</param>
    /// <param name="error">Its error; null when accepted.</param>
    /// <param name="atLeastOnce">The caller prefers two messages to none, for this category.</param>
    public static bool NextAccount(SmsOutcome outcome, SmsError? error, bool atLeastOnce) => (outcome, error?.Scope) switch
    {
        (SmsOutcome.NotSent, _) => error?.Kind != SmsErrorKind.Canceled,
        (SmsOutcome.Rejected, SmsErrorScope.Account or SmsErrorScope.Sender) => true,
        (SmsOutcome.Unknown, _) => atLeastOnce && error?.Kind != SmsErrorKind.Canceled,
        _ => false,
    };

    /// <summary>Is this a sign that the way to the gateway, or the gateway, is broken?</summary>
    public static bool CountsForBreaker(SmsOutcome outcome, SmsError? error) => (outcome, error?.Scope) switch
    {
        (SmsOutcome.NotSent, SmsErrorScope.Transport) => true,
        (SmsOutcome.Unknown, _) => error?.Kind != SmsErrorKind.Canceled,
        _ => false,
    };

    /// <summary>Does this refusal concern the account, so that others should be asked first for a while?</summary>
    public static bool ConcernsAccount(SmsOutcome outcome, SmsError? error) =>
        outcome == SmsOutcome.Rejected && error?.Scope == SmsErrorScope.Account;

    /// <summary>Does this refusal meet every message of the account alike, so that sending on is hammering? (A smaller message may still fit the balance.)</summary>
    public static bool ConcernsCredentials(SmsOutcome outcome, SmsError? error) =>
        outcome == SmsOutcome.Rejected && error is { Scope: SmsErrorScope.Account, Kind: not SmsErrorKind.InsufficientBalance };

    /// <summary>Can the message be sent again without any chance of a second SMS?</summary>
    public static bool IsSafeToResend(SmsResult result) => result.Outcome == SmsOutcome.NotSent;
}
