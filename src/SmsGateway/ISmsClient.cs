namespace SmsGateway;

/// <summary>Sends SMS. The one interface that business code needs: two members, easy to fake.</summary>
/// <remarks>
/// Implementations are safe for use by many threads at once. Convenience methods for one message, for streams and
/// for optional features are in <see cref="SmsClientExtensions"/>.
/// </remarks>
public interface ISmsClient
{
    /// <summary>Sends messages and says, for each one, what happened.</summary>
    /// <param name="messages">The messages. Each goes to one number; equal texts share the gateway's bulk call. May be empty.</param>
    /// <param name="cancellationToken">
    /// Stops the call. What already left cannot be called back: see <see cref="SmsSendCanceledException.PartialResult"/>.
    /// </param>
    /// <returns>One result per message, in the order of <paramref name="messages"/>.</returns>
    /// <remarks>
    /// What a gateway refuses and what a network breaks never throws: the results say it. A malformed number rejects its
    /// own entry and leaves the others alone.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is null or holds null.</exception>
    /// <exception cref="ObjectDisposedException">The client was used after its container was disposed; nothing was sent.</exception>
    /// <exception cref="SmsSendCanceledException">The call was cancelled; the exception holds what is known so far.</exception>
    Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default);

    /// <summary>Finds an optional feature of this client, such as <see cref="SmsGatewayInfo"/>.</summary>
    /// <param name="serviceType">The feature's type.</param>
    /// <param name="serviceKey">The account's name, where a client stands for several accounts; null for the client itself.</param>
    /// <returns>The feature, or null when this client does not have it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="serviceType"/> is null.</exception>
    object? GetService(Type serviceType, object? serviceKey = null);
}
