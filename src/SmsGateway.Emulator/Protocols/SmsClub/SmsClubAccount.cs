using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>What SMS Club knows of one customer.</summary>
internal sealed class SmsClubAccount(EmulatorCore core, SmsInbox inbox)
{
    private readonly Dictionary<string, string> _applications = new(StringComparer.Ordinal);

    public Gate Gate { get; } = new();

    public Purse Purse { get; } = new(1_000_000m);

    public MessageIndex Index { get; } = new(core.Options.MaxLookupRecords);

    public TokenBucket Limiter { get; } = new(core.Options.Time);

    /// <summary>Names applied for, with what the moderator says.</summary>
    public IDictionary<string, string> Applications => _applications;

    public IEnumerable<string> AlphaNames =>
        inbox.SmsClub.AlphaNames.Concat(_applications.Where(name => name.Value == SmsClubOriginators.Approved).Select(name => name.Key));

    /// <summary>Nine digits that grow.</summary>
    public string NextId() => (900_000_000 + (core.NextId() % 99_999_999)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Texts by number, for the time in which they may not be repeated.</summary>
    public RecentKeys Recent { get; } = new();
}
