namespace SmsGateway;

/// <summary>
/// Finds out what became of messages whose end was lost: results that stayed <see cref="SmsOutcome.Unknown"/>, and messages that were on
/// their way when the process ended. A reference that was persisted before the send is enough. See docs/reliability.md.
/// </summary>
/// <remarks>
/// How it asks depends on the gateway. SpeedMarket and key/ref are asked for the reference. SMSAPI is handed the same message again
/// under the same reference, which it refuses when it has it: afterwards it has the message once, <b>also when it had
/// not got it before</b> - so do not ask about messages that have lost their purpose. SpeedSMS and SMS Club cannot be asked: their
/// messages stay unknown. Thread-safe; but one message must not be reconciled by two callers at a time.
/// </remarks>
public interface ISmsReconciler
{
    /// <summary>Asks once about each message, without waiting. Call again later about those that are still unknown, with the new results.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// One result per message, in order; its attempts go on from those that were known. A message with a known outcome keeps it.
    /// <see cref="SmsResult.IsProbablyNotSent"/> tells of messages that the gateway did not know although it had time to.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is null or holds null.</exception>
    /// <exception cref="ArgumentException">A message has no reference, or two have the same.</exception>
    /// <exception cref="ObjectDisposedException">The client was used after its container was disposed.</exception>
    /// <exception cref="SmsSendCanceledException">The call was cancelled; the exception holds what is known so far.</exception>
    Task<SmsBatchResult> ReconcileAsync(IReadOnlyList<SmsInDoubt> messages, CancellationToken cancellationToken = default);
}

/// <summary>A message of which it is not known whether the gateway has it, as a process keeps it over a restart.</summary>
/// <param name="Message">
/// The message as it was sent. Without a <paramref name="Result"/> it must hold the <see cref="SmsMessage.Reference"/> it was sent with.
/// </param>
/// <param name="StartedAt">When the send began: from then on the gateway's memory of duplicates counts.</param>
/// <param name="Result">What the send came to, if it came to anything.</param>
/// <remarks>Serialisable through <see cref="SmsJsonContext"/>. Holds the number and the text.</remarks>
public sealed record SmsInDoubt(SmsMessage Message, DateTimeOffset StartedAt, SmsResult? Result = null)
{
    /// <summary>
    /// When the gateway may last have got it. Null takes the end of the last attempt in <see cref="Result"/>; without a result, the
    /// account's <c>SendTimeout</c> after <see cref="StartedAt"/>. A call of many messages may take longer than that: then
    /// the time of the restart is right.
    /// </summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The message and what its send came to; began with the first attempt.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The result has no attempts: nothing was sent.</exception>
    public static SmsInDoubt Of(SmsMessage message, SmsResult result)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(result);
        return result.Attempts is [var first, ..]
            ? new SmsInDoubt(message, first.StartedAt, result)
            : throw new ArgumentException("The result has no attempts: nothing was sent.", nameof(result));
    }

    /// <summary>The reference and when it began. Never the number or the text.</summary>
    public override string ToString() => $"SmsInDoubt {{ Reference = {Reference ?? "none"}, StartedAt = {StartedAt:O}, Outcome = {Result?.Outcome ?? SmsOutcome.Unknown} }}";

    internal string? Reference => Result?.Reference ?? Message.Reference;

    internal string? Account => Result?.Account ?? Message.Account;
}
