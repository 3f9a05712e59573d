namespace SmsGateway.Emulator;

/// <summary>What SMSAPI's pages leave open or contradict, as switches. The defaults are the emulator's best guess.</summary>
public sealed record SmsApiBehaviour
{
    /// <summary>Whether a bad token gets HTTP 401 with an error tag; else 200 with code 101.</summary>
    public bool UnauthorizedIsHttp401 { get; init; }

    /// <summary>Whether the caller's address is on the account's list; else 105.</summary>
    public bool AddressAllowed { get; init; } = true;

    /// <summary>Whether every well-formed sender name is taken; else only active ones, and others get 14.</summary>
    public bool AnySender { get; init; } = true;

    /// <summary>The sender names of the account, all active; the first is the default.</summary>
    public IReadOnlyList<string> Senders { get; init; } = ["Test", "INFO", "ECO", "2way"];

    /// <summary>Whether a sender name that is added is active at once; else it stays inactive.</summary>
    public bool NewSendersAreActive { get; init; } = true;

    /// <summary>Stored texts by name.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Groups of contacts by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SmsApiContact>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<SmsApiContact>>(StringComparer.Ordinal);

    /// <summary>Numbers on the account's blacklist (57), as E.164 digits.</summary>
    public IReadOnlyList<string> Blacklist { get; init; } = [];

    /// <summary>Numbers that opted out (59), as E.164 digits.</summary>
    public IReadOnlyList<string> OptedOut { get; init; } = [];

    /// <summary>Whether the account has the vendor's opt-outs; else their paths answer 403.</summary>
    public bool HasOptOuts { get; init; } = true;

    /// <summary>Whether contacts take forms alone and refuse JSON with 415, as one of the vendor's clients has it; another sends JSON.</summary>
    public bool ContactsRefuseJson { get; init; }

    /// <summary>The country's prefix for nine- and ten-digit national numbers; without it they are invalid.</summary>
    public string? NationalPrefix { get; init; }

    /// <summary>The price of a segment, in points.</summary>
    public decimal Price { get; init; } = 0.165m;

    /// <summary>The price of a look at a number, in points.</summary>
    public decimal LookupPrice { get; init; } = 0.05m;

    /// <summary>What looks at numbers find, by E.164 digits; others are found, in a made-up network of their country.</summary>
    public IReadOnlyDictionary<string, SmsApiLookup> Lookups { get; init; } = new Dictionary<string, SmsApiLookup>(StringComparer.Ordinal);

    /// <summary>Segments that the account allows.</summary>
    public int MaxParts { get; init; } = 10;

    /// <summary>Whether a line break counts twice, as the vendor's page has it.</summary>
    public bool LineBreakCountsTwice { get; init; }

    /// <summary>Messages to one number within a time; more get 52. No limit when null.</summary>
    public RateLimit? NumberLimit { get; init; } = new(10, TimeSpan.FromSeconds(60));

    /// <summary>Requests within a time; more get 202. No limit when null.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Whether one idx that was used before skips only its recipient; else the whole bulk is refused with 53.</summary>
    public bool RepeatedIdxSkipsRecipient { get; init; }

    /// <summary>Whether each host name has a memory of idx of its own, as main and backup host may.</summary>
    public bool IdxMemoryPerHost { get; init; } = true;

    /// <summary>Whether a repeated key of a form gives a list; else the last one wins.</summary>
    public bool RepeatedKeysAreLists { get; init; }

    /// <summary>The hours of the day (UTC) in which the account may send; any when null. See <c>time_restriction</c>.</summary>
    public (TimeOnly From, TimeOnly To)? SendingHours { get; init; }

    /// <summary>The least and the greatest time between sending and expiry; others get 56.</summary>
    public (TimeSpan Least, TimeSpan Greatest) Validity { get; init; } = (TimeSpan.FromMinutes(15), TimeSpan.FromHours(72));

    /// <summary>The account's name, as callbacks and sub-users show it.</summary>
    public string UserName { get; init; } = "example";

    /// <summary>How a list of accepted messages looks.</summary>
    public SmsApiReplyShape Reply { get; init; } = new();

    /// <summary>How reports are repeated until they are answered with OK.</summary>
    public RetryPolicy ReportRetry { get; init; } = new(5, TimeSpan.FromSeconds(60));

    /// <summary>Where messages from phones go; the inbox's target when null.</summary>
    public Uri? InboundUrl { get; init; }

    /// <summary>Where results of looks at numbers go; the inbox's target when null.</summary>
    public Uri? LookupUrl { get; init; }

    /// <summary>Where the start of bulks is told; the inbox's target when null.</summary>
    public Uri? BulkUrl { get; init; }

    /// <summary>Where opened links are told; the inbox's target when null.</summary>
    public Uri? LinkUrl { get; init; }
}

/// <summary>A contact in a group.</summary>
/// <param name="Number">Its number.</param>
public sealed record SmsApiContact(string Number)
{
    /// <summary>What <c>[%contact.NAME%]</c> in a text becomes.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What a look at a number finds.</summary>
/// <param name="Network">The network's name; for a failure its reason, such as ABSENT_SUBSCRIBER.</param>
/// <param name="CountryCode">The mobile country code.</param>
/// <param name="NetworkCode">The mobile network code.</param>
public sealed record SmsApiLookup(string Network, int CountryCode = 234, int NetworkCode = 15)
{
    /// <summary>Whether the number was found.</summary>
    public bool IsFound { get; init; } = true;

    /// <summary>The network that the number came from; null for one that was never ported.</summary>
    public string? PortedFrom { get; init; }
}
