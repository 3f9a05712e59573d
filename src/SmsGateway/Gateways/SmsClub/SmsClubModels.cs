namespace SmsGateway.SmsClub;

/// <summary>One text to many numbers.</summary>
/// <param name="Phones">1 to 100 numbers, twelve digits without plus: "380XXXXXXXXX".</param>
/// <param name="Message">The text. Characters beyond U+FFFF were seen to arrive as "?".</param>
/// <param name="Sender">The alpha name (<c>src_addr</c>).</param>
public sealed record SmsClubSend(IReadOnlyList<string> Phones, string Message, string Sender)
{
    /// <summary>How long delivery is tried (<c>lifetime</c>), in whole minutes, from 1.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The referral programme's id (<c>integration_id</c>); null for the account's.</summary>
    public long? IntegrationId { get; init; }
}

/// <summary>A number and its own text.</summary>
/// <param name="Phone">The number; the vendor's sample uses the local form "0XXXXXXXXX".</param>
/// <param name="Message">The text.</param>
public sealed record SmsClubPersonalText(string Phone, string Message);

/// <summary>What became of a send.</summary>
/// <param name="Accepted">Numbers that were taken, each with its id.</param>
/// <param name="Refused">Numbers that were not, each with the gateway's words (in Russian, Ukrainian or English).</param>
public sealed record SmsClubSent(IReadOnlyList<SmsClubAccepted> Accepted, IReadOnlyList<SmsClubRefused> Refused);

/// <summary>A number that was taken.</summary>
/// <param name="Id">The message's id; opaque text.</param>
/// <param name="Phone">The number.</param>
public sealed record SmsClubAccepted(string Id, string Phone);

/// <summary>A number that was not taken: wrong or blacklisted, which cannot be told apart.</summary>
/// <param name="Phone">The number.</param>
/// <param name="Reason">The gateway's words.</param>
public sealed record SmsClubRefused(string Phone, string? Reason);

/// <summary>Where a message is.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Status">The gateway's word: ENROUTE, DELIVRD, EXPIRED, UNDELIV, REJECTD.</param>
public sealed record SmsClubState(string Id, string Status);

/// <summary>The balance.</summary>
/// <param name="Money">The amount.</param>
/// <param name="Currency">The currency: "UAH".</param>
public sealed record SmsClubBalance(decimal Money, string Currency);

/// <summary>An application for an alpha name.</summary>
public sealed record SmsClubOriginatorApplication
{
    /// <summary>The alpha name (<c>sender_id</c>).</summary>
    public required string SenderId { get; init; }

    /// <summary>"fop" for a sole trader, "tov" for a company (<c>company_type</c>).</summary>
    public required string CompanyType { get; init; }

    /// <summary>The company's name.</summary>
    public required string Company { get; init; }

    /// <summary>The tax number.</summary>
    public required string Inn { get; init; }

    /// <summary>The company register number; may be empty.</summary>
    public string Okpo { get; init; } = "";

    /// <summary>What the messages are about.</summary>
    public required string Subject { get; init; }

    /// <summary>What the company does.</summary>
    public required string Description { get; init; }

    /// <summary>The company's site.</summary>
    public required string Site { get; init; }
}

/// <summary>A Viber message.</summary>
/// <param name="Phones">The numbers, twelve digits without plus.</param>
/// <param name="Message">The text.</param>
/// <param name="Sender">The Viber sender.</param>
public sealed record SmsClubViberSend(IReadOnlyList<string> Phones, string Message, string Sender)
{
    /// <summary>A button's label.</summary>
    public string? ButtonText { get; init; }

    /// <summary>Where the button leads.</summary>
    public Uri? ButtonUrl { get; init; }

    /// <summary>A picture.</summary>
    public Uri? PictureUrl { get; init; }

    /// <summary>The alpha name of the SMS that goes to phones without Viber.</summary>
    public string? SmsSender { get; init; }

    /// <summary>The text of that SMS.</summary>
    public string? SmsMessage { get; init; }

    /// <summary>How long delivery is tried, in whole seconds, 60 seconds to 24 hours. (An SMS's lifetime is in minutes.)</summary>
    public TimeSpan? Lifetime { get; init; }
}

/// <summary>What became of a Viber send.</summary>
/// <param name="Accepted">Numbers that were taken, each with its id.</param>
/// <param name="Incorrect">Numbers that are wrong.</param>
/// <param name="Blacklisted">Numbers that are blacklisted.</param>
public sealed record SmsClubViberSent(IReadOnlyList<SmsClubAccepted> Accepted, IReadOnlyList<string> Incorrect, IReadOnlyList<string> Blacklisted);

/// <summary>Where a Viber message is, in the gateway's own (Russian) words.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Status">The state of the Viber message.</param>
/// <param name="AdditionalStatus">More about it.</param>
/// <param name="SmsStatus">The state of the SMS that went in its place.</param>
public sealed record SmsClubViberState(string Id, string? Status, string? AdditionalStatus, string? SmsStatus);
