namespace SmsGateway.SmsApi;

/// <summary>
/// A message for <see cref="ISmsApiSms.SendAsync"/>: recipients (<see cref="To"/> or <see cref="Groups"/>) and one content
/// (<see cref="Message"/>, <see cref="SmsApiSendOptions.Template"/> or <see cref="SmsApiSendOptions.Binary"/>). Source: docs.smsapi.com, sections 2 to 4.
/// </summary>
/// <remarks>
/// SMSAPI replaces tags in the text, and nothing escapes them: <c>[%1%]</c> to <c>[%4%]</c> by the recipient's parameters,
/// <c>[%contact.FIELD%]</c> by a field of the contact, <c>[%goto:URL%]</c> by a short link. <see cref="SmsApiTags"/> writes them.
/// </remarks>
public sealed record SmsApiSend : SmsApiSendOptions
{
    /// <summary>The recipients, each by its number with country code; a plain text will do: <c>To = ["48500111222"]</c>. At most 10,000, or 100 with parameters or links.</summary>
    public IReadOnlyList<SmsApiRecipient> To { get; init; } = [];

    /// <summary>Groups of the contacts database, by name, in place of <see cref="To"/> (<c>group</c>). Who received it is known only from the answer.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The text.</summary>
    public string? Message { get; init; }

    /// <summary>An active sender name, at most 11 of <c>a-z A-Z 0-9 - . space</c>; "2way" for two-way numbers. Null for the account's default.</summary>
    public string? From { get; init; }

    /// <summary>The charset in which text and parameters travel (<c>encoding</c>). What the phone shows is the same for all.</summary>
    public SmsApiCharset Encoding { get; init; }

    /// <summary>Shown at once and not stored; GSM-7 characters only (<c>flash</c>).</summary>
    public bool Flash { get; init; }

    /// <summary>Nothing is sent or charged; the answer looks real (<c>test</c>).</summary>
    public bool Test { get; init; }

    /// <summary>Ask for length, text and parts in the answer (<c>details</c>). The answer then echoes the text.</summary>
    public bool Details { get; init; }

    /// <summary>When to send, at most three months ahead; null for now (<c>date</c>). SMSAPI sends at once what is dated in the past.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Have SMSAPI refuse a date that it cannot read, with 54, instead of sending at once (<c>date_validate</c>). Default: true.</summary>
    public bool DateValidate { get; init; } = true;

    /// <summary>Send as often as a number occurs; without it, once (<c>allow_duplicates</c>).</summary>
    public bool AllowDuplicates { get; init; }

    /// <summary>Refuse an idx that was used within 24 hours, with 53 (<c>check_idx</c>). Needs <see cref="SmsApiRecipient.Idx"/>.</summary>
    public bool CheckIdx { get; init; }

    /// <summary>After when delivery is no longer tried: 15 minutes to 72 hours after sending, give or take 5 minutes (<c>expiration_date</c>).</summary>
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>Where reports about this message go, instead of the account's address (<c>notify_url</c>).</summary>
    public Uri? NotifyUrl { get; init; }

    /// <summary>Counts and flags. Never a number or the text.</summary>
    public override string ToString() => $"SmsApiSend {{ To = {To.Count}, Groups = {Groups.Count}, Message = {Message?.Length ?? 0} characters, Test = {Test} }}";
}

/// <summary>A recipient, with what is its own.</summary>
/// <param name="Number">The number with country code, "48500111222"; separators and a plus do no harm. Personal data.</param>
public sealed record SmsApiRecipient(string Number)
{
    /// <summary>Our handle for this message, returned in reports (<c>idx</c>): at most 255 characters without "|" and ",". All recipients of a message have one, or none.</summary>
    public string? Idx { get; init; }

    /// <summary>Values for <c>[%1%]</c> to <c>[%4%]</c> in text or template, without "|" (<c>param1</c> to <c>param4</c>). All recipients of a message have equally many.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>A recipient with nothing of its own.</summary>
    public static implicit operator SmsApiRecipient(string number) => new(number);

    /// <summary>A recipient with nothing of its own.</summary>
    public static SmsApiRecipient FromString(string number) => new(number);

    /// <summary>The idx. Never the number or a value.</summary>
    public override string ToString() => $"SmsApiRecipient {{ Idx = {Idx ?? "none"}, Parameters = {Parameters.Count} }}";
}
