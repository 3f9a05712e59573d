namespace SmsGateway.Emulator;

/// <summary>What SpeedMarket's page leaves open, as switches. The defaults are the emulator's best guess.</summary>
public sealed record SpeedMarketBehaviour
{
    /// <summary>Whether refusals 010, 080, 090 and 091 come with 401, 402, 403 and 403, as on newer hosts; else everything is 200.</summary>
    public bool HttpStatuses { get; init; }

    /// <summary>Whether <c>credit</c> is a text, as on the page; else a number, as observed.</summary>
    public bool CreditAsText { get; init; }

    /// <summary>How many members a refusal has: 5, 4 or 3.</summary>
    public int ErrorMembers { get; init; } = 5;

    /// <summary>Whether replies of single sends miss the two commas that the page's samples miss.</summary>
    public bool AsPrinted { get; init; }

    /// <summary>Whether the interface is open for the caller's address; else 091.</summary>
    public bool AddressAllowed { get; init; } = true;

    /// <summary>Whether the account is blocked: 090.</summary>
    public bool AccountBlocked { get; init; }

    /// <summary>Whether refused messages in a batch say <c>success: true</c> all the same, as on the page.</summary>
    public bool BatchSaysSuccess { get; init; } = true;

    /// <summary>Whether numbers of other countries than 55 are allowed; else 060.</summary>
    public bool InternationalAllowed { get; init; }

    /// <summary>The services of the account, by type; others get 020.</summary>
    public IReadOnlyList<int> Types { get; init; } = [0, 1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>What happens to a campaign_id that was used before.</summary>
    public SpeedMarketDuplicate DuplicateCampaignId { get; init; } = SpeedMarketDuplicate.Sent;

    /// <summary>Campaign ids are cut to so many characters.</summary>
    public int CampaignIdLength { get; init; } = 64;

    /// <summary>Where <c>mt_id</c> puts its rows.</summary>
    public SpeedMarketRows RowsById { get; init; } = SpeedMarketRows.Messages;

    /// <summary>So long after the acceptance <c>mt_id</c> does not find a message; by the emulator's clock.</summary>
    public TimeSpan VisibilityDelay { get; init; }

    /// <summary>So many look-ups of a message do not find it.</summary>
    public int HiddenLookups { get; init; }

    /// <summary>The name of a number's operator, from its digits. Oi and Sercomtel report no handset.</summary>
    public Func<string, string> Carrier { get; init; } = static _ => "Vivo - Celular";

    /// <summary>The zone of dates where the caller names none.</summary>
    public TimeSpan TimeZone { get; init; } = TimeSpan.FromHours(-3);

    /// <summary>Whether paths also work with <c>.php</c> behind them.</summary>
    public bool PhpSuffix { get; init; } = true;

    /// <summary>How pushes are repeated until they are answered with 2xx.</summary>
    public RetryPolicy PushRetry { get; init; } = RetryPolicy.Once;

    /// <summary>A limit of requests, as a proxy in front might have; none is documented.</summary>
    public RateLimit? RateLimit { get; init; }
}

/// <summary>What happens to a campaign_id that was used before.</summary>
public enum SpeedMarketDuplicate
{
    /// <summary>It is sent again: the guard is off.</summary>
    Sent,

    /// <summary>070.</summary>
    Refused,

    /// <summary>000 with the first id, and nothing is sent.</summary>
    FirstId,
}

/// <summary>Where <c>mt_id</c> puts its rows; the sources contradict each other.</summary>
public enum SpeedMarketRows
{
    /// <summary>In <c>messages</c>, beside <c>messageCount</c>.</summary>
    Messages,

    /// <summary>In <c>data</c>.</summary>
    Data,

    /// <summary>One row, as members of the reply itself.</summary>
    Single,
}
