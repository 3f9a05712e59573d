namespace SmsGateway.Emulator;

/// <summary>What SMS Club's pages leave open, as switches. The defaults are the emulator's best guess.</summary>
public sealed record SmsClubBehaviour
{
    /// <summary>The language of reasons; the vendor's change, so nobody should read them.</summary>
    public SmsClubLanguage Language { get; init; } = SmsClubLanguage.English;

    /// <summary>Whether every well-formed alpha name is taken; else only those of <see cref="AlphaNames"/>.</summary>
    public bool AnyAlphaName { get; init; } = true;

    /// <summary>The alpha names of the account, as the list of originators shows them.</summary>
    public IReadOnlyList<string> AlphaNames { get; init; } = ["Alpha", "Shop"];

    /// <summary>The longest alpha name: 11, or 20.</summary>
    public int AlphaNameLength { get; init; } = 11;

    /// <summary>Whether GET works on balance and originators.</summary>
    public bool GetAllowed { get; init; }

    /// <summary>Whether a form is taken for JSON.</summary>
    public bool FormAllowed { get; init; }

    /// <summary>The time in which the same text to the same number is a duplicate; none when zero.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromSeconds(119);

    /// <summary>Whether a duplicate refuses only its own number; else the whole request.</summary>
    public bool DuplicateRefusesOneNumber { get; init; }

    /// <summary>Whether the alpha name takes part in the comparison.</summary>
    public bool DuplicateComparesSender { get; init; }

    /// <summary>Whether 453 comes without a body.</summary>
    public bool DuplicateWithoutBody { get; init; }

    /// <summary>Whether a number twice in one request is a duplicate; else it gets two ids.</summary>
    public bool RepeatedNumberIsDuplicate { get; init; }

    /// <summary>What an empty purse looks like.</summary>
    public SmsClubNoMoney NoMoney { get; init; } = SmsClubNoMoney.AddInfo;

    /// <summary>The limit of requests over all paths; none when null.</summary>
    public RateLimit? RateLimit { get; init; } = new(9, TimeSpan.FromSeconds(1));

    /// <summary>The value of Retry-After on 429; none when null.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The longest text without and with other letters than Latin ones.</summary>
    public (int Latin, int Other) TextLength { get; init; } = (1_521, 661);

    /// <summary>The price of a segment, in UAH.</summary>
    public decimal Price { get; init; } = 0.75m;
}

/// <summary>The language of reasons.</summary>
public enum SmsClubLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Ukrainian.</summary>
    Ukrainian,

    /// <summary>Russian.</summary>
    Russian,
}

/// <summary>What an empty purse looks like; nobody documents it.</summary>
public enum SmsClubNoMoney
{
    /// <summary>A reason beside every number.</summary>
    AddInfo,

    /// <summary>Status 464, as for Viber.</summary>
    Status464,
}
