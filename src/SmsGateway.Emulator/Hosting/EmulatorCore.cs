using System.Collections.Concurrent;
using System.Security.Cryptography;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Clock;
using SmsGateway.Emulator.Protocols;
using SmsGateway.Emulator.Protocols.KeyRef;
using SmsGateway.Emulator.Protocols.SmsApi;
using SmsGateway.Emulator.Protocols.SmsClub;
using SmsGateway.Emulator.Protocols.SpeedMarket;
using SmsGateway.Emulator.Protocols.SpeedSms;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Everything of one emulator that outlives its listener: inboxes, logs, rules, what is to happen later.</summary>
internal sealed class EmulatorCore : IDisposable
{
    private readonly ConcurrentDictionary<string, SmsInbox> _inboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Random _dice;
    private int _lastInbox;
    private long _lastId;

    public EmulatorCore(SmsEmulatorOptions options)
    {
        Options = options;
        Stopping = _stopping.Token;
        Messages = new(options.MaxMessages, options.MaxCaptureBytes);
        Exchanges = new(options.MaxExchanges, options.MaxCaptureBytes);
        Webhooks = new(options.MaxExchanges, options.MaxCaptureBytes);
        Replies = new(options.MaxMessages, options.MaxCaptureBytes);
        Strays = Exchanges.AddLog();
        Agenda = new(options.Time);
        Faults = new(() => Feed.Publish(EventKind.Faults));
        Pusher = new(this, new(options.WebhookHosts));
        Deliveries = new(this);
        Plans = new(this);
        Protocols = [new KeyRefProtocol(), new SmsClubProtocol(), new SpeedSmsProtocol(), new SpeedMarketProtocol(), new SmsApiProtocol()];
        _lastId = RandomNumberGenerator.GetInt32(100_000, 900_000) * 100_000L;
#pragma warning disable CA5394 // Dice for latency and order, no secrets.
        _dice = new(Seed);
#pragma warning restore CA5394
        Default = AddInbox("default", options.Credentials);
    }

    public SmsEmulatorOptions Options { get; }

    public CaptureStore<CapturedMessage> Messages { get; }

    public CaptureStore<CapturedExchange> Exchanges { get; }

    public CaptureStore<WebhookAttempt> Webhooks { get; }

    public CaptureStore<CapturedReply> Replies { get; }

    /// <summary>Exchanges that belong to no inbox.</summary>
    public CaptureLog<CapturedExchange> Strays { get; }

    public EventFeed Feed { get; } = new();

    public EmulatorMeter Meter { get; } = new();

    public Agenda Agenda { get; }

    public FaultScript Faults { get; }

    public Pusher Pusher { get; }

    public Deliveries Deliveries { get; }

    public DeliveryPlans Plans { get; }

    public IReadOnlyList<IGatewayProtocol> Protocols { get; }

    public SmsInbox Default { get; }

    public IEnumerable<SmsInbox> Inboxes => _inboxes.Values.OrderBy(inbox => inbox.Number);

    /// <summary>Cancelled when the emulator goes: whatever hangs ends.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Tells one run from the next: ids begin anew.</summary>
    public string Run { get; } = RandomNumberGenerator.GetHexString(8, lowercase: true);

    public int Seed { get; } = RandomNumberGenerator.GetInt32(int.MaxValue);

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>Whether any script has a fault that comes before a request's body is read.</summary>
    public bool AnyEarlyFault => Faults.HasEarly || _inboxes.Any(static entry => entry.Value.Faults.HasEarly);

    /// <summary>A number that no other message of this emulator has; it only grows.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    public IGatewayProtocol Protocol(Gateway gateway) => Protocols.First(protocol => protocol.Gateway == gateway);

    public SmsInbox AddInbox(string? name, GatewayCredentials credentials)
    {
        var number = Interlocked.Increment(ref _lastInbox);
        var inbox = new SmsInbox(this, number, name ?? FormattableString.Invariant($"inbox-{number - 1}"), credentials);
        if (!_inboxes.TryAdd(inbox.Name, inbox))
        {
            throw new ArgumentException($"There is an inbox named {inbox.Name}.", nameof(name));
        }

        Feed.Publish(EventKind.Inbox, inbox);
        return inbox;
    }

    public SmsInbox? FindInbox(string name) => _inboxes.GetValueOrDefault(name);

    /// <summary>The inbox whose credentials satisfy the test. There are few, and strings of different content differ early.</summary>
    public SmsInbox? FindInbox(Func<GatewayCredentials, bool> matches)
    {
        if (matches(Default.Credentials))
        {
            return Default;
        }

        foreach (var (_, inbox) in _inboxes)
        {
            if (matches(inbox.Credentials))
            {
                return inbox;
            }
        }

        return null;
    }

    public TimeSpan Dice(TimeSpan upTo)
    {
        lock (_dice)
        {
#pragma warning disable CA5394 // As above.
            return upTo * _dice.NextDouble();
#pragma warning restore CA5394
        }
    }

    public void Reset()
    {
        Faults.Clear();
        Agenda.Clear();
        Exchanges.Remove(log: null, _ => true);
        foreach (var inbox in Inboxes)
        {
            inbox.Reset();
        }

        Feed.Publish(EventKind.Cleared);
    }

    /// <summary>Ends whatever waits or hangs.</summary>
    public Task StopAsync() => _stopping.CancelAsync();

    public void Dispose()
    {
        Agenda.Dispose();
        Pusher.Dispose();
        Meter.Dispose();
        _stopping.Dispose();
    }
}
