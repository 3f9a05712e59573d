using System.Globalization;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>What SMSAPI knows of one customer.</summary>
internal sealed class SmsApiAccount
{
    private readonly EmulatorCore _core;
    private readonly SmsInbox _inbox;

    public SmsApiAccount(EmulatorCore core, SmsInbox inbox)
    {
        _core = core;
        _inbox = inbox;
        Index = new(core.Options.MaxLookupRecords);
        Limiter = new(core.Options.Time);
        Senders = new(inbox.SmsApi.Senders);
    }

    public Gate Gate { get; } = new();

    public Purse Purse { get; } = new(1_000_000m);

    public MessageIndex Index { get; }

    public TokenBucket Limiter { get; }

    /// <summary>Each idx that was accepted, for a day.</summary>
    public RecentKeys UsedIdx { get; } = new();

    /// <summary>When each number was written to.</summary>
    public NumberTimes Times { get; } = new();

    public SmsApiSenders Senders { get; }

    public SortedDictionary<string, SmsApiUser> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts stored by REST, beside those of the switches.</summary>
    public SortedDictionary<long, SmsApiTemplate> Templates { get; } = [];

    /// <summary>Codes of the vendor's own one-time code service, by number.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<long, string> Blacklist { get; } = [];

    public string? Template(string name) =>
        _inbox.SmsApi.Templates.GetValueOrDefault(name) ?? Templates.Values.FirstOrDefault(template => template.Name == name)?.Text;

    public bool IsBlacklisted(string digits) =>
        _inbox.SmsApi.Blacklist.Contains(digits, StringComparer.Ordinal) || Blacklist.ContainsValue(digits);

    public string NextId()
    {
        var number = _core.NextId();
        return _inbox.SmsApi.Reply.Ids switch
        {
            SmsApiIdForm.LeadingZero => "0" + number.ToString("D16", CultureInfo.InvariantCulture),
            SmsApiIdForm.Hexadecimal => "65f0a1b2c3d4" + number.ToString("x12", CultureInfo.InvariantCulture),
            _ => (5_120_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
        };
    }

    public long NextNumber() => _core.NextId();
}

/// <summary>A sub-user, with the members of the replies.</summary>
internal sealed record SmsApiUser(string Name, decimal Limit, decimal MonthLimit, bool Senders, bool Phonebook, bool Active, string Info);

/// <summary>A stored text.</summary>
internal sealed record SmsApiTemplate(long Id, string Name, string Text, bool Normalize);
