namespace SmsGateway.SmsApi;

/// <summary>What a send brought. Source: docs.smsapi.com, section 2, and the vendor's OpenAPI description.</summary>
/// <param name="Messages">The accepted messages, in no order one could rely on.</param>
public sealed record SmsApiSent(IReadOnlyList<SmsApiSentMessage> Messages)
{
    /// <summary>How many were accepted, as the gateway counts.</summary>
    public int Count { get; init; }

    /// <summary>The first message's text, when details were asked for. Personal data.</summary>
    public string? Message { get; init; }

    /// <summary>The first message's length in characters, when details were asked for.</summary>
    public int? Length { get; init; }

    /// <summary>The first message's parts, when details were asked for. A message's own count wins: <see cref="SmsApiSentMessage.Parts"/>.</summary>
    public int? Parts { get; init; }

    /// <summary>Numbers that were not taken. Mostly empty: SMSAPI skips bad numbers of a bulk without a word.</summary>
    public IReadOnlyList<SmsApiRefusedNumber> RefusedNumbers { get; init; } = [];

    /// <summary>Voice calls that stand by, when a fallback was asked for.</summary>
    public IReadOnlyList<SmsApiFallbackMessage> Fallbacks { get; init; } = [];

    /// <summary>The counts. Never a number or the text.</summary>
    public override string ToString() => $"SmsApiSent {{ Messages = {Messages.Count}, RefusedNumbers = {RefusedNumbers.Count} }}";
}

/// <summary>An accepted message.</summary>
/// <param name="Id">The message's id: opaque text of at most 32 characters. Null or empty for some test messages, and for <see cref="IsDuplicate"/>.</param>
public sealed record SmsApiSentMessage(string? Id)
{
    /// <summary>The price of all its parts, in points.</summary>
    public decimal? Points { get; init; }

    /// <summary>The number as SMSAPI read it. Personal data.</summary>
    public string? Number { get; init; }

    /// <summary>The number as it was submitted. Personal data.</summary>
    public string? SubmittedNumber { get; init; }

    /// <summary>When it was sent, or will be.</summary>
    public DateTimeOffset? DateSent { get; init; }

    /// <summary>The gateway's word for where it is: "QUEUE".</summary>
    public string? Status { get; init; }

    /// <summary>Our idx.</summary>
    public string? Idx { get; init; }

    /// <summary>How many parts it has, 1 to 10; where only the whole answer tells, see <see cref="SmsApiSent.Parts"/>.</summary>
    public int? Parts { get; init; }

    /// <summary>An error; deprecated by the vendor, always null.</summary>
    public string? Error { get; init; }

    /// <summary>Its text, where details stand with each message. Personal data.</summary>
    public string? Message { get; init; }

    /// <summary>Its length in characters, where details stand with each message.</summary>
    public int? Length { get; init; }

    /// <summary>An earlier, unanswered attempt had been accepted: the repeat was refused with 53. The id comes with the delivery report.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Id, idx and status. Never a number or the text.</summary>
    public override string ToString() => $"SmsApiSentMessage {{ Id = {Id ?? "none"}, Idx = {Idx ?? "none"}, Status = {Status ?? "none"} }}";
}

/// <summary>A voice call that is made when the SMS cannot be delivered.</summary>
/// <param name="Id">Its id, which is not the SMS's.</param>
/// <param name="Idx">Our idx.</param>
/// <param name="DateSent">When it is made.</param>
/// <param name="Points">Its price, in points.</param>
public sealed record SmsApiFallbackMessage(string Id, string? Idx, DateTimeOffset? DateSent, decimal? Points);

/// <summary>A number that was not taken.</summary>
/// <param name="Number">The number as SMSAPI read it. Personal data.</param>
/// <param name="Kind">Why, in neutral terms.</param>
public sealed record SmsApiRefusedNumber(string? Number, SmsErrorKind Kind)
{
    /// <summary>The number as it was submitted. Personal data.</summary>
    public string? SubmittedNumber { get; init; }

    /// <summary>The gateway's code for this number, where it gives one (<c>error_code</c>).</summary>
    public string? Code { get; init; }

    /// <summary>The gateway's words, in the account's language.</summary>
    public string? Message { get; init; }

    /// <summary>The reason. Never the number.</summary>
    public override string ToString() => $"SmsApiRefusedNumber {{ Kind = {Kind}, Code = {Code ?? "none"} }}";
}

/// <summary>Where a message is.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Status">The gateway's word: QUEUE, SENT, DELIVERED and others.</param>
public sealed record SmsApiMessageState(string Id, string? Status)
{
    /// <summary>Our idx.</summary>
    public string? Idx { get; init; }

    /// <summary>The number. Personal data.</summary>
    public string? Number { get; init; }

    /// <summary>The price, in points.</summary>
    public decimal? Points { get; init; }

    /// <summary>An error, where the gateway gives one.</summary>
    public string? Error { get; init; }

    /// <summary>The status in neutral terms.</summary>
    public SmsDeliveryStatus DeliveryStatus => SmsApiCodes.OfStatus(Status);

    /// <summary>No other status will follow.</summary>
    public bool IsFinal => SmsApiCodes.IsFinal(Status);

    /// <summary>Id, idx and status. Never the number.</summary>
    public override string ToString() => $"SmsApiMessageState {{ Id = {Id}, Idx = {Idx ?? "none"}, Status = {Status ?? "none"} }}";
}
