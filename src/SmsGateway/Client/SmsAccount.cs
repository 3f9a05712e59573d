using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway.Http;
using SmsGateway.Resilience;
using SmsGateway.Telemetry;

namespace SmsGateway.Client;

/// <summary>
/// An account at a gateway: name, current options, driver and pipeline. Options may change while it lives - a rotated key,
/// say: the next send uses the new ones, sends under way keep theirs. A change that is not usable changes nothing.
/// </summary>
/// <param name="name">The account's name.</param>
/// <param name="options">The current options; the same instance until they change.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where an unusable change is told.</param>
internal sealed class SmsAccount(
    string name, Func<SmsAccountOptions> options, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly Gate _changing = new();
    private AccountSetup? _setup;
    private bool _disposed;
    private int _complained;
    private long _lastAccepted;
    private long _lastNotAccepted;

    public string Name => name;

    public TimeProvider Time => time;

    /// <exception cref="ObjectDisposedException">The container that held the account is gone.</exception>
    /// <exception cref="OptionsValidationException">The options are not usable, and never were.</exception>
    public AccountSetup Current
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ISmsClient));
            var setup = Volatile.Read(ref _setup);
            try
            {
                var current = options();
                return setup is not null && ReferenceEquals(setup.Options, current) ? setup : Change(current);
            }
            catch (OptionsValidationException exception) when (setup is not null)
            {
                if (Interlocked.Exchange(ref _complained, 1) == 0)
                {
                    SmsLog.UnusableOptions(logger, exception, name);
                }

                return setup;
            }
        }
    }

    /// <summary>The state of the circuit breaker and the gateway's name, once anything was sent; for metrics.</summary>
    public (string Gateway, int State)? Breaker() =>
        Volatile.Read(ref _setup) is { Pipeline.BreakerState: { } state } setup ? (setup.Gateway.Info.Name, state) : null;

    /// <summary>How the account fares.</summary>
    public SmsAccountState State => new(name)
    {
        IsBreakerOpen = Breaker() is { State: 1 or 3 },
        LastAcceptedAt = AtOf(ref _lastAccepted),
        LastNotAcceptedAt = AtOf(ref _lastNotAccepted),
    };

    /// <summary>Notes how a call ended.</summary>
    public void Note(SmsResult[] results)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (Array.Exists(results, static result => result.IsAccepted))
        {
            Volatile.Write(ref _lastAccepted, now);
        }

        if (Array.Exists(results, static result => !result.IsAccepted))
        {
            Volatile.Write(ref _lastNotAccepted, now);
        }
    }

    /// <summary>What a channel needs of <see cref="Current"/>.</summary>
    public (ISmsGateway Gateway, IAttemptPolicy Policy) Driver() => (Current.Gateway, Current.Pipeline);

    public void Dispose()
    {
        _disposed = true;
        _setup?.Pipeline.Dispose();
    }

    private static DateTimeOffset? AtOf(ref long ticks) =>
        Volatile.Read(ref ticks) is > 0 and var at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    private AccountSetup Change(SmsAccountOptions current)
    {
        lock (_changing)
        {
            if (_setup is { } setup && ReferenceEquals(setup.Options, current))
            {
                return setup;
            }

            // Limiter, budget and breaker remember: a rotated key must not make the gateway see a burst.
            var pipeline = _setup is { } old && IsSamePipeline(old.Options.Resilience, current.Resilience)
                ? old.Pipeline
                : new AccountPipeline(current.Resilience, time);
            _complained = 0;
            var gateway = current.CreateGateway();
            return _setup = new AccountSetup(current, gateway, pipeline, new MessageCheck(name, current, gateway));
        }
    }

    // How look-ups are made is no affair of the pipeline's; lists in there are never equal.
    private static bool IsSamePipeline(SmsResilienceOptions old, SmsResilienceOptions current) =>
        old with { Reconciliation = current.Reconciliation } == current;
}
