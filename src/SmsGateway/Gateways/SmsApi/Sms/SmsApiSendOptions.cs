namespace SmsGateway.SmsApi;

/// <summary>
/// What SMSAPI can be told of a message besides recipient, sender, text and time: common to native sends
/// (<see cref="SmsApiSend"/>) and to <see cref="SmsApiExtras"/>. Source: docs.smsapi.com, sections 2 and 4; not meant to be derived
/// from elsewhere.
/// </summary>
public abstract record SmsApiSendOptions
{
    private protected SmsApiSendOptions()
    {
    }

    /// <summary>Highest priority, at one and a half times the price; not for bulk or marketing (<c>fast</c>).</summary>
    public bool Fast { get; init; }

    /// <summary>The name of a text stored at SMSAPI, sent in place of a text of one's own (<c>template</c>). Unknown names are refused with 104.</summary>
    public string? Template { get; init; }

    /// <summary>A binary message in place of a text (<c>datacoding=bin</c>, <c>udh</c>). Not together with <see cref="Normalize"/>.</summary>
    public SmsApiBinary? Binary { get; init; }

    /// <summary>Refuse a message of more than one part with 12, instead of sending it (<c>single</c>).</summary>
    public bool Single { get; init; }

    /// <summary>The most parts, 1 to 10; longer messages are refused with 12 (<c>max_parts</c>). Null for the account's default. Older accounts take 6 at most.</summary>
    public int? MaxParts { get; init; }

    /// <summary>Refuse texts with characters outside GSM-7 with 11, instead of sending them at two to three times the price (<c>nounicode</c>).</summary>
    public bool NoUnicode { get; init; }

    /// <summary>Let SMSAPI replace accented letters by plain ones (<c>normalize</c>). Not together with <see cref="Binary"/>.</summary>
    public bool Normalize { get; init; }

    /// <summary>What to do outside the account's sending hours (<c>time_restriction</c>); null for the account's default.</summary>
    public SmsApiTimeRestriction? TimeRestriction { get; init; }

    /// <summary>Sent as <c>skip_foreign</c>: the vendor's clients have it, what it does is documented nowhere.</summary>
    public bool SkipForeign { get; init; }

    /// <summary>Sent as <c>partner_id</c>: the vendor's clients have it, what it does is documented nowhere.</summary>
    public string? PartnerId { get; init; }

    /// <summary>The name of a group of discount codes, sent as <c>discount_group</c>: the vendor's clients have it, documented nowhere.</summary>
    public string? DiscountGroup { get; init; }

    /// <summary>A voice call when the SMS cannot be delivered (<c>fallback</c>). Such requests travel as JSON, the only documented form.</summary>
    public SmsApiFallback? Fallback { get; init; }
}

/// <summary>What happens outside the hours in which an account may send. Values are never renumbered.</summary>
public enum SmsApiTimeRestriction
{
    /// <summary>As the account is set up; a refusal then has the code 74.</summary>
    Follow = 0,

    /// <summary>Send all the same.</summary>
    Ignore = 1,

    /// <summary>Send at the nearest allowed time.</summary>
    NearestAvailable = 2,
}

/// <summary>A voice call in place of an SMS that cannot be delivered.</summary>
/// <param name="IncludeSenderAndDate">The call begins with the sender's name and the date; with the date alone for ECO and 2WAY senders.</param>
public sealed record SmsApiFallback(bool IncludeSenderAndDate = false)
{
    /// <summary>The kind of fallback; voice is the only one that is documented.</summary>
    public string Type { get; init; } = "vms";
}
