namespace SmsGateway.SmsApi;

/// <summary>
/// The REST interface beside the scripts: account, codes, stored texts, blacklist, contacts and more; everything but sending SMS.
/// Source: the vendor's OpenAPI description and official clients; its page does not have it. For exceptions see
/// <see cref="ISmsApiClient"/>. Thread-safe.
/// </summary>
public interface ISmsApiRest
{
    /// <summary>Reads the account (<c>GET /profile</c>).</summary>
    Task<SmsApiProfile> GetProfileAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the account's prices (<c>GET /profile/prices</c>).</summary>
    /// <param name="type">Prices of what; null for the gateway's choice.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SmsApiPrice>> GetPricesAsync(SmsApiPriceType? type = null, CancellationToken cancellationToken = default);

    /// <summary>Asks whether the token is good and which services are down (<c>GET /ping</c>). A bad token does not throw: the answer says so.</summary>
    Task<SmsApiPing> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists how many messages went to each country (<c>GET /shipment/country_volumes</c>).</summary>
    /// <param name="year">The year; null for the gateway's choice.</param>
    /// <param name="month">The month, 1 to 12; null for the gateway's choice.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SmsApiCountryVolume>> GetCountryVolumesAsync(int? year = null, int? month = null, CancellationToken cancellationToken = default);

    /// <summary>One-time codes (<c>/mfa/codes</c>).</summary>
    ISmsApiMfa Mfa { get; }

    /// <summary>Sender names (<c>/sms/sendernames</c>).</summary>
    ISmsApiSendernames Sendernames { get; }

    /// <summary>Sub-users (<c>/subusers</c>).</summary>
    ISmsApiSubusers Subusers { get; }

    /// <summary>Stored texts (<c>/sms/templates</c>).</summary>
    ISmsApiTemplates Templates { get; }

    /// <summary>Numbers that get nothing (<c>/blacklist</c>).</summary>
    ISmsApiBlacklist Blacklist { get; }

    /// <summary>Recipients who opted out (<c>/opt_outs</c>).</summary>
    ISmsApiOptOuts OptOuts { get; }

    /// <summary>Short links (<c>/short_url</c>).</summary>
    ISmsApiLinks Links { get; }

    /// <summary>The addresses to which SMSAPI pushes (<c>/callbacks</c>).</summary>
    ISmsApiCallbacks Callbacks { get; }

    /// <summary>The contacts database (<c>/contacts</c>).</summary>
    ISmsApiContacts Contacts { get; }

    /// <summary>RCS messages (<c>/rcs</c>).</summary>
    ISmsApiRcs Rcs { get; }
}

/// <summary>What a price list is about. Values are never renumbered.</summary>
public enum SmsApiPriceType
{
    /// <summary>SMS with a sender name of one's own (<c>pro</c>).</summary>
    Pro = 0,

    /// <summary>ECO SMS (<c>eco</c>).</summary>
    Eco = 1,

    /// <summary>SMS (<c>sms</c>).</summary>
    Sms = 2,

    /// <summary>Two-way SMS (<c>2way</c>).</summary>
    TwoWay = 3,

    /// <summary>Voice messages (<c>vms</c>).</summary>
    Vms = 4,

    /// <summary>Look-ups of numbers (<c>hlr</c>).</summary>
    Hlr = 5,

    /// <summary>Multimedia messages (<c>mms</c>).</summary>
    Mms = 6,
}

/// <summary>An account.</summary>
/// <param name="Username">Its name.</param>
public sealed record SmsApiProfile(string Username)
{
    /// <summary>The owner's name. Personal data.</summary>
    public string? Name { get; init; }

    /// <summary>The owner's mail address. Personal data.</summary>
    public string? Email { get; init; }

    /// <summary>The owner's number. Personal data.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>prepaid, postpaid, subscription, trial or undefined.</summary>
    public string? PaymentType { get; init; }

    /// <summary>native or subuser.</summary>
    public string? UserType { get; init; }

    /// <summary>The points left, where the account has points.</summary>
    public decimal? Points { get; init; }

    /// <summary>The user's name and kind. Never name, address or number.</summary>
    public override string ToString() => $"SmsApiProfile {{ Username = {Username}, UserType = {UserType ?? "none"} }}";
}

/// <summary>Whether SMSAPI can be used.</summary>
/// <param name="Authorized">The token is good.</param>
/// <param name="Unavailable">The services that are down.</param>
public sealed record SmsApiPing(bool Authorized, IReadOnlyList<string> Unavailable);

/// <summary>How much went to a country.</summary>
/// <param name="CountryCode">Its ISO 3166 code, "PL".</param>
/// <param name="Usage">How many messages.</param>
public sealed record SmsApiCountryVolume(string CountryCode, long Usage)
{
    /// <summary>Its name.</summary>
    public string? CountryName { get; init; }

    /// <summary>How many are allowed.</summary>
    public long? CountryLimit { get; init; }
}

/// <summary>A part of a long list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Size">How many there are in all.</param>
/// <param name="Items">Those of this part.</param>
public sealed record SmsApiPage<T>(int Size, IReadOnlyList<T> Items)
{
    /// <summary>The counts. Never an item.</summary>
    public override string ToString() => $"SmsApiPage {{ Size = {Size}, Items = {Items.Count} }}";
}
