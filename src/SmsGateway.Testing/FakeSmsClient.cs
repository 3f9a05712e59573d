using System.Collections.Concurrent;

namespace SmsGateway.Testing;

/// <summary>
/// A client that sends nothing: it keeps what it was given and answers as the test scripted, by default "accepted". Messages that a
/// real client refuses before any request (no number, no text, too many segments) are refused here as well.
/// </summary>
/// <remarks>Nothing is static; safe for use by several threads at once.</remarks>
public sealed partial class FakeSmsClient : ISmsClient
{
    private readonly ConcurrentDictionary<Type, object> _services = new();
    private readonly FakeReconciler _reconciler;
    private readonly FakeGateway _gateway;
    private readonly FakeSmsOptions _options;

    /// <summary>Makes a fake outside of any container.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    public FakeSmsClient(FakeSmsOptions? options = null)
    {
        _options = options ??= new FakeSmsOptions();
        Sent = new SentMessages(options.ShowNumbers);
        When = new OutcomeScript();
        _gateway = new FakeGateway(options, Sent, When);
        _reconciler = new FakeReconciler(Sent, options);
    }

    /// <summary>Every message that was given to the client, in order, with its result.</summary>
    public SentMessages Sent { get; }

    /// <summary>What shall happen to which messages; whatever no rule is for is accepted.</summary>
    public OutcomeScript When { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="FakeSmsOptions.FailOnUnscripted"/> is set, and no rule is for a message.</exception>
    public Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default) =>
        _gateway.SendAsync(messages, account: null, cancellationToken);

    /// <summary>The view of this client under an account's name: it records and answers here, and names that account in its results.</summary>
    /// <param name="account">The account's name.</param>
    /// <exception cref="ArgumentException"><paramref name="account"/> is null or empty.</exception>
    public ISmsClient For(string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return new FakeAccount(this, _gateway, account);
    }

    /// <summary>Gives the client an optional feature, such as an <see cref="ISmsAccount"/> of the test's making.</summary>
    /// <typeparam name="T">The type under which it is asked for.</typeparam>
    /// <param name="service">The feature; takes the place of an earlier one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public void Offer<T>(T service)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(service);
        _services[typeof(T)] = service;
    }

    /// <summary>
    /// Finds a feature: what was offered (see <see cref="Offer{T}"/>), <see cref="SmsGatewayInfo"/>, or an <see cref="ISmsReconciler"/>
    /// that knows which messages the gateway really has.
    /// </summary>
    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return _services.TryGetValue(serviceType, out var offered) ? offered
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(SmsGatewayInfo) ? _gateway.Info
            : serviceType == typeof(ISmsReconciler) ? _reconciler
            : null;
    }

    /// <summary>Forgets messages and script; offered features stay.</summary>
    public void Reset()
    {
        Sent.Clear();
        When.Clear();
    }
}
