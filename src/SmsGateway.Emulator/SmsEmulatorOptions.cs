using System.Net;

namespace SmsGateway.Emulator;

/// <summary>How the emulator runs. Read once, at start.</summary>
public sealed class SmsEmulatorOptions
{
    /// <summary>The address to listen on. Another than loopback needs <see cref="AllowRemote"/> and <see cref="Password"/>.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Whether to speak TLS, with a certificate made at start (<see cref="SmsEmulator.Certificate"/>).</summary>
    public bool Https { get; set; }

    /// <summary>The clock of message times, validity, windows, limiters and schedules. With one that stands still until it is moved, so do they; waits for messages keep to real time.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Whether the last four digits of a number decide its fate (0003 is refused, 0008 is accepted and never answered ...).</summary>
    public bool MagicNumbers { get; set; } = true;

    /// <summary>What becomes of messages by themselves; an inbox may have its own.</summary>
    public DeliverySchedule Delivery { get; set; } = DeliverySchedule.Manual;

    /// <summary>Hosts, besides loopback, to which reports and replies may be pushed. Names or addresses, without port.</summary>
    public IList<string> WebhookHosts { get; } = [];

    /// <summary>How many messages each inbox keeps; the oldest leave first.</summary>
    public int MaxMessages { get; set; } = 1_000;

    /// <summary>How many exchanges and how many pushes each inbox keeps.</summary>
    public int MaxExchanges { get; set; } = 1_000;

    /// <summary>How many bytes of each kind of record an inbox keeps, roughly.</summary>
    public long MaxCaptureBytes { get; set; } = 64 << 20;

    /// <summary>How many messages each gateway of an inbox remembers for look-ups by id or reference.</summary>
    public int MaxLookupRecords { get; set; } = 20_000;

    /// <summary>Whether the bodies of exchanges are kept. Off, an exchange is a line without bodies and headers.</summary>
    public bool CaptureBodies { get; set; } = true;

    /// <summary>
    /// A file to which everything that happens is added, one JSON object a line, secrets masked; null keeps no journal. It holds the
    /// texts of messages and is never cut.
    /// </summary>
    public string? JournalFile { get; set; }

    /// <summary>The largest request body, in bytes.</summary>
    public long MaxRequestBytes { get; set; } = 1 << 20;

    /// <summary>A limit for each credential over all gateways, besides those that the vendors have of their own.</summary>
    public RateLimit? RateLimit { get; set; }

    /// <summary>What the ledger counts by: the reference by default; null switches it off.</summary>
    public Func<CapturedMessage, string?>? LedgerKey { get; set; } = static message => message.Reference;

    /// <summary>Whether credentials of no inbox are taken for those of the default one, as a tool on a developer's machine wants it.</summary>
    public bool AcceptAnyCredentials { get; set; }

    /// <summary>The credentials of the default inbox.</summary>
    public GatewayCredentials Credentials { get; set; } = new();

    /// <summary>Whether others than this machine may connect.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>Guards the page and the HTTP interface (not the gateways, which have credentials of their own). Basic, any user; or bearer.</summary>
    public string? Password { get; set; }

    /// <summary>Names under which the page and the HTTP interface may be called, besides loopback and the addresses in digits at which it listens.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>The switches of SMSAPI.</summary>
    public SmsApiBehaviour SmsApi { get; set; } = new();

    /// <summary>The switches of SpeedSMS.</summary>
    public SpeedSmsBehaviour SpeedSms { get; set; } = new();

    /// <summary>The switches of SpeedMarket.</summary>
    public SpeedMarketBehaviour SpeedMarket { get; set; } = new();

    /// <summary>The switches of SMS Club.</summary>
    public SmsClubBehaviour SmsClub { get; set; } = new();

    /// <summary>The switches of the key and reference gateway.</summary>
    public KeyRefBehaviour KeyRef { get; set; } = new();

    internal void Validate()
    {
        if (!IPAddress.IsLoopback(Address) && (!AllowRemote || string.IsNullOrEmpty(Password)))
        {
            throw new InvalidOperationException("To listen beyond loopback, AllowRemote and a Password are needed.");
        }

        if (Port is < 0 or > 65_535 || MaxMessages < 0 || MaxExchanges < 0 || MaxLookupRecords < 0 || MaxCaptureBytes < 0 || MaxRequestBytes < 1)
        {
            throw new InvalidOperationException("Port is 0 to 65535, limits are not negative, and a request has at least one byte.");
        }
    }
}
