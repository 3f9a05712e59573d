using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator;

/// <summary>
/// Speaks the protocols of five SMS gateways over real HTTP on one port, keeps what an application sends, fails on demand,
/// reports back. It never texts a person and never calls a real gateway.
/// </summary>
/// <remarks>
/// Nothing is static: any number of emulators may run in one process. All members are safe for use by several threads at once.
/// </remarks>
public sealed class SmsEmulator : IAsyncDisposable
{
    private readonly EmulatorCore _core;
    private readonly Listener _listener;
    private readonly Journal? _journal;
    private int _disposed;

    private SmsEmulator(SmsEmulatorOptions options)
    {
        Certificate = options.Https ? ThrowawayCertificate.Create(options.Address) : null;
        _core = new(options);
        _journal = options.JournalFile is { Length: > 0 } file ? new(_core, file) : null;
        _listener = new(options, Certificate, new EmulatorApplication(_core));
        Messages = new(new StoreView<CapturedMessage>(_core.Messages, log: null));
        Exchanges = new(new StoreView<CapturedExchange>(_core.Exchanges, log: null));
        Webhooks = new(new StoreView<WebhookAttempt>(_core.Webhooks, log: null));
        Replies = new(new StoreView<CapturedReply>(_core.Replies, log: null));
    }

    /// <summary>Starts an emulator; it serves when the task completes.</summary>
    /// <param name="configure">Sets options; loopback and a free port without it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">An option is out of its range, or a bind beyond loopback without leave and password.</exception>
    /// <exception cref="IOException">The port is taken, or the journal cannot be written.</exception>
    public static async Task<SmsEmulator> StartAsync(Action<SmsEmulatorOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new SmsEmulatorOptions();
        configure?.Invoke(options);
        options.Validate();
        var emulator = new SmsEmulator(options);
        try
        {
            await emulator._listener.StartAsync(cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The address, with a slash at its end; loopback as <c>127.0.0.1</c>, never as a name.</summary>
    public Uri Url => new(string.Create(
        CultureInfo.InvariantCulture, $"{(Certificate is null ? "http" : "https")}://{Host(_core.Options.Address)}:{_listener.Port}/"));

    /// <summary>The certificate, for callers that pin it; null without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Whether it listens (see <see cref="StopListeningAsync"/>).</summary>
    public bool IsListening => _listener.IsListening;

    /// <summary>The inbox that is there from the start.</summary>
    public SmsInbox Default => _core.Default;

    /// <summary>All inboxes, oldest first.</summary>
    public IReadOnlyList<SmsInbox> Inboxes => [.. _core.Inboxes];

    /// <summary>The messages of all inboxes.</summary>
    public CapturedMessages Messages { get; }

    /// <summary>The exchanges of all inboxes, and those that belong to none.</summary>
    public CapturedExchanges Exchanges { get; }

    /// <summary>The pushes of all inboxes.</summary>
    public WebhookLog Webhooks { get; }

    /// <summary>The messages from phones of all inboxes.</summary>
    public CapturedReplies Replies { get; }

    /// <summary>Faults for all inboxes, asked after those of the inbox.</summary>
    public FaultScript Faults => _core.Faults;

    /// <summary>The address that goes into the options of a client: the emulator's, and the vendor's real path behind it.</summary>
    /// <param name="gateway">Which gateway.</param>
    public Uri BaseAddress(Gateway gateway) => new(Url, _core.Protocol(gateway).BasePath);

    /// <summary>Opens an inbox with credentials of its own for all five gateways.</summary>
    /// <param name="name">Its name; a numbered one when null.</param>
    /// <param name="credentials">Chosen credentials; random ones when null.</param>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public SmsInbox CreateInbox(string? name = null, GatewayCredentials? credentials = null) => _core.AddInbox(name, credentials ?? new());

    /// <summary>Forgets everything that was captured, armed or planned, in all inboxes; inboxes and their credentials stay.</summary>
    public Task ResetAsync()
    {
        _core.Reset();
        return Task.CompletedTask;
    }

    /// <summary>Closes the port and every connection: new ones are really refused. What was captured stays.</summary>
    public Task StopListeningAsync() => _listener.StopAsync();

    /// <summary>Opens the same port again.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task ResumeListeningAsync() => _listener.IsListening ? Task.CompletedTask : _listener.StartAsync(CancellationToken.None);

    /// <summary>What happened last, for the output of a failed test: exchanges, messages, pushes, armed faults. Secrets are masked.</summary>
    /// <param name="last">How many of each.</param>
    public string Dump(int last = 20)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"SMS emulator at {Url}\n");
        ExchangeDump.Write(text, this, last);
        return text.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _core.StopAsync().ConfigureAwait(false);
        await _listener.DisposeAsync().ConfigureAwait(false);
        if (_journal is not null)
        {
            await _journal.DisposeAsync().ConfigureAwait(false);
        }

        _core.Dispose();
        Certificate?.Dispose();
    }

    internal EmulatorCore Core => _core;

    private static string Host(IPAddress address)
    {
        var reachable = address.Equals(IPAddress.Any) ? IPAddress.Loopback : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
        return reachable.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{reachable}]" : reachable.ToString();
    }
}
