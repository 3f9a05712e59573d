namespace SmsGateway;

/// <summary>Takes scheduled messages back.</summary>
public interface ISmsScheduler
{
    /// <summary>Takes back messages that were sent with <see cref="SmsMessage.SendAt"/> and have not left yet.</summary>
    /// <returns>One answer per message, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is null.</exception>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came; some may have been taken back.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled; some may have been taken back.</exception>
    Task<IReadOnlyList<SmsCancellation>> CancelAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken = default);
}

/// <summary>Whether a scheduled message was taken back.</summary>
/// <param name="Message">Which one.</param>
/// <param name="IsCancelled">True when it will not be sent. False when the gateway has no such scheduled message: it left already, or never was.</param>
public sealed record SmsCancellation(SmsMessageHandle Message, bool IsCancelled);
