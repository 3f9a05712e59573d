using SmsGateway.Http;
using SmsGateway.Resilience;

namespace SmsGateway.Client;

/// <summary>
/// An account at a gateway: name, current options, driver and pipeline. Options may change while it lives - a rotated key,
/// say: the next send uses the new ones, sends under way keep theirs.
/// </summary>
/// <param name="name">The account's name.</param>
/// <param name="options">The current options; the same instance until they change.</param>
/// <param name="time">The clock.</param>
internal sealed class SmsAccount(
    string name, Func<SmsAccountOptions> options, TimeProvider time) : IDisposable
{
    private readonly object _changing = new();
    private AccountSetup? _setup;
    private bool _disposed;

    public string Name => name;

    public TimeProvider Time => time;

    /// <exception cref="ObjectDisposedException">The container that held the account is gone.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are not usable.</exception>
    public AccountSetup Current
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ISmsClient));
            var current = options();
            var setup = Volatile.Read(ref _setup);
            return setup is not null && ReferenceEquals(setup.Options, current) ? setup : Change(current);
        }
    }

    /// <summary>What a channel needs of <see cref="Current"/>.</summary>
    public (ISmsGateway Gateway, IAttemptPolicy Policy) Driver() => (Current.Gateway, Current.Pipeline);

    public void Dispose()
    {
        _disposed = true;
        _setup?.Pipeline.Dispose();
    }

    private AccountSetup Change(SmsAccountOptions current)
    {
        lock (_changing)
        {
            if (_setup is { } setup && ReferenceEquals(setup.Options, current))
            {
                return setup;
            }

            // Limiter, budget and breaker remember: a rotated key must not make the gateway see a burst.
            var pipeline = _setup is { } old && old.Options.Resilience == current.Resilience
                ? old.Pipeline
                : new AccountPipeline(current.Resilience, time);
            return _setup = new AccountSetup(current, current.CreateGateway(), pipeline);
        }
    }
}
