using System.Globalization;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>What SpeedMarket knows of one customer.</summary>
internal sealed class SpeedMarketAccount(EmulatorCore core)
{
    private const int Services = 4;

    private readonly Purse[] _purses = [.. Enumerable.Range(0, Services).Select(_ => new Purse(1_000_000m))];

    public Gate Gate { get; } = new();

    public MessageIndex ById { get; } = new(core.Options.MaxLookupRecords);

    public MessageIndex ByCampaign { get; } = new(core.Options.MaxLookupRecords);

    public TokenBucket Limiter { get; } = new(core.Options.Time);

    public DateTimeOffset Activated { get; } = core.Now;

    /// <summary>The purse of a service: 0 SMS, 1 interactive SMS, 2 voice, 3 WhatsApp.</summary>
    public Purse Purse(int service) => _purses[service];

    /// <summary>The service to which a type belongs. The balances are numbered by services, not by types.</summary>
    public static int Service(int type) => type switch { 0 => 0, 1 or 2 => 1, 3 or 4 => 2, _ => 3 };

    public void SetAll(decimal amount)
    {
        foreach (var purse in _purses)
        {
            purse.Amount = amount;
        }
    }

    public string NextId() => (core.NextId() % 1_000_000_000).ToString(CultureInfo.InvariantCulture);
}
