namespace SmsGateway;

/// <summary>
/// The base of middleware: a client that passes everything on to another. Override what you need and put it in the way
/// with the builder's <c>Use</c>; the first <c>Use</c> is the outermost.
/// </summary>
/// <param name="innerClient">The next client.</param>
/// <exception cref="ArgumentNullException"><paramref name="innerClient"/> is null.</exception>
public class DelegatingSmsClient(ISmsClient innerClient) : ISmsClient
{
    /// <summary>The next client.</summary>
    protected ISmsClient InnerClient { get; } = innerClient ?? throw new ArgumentNullException(nameof(innerClient));

    /// <inheritdoc/>
    public virtual Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default) =>
        InnerClient.SendAsync(messages, cancellationToken);

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : InnerClient.GetService(serviceType, serviceKey);
    }
}
