namespace SmsGateway.Emulator;

/// <summary>How SMSAPI's lists and errors look. The default is the one shape that all six official clients can read.</summary>
public sealed record SmsApiReplyShape
{
    /// <summary>Whether items have no <c>error</c>, <c>idx</c> and <c>parts</c>, as on the vendor's page.</summary>
    public bool AsOnPage { get; init; }

    /// <summary>Whether details stand in each item; else beside the list.</summary>
    public bool DetailsInItems { get; init; }

    /// <summary>Whether <c>points</c> is a text with four decimals.</summary>
    public bool PointsAsText { get; init; }

    /// <summary>How <c>date_sent</c> is written.</summary>
    public SmsApiDateForm Date { get; init; } = SmsApiDateForm.UnixNumber;

    /// <summary>What ids look like.</summary>
    public SmsApiIdForm Ids { get; init; } = SmsApiIdForm.NineteenDigits;

    /// <summary>Whether items show their idx.</summary>
    public bool ShowIdx { get; init; } = true;

    /// <summary>Whether the list is in another order than the request.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Whether errors come as text although JSON was asked for.</summary>
    public bool ErrorsAsText { get; init; }

    /// <summary>Whether the price of a look at a number is a text, as on the page.</summary>
    public bool LookupPriceAsText { get; init; }

    /// <summary>Whether a message in test mode has an empty id.</summary>
    public bool EmptyTestId { get; init; }
}

/// <summary>How a date is written.</summary>
public enum SmsApiDateForm
{
    /// <summary>Unix seconds as a number.</summary>
    UnixNumber,

    /// <summary>Unix seconds as a text.</summary>
    UnixText,

    /// <summary>RFC 3339.</summary>
    Rfc3339,
}

/// <summary>What ids look like.</summary>
public enum SmsApiIdForm
{
    /// <summary>Nineteen digits.</summary>
    NineteenDigits,

    /// <summary>Seventeen digits, the first a zero.</summary>
    LeadingZero,

    /// <summary>Twenty-four hexadecimal digits.</summary>
    Hexadecimal,
}
