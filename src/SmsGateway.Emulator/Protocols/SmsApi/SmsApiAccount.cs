using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        OpenedAt = core.Now;
        Index = new(core.Options.MaxLookupRecords);
        Limiter = new(core.Options.Time);
        Senders = new(inbox.SmsApi.Senders);
        Links = new((writer, link) => SmsApiRestLinks.Write(writer, link, Clicks));
    }

    public Gate Gate { get; } = new();

    public DateTimeOffset OpenedAt { get; }

    public Purse Purse { get; } = new(1_000_000m);

    public MessageIndex Index { get; }

    public TokenBucket Limiter { get; }

    /// <summary>Each idx that was accepted, for a day.</summary>
    public RecentKeys UsedIdx { get; } = new();

    /// <summary>When each number was written to.</summary>
    public NumberTimes Times { get; } = new();

    public SmsApiSenders Senders { get; }

    public SortedDictionary<string, SmsApiUser> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>What sub-users may use of the account's own, by user and kind.</summary>
    public Dictionary<(string User, string Kind), SmsApiShare> Shares { get; } = [];

    /// <summary>Texts stored by REST, beside those of the switches.</summary>
    public SmsApiShelf<SmsApiTemplate> Templates { get; } = new(SmsApiRestTemplates.Write);

    /// <summary>Codes of the vendor's own one-time code service, by number.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);

    public SmsApiShelf<SmsApiBlocked> Blacklist { get; } = new(SmsApiRestBlacklist.Write);

    public SmsApiContactBook Contacts { get; } = new();

    public SmsApiShelf<SmsApiLink> Links { get; }

    public List<SmsApiClick> Clicks { get; } = [];

    /// <summary>Reports that were ordered, by id.</summary>
    public Dictionary<string, string> ClicksReports { get; } = new(StringComparer.Ordinal);

    public SmsApiShelf<SmsApiCallback> Callbacks { get; } = new(SmsApiRestCallbacks.Write);

    public List<CapturedMessage> RcsMessages { get; } = [];

    public string OptOutBrand { get; set; } = "Example";

    /// <summary>Numbers that opted out by the switches and were let in again by REST.</summary>
    public HashSet<string> OptedIn { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> OptedOut => _inbox.SmsApi.OptedOut.Where(digits => !OptedIn.Contains(digits));

    public string? Template(string name) =>
        _inbox.SmsApi.Templates.GetValueOrDefault(name) ?? Templates.All.FirstOrDefault(template => template.Name == name)?.Text;

    /// <summary>The members of a group; null when there is none of that name.</summary>
    public IReadOnlyList<SmsApiContact>? Group(string name) => _inbox.SmsApi.Groups.GetValueOrDefault(name) ?? Contacts.Recipients(name);

    public bool IsBlacklisted(string digits) =>
        _inbox.SmsApi.Blacklist.Contains(digits, StringComparer.Ordinal)
        || Blacklist.All.Any(entry => entry.Digits == digits && (entry.ExpireAt is not { } day || day > DateOnly.FromDateTime(_core.Now.UtcDateTime)));

    /// <summary>Where reports of messages go, when an address was given by REST.</summary>
    public Uri? ReportTarget(Channel channel) => channel switch
    {
        Channel.Sms => CallbackTarget("sms_dlr"),
        Channel.Mms => CallbackTarget("mms_dlr"),
        Channel.Voice => CallbackTarget("vms_dlr"),
        _ => null,
    };

    /// <summary>Where pushes of a kind go, when an address was given by REST.</summary>
    public Uri? CallbackTarget(string type)
    {
        lock (Gate)
        {
            return Callbacks.All.FirstOrDefault(callback => callback.Active && callback.Type == type) is { } found ? new(found.Url) : null;
        }
    }

    public string NextId()
    {
        var number = _core.NextId();
        return _inbox.SmsApi.Reply.Ids switch
        {
            SmsApiIdForm.LeadingZero => "0" + number.ToString("D16", CultureInfo.InvariantCulture),
            SmsApiIdForm.Hexadecimal => ObjectId(number),
            _ => (5_120_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
        };
    }

    public string NextNumber() => _core.NextId().ToString(CultureInfo.InvariantCulture);

    /// <summary>An id as most things have it that REST keeps.</summary>
    public string NextObjectId() => ObjectId(_core.NextId());

    /// <summary>An id made from a name, for what is known by name alone.</summary>
    public static string IdOf(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));

    private static string ObjectId(long number) => "65f0a1b2c3d4" + number.ToString("x12", CultureInfo.InvariantCulture);
}

/// <summary>A sub-user, with the members of the replies.</summary>
internal sealed record SmsApiUser(string Name, decimal Limit, decimal MonthLimit, bool Senders, bool Phonebook, bool Active, string Info);
