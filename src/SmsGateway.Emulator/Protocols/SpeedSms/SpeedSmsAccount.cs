using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>What SpeedSMS knows of one customer.</summary>
internal sealed class SpeedSmsAccount(EmulatorCore core)
{
    public Gate Gate { get; } = new();

    public Purse Purse { get; } = new(100_000_000m);

    /// <summary>By transaction; all recipients of a call share one.</summary>
    public MessageIndex Index { get; } = new(core.Options.MaxLookupRecords);

    public TokenBucket Limiter { get; } = new(core.Options.Time);

    /// <summary>Codes made by the gateway, by number and application.</summary>
    public Dictionary<string, SpeedSmsPin> Pins { get; } = new(StringComparer.Ordinal);

    public string NextTranId() => (core.NextId() % 1_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A code and the tries that are left.</summary>
internal sealed record SpeedSmsPin(string Code, int Remaining);
