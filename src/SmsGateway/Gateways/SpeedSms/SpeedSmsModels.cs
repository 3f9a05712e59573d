namespace SmsGateway.SpeedSms;

/// <summary>One text to many numbers.</summary>
/// <param name="To">1 to 100 numbers, "84..." without plus; "0..." and "+84..." are understood as well.</param>
/// <param name="Content">The text; up to 3 segments were seen to be taken, longer ones are refused (113).</param>
public sealed record SpeedSmsSend(IReadOnlyList<string> To, string Content)
{
    /// <summary>The kind of SMS (<c>sms_type</c>). Default: <see cref="SpeedSmsType.CustomerCare"/>, the gateway's own default.</summary>
    public SpeedSmsType Type { get; init; } = SpeedSmsType.CustomerCare;

    /// <summary>
    /// The sender, at most 11 characters; for <see cref="SpeedSmsType.AndroidPhone"/> the device id. Empty for the kinds without one,
    /// and for <see cref="SpeedSmsType.Notify"/> empty, "Notify" or "Verify": the sources disagree.
    /// </summary>
    public string Sender { get; init; } = "";

    /// <summary>How many numbers and what kind; neither numbers nor text.</summary>
    public override string ToString() => FormattableString.Invariant($"SpeedSmsSend {{ To = {To.Count} numbers, Type = {Type} }}");
}

/// <summary>A picture or film message to many numbers.</summary>
/// <param name="To">1 to 100 numbers, "84..." without plus.</param>
/// <param name="Content">The text.</param>
/// <param name="Link">Where the picture is.</param>
public sealed record SpeedSmsMms(IReadOnlyList<string> To, string Content, Uri Link)
{
    /// <summary>The sender; empty for none.</summary>
    public string Sender { get; init; } = "";

    /// <summary>How many numbers; neither numbers nor text.</summary>
    public override string ToString() => FormattableString.Invariant($"SpeedSmsMms {{ To = {To.Count} numbers }}");
}

/// <summary>What became of a send, call or MMS that was taken.</summary>
/// <param name="TranId">The id of the whole call, shared by all its recipients; opaque text. Null when the reply left it out; the message is accepted all the same.</param>
/// <param name="InvalidPhones">Numbers that were not taken, in whatever form the gateway echoes them. May hold all of them.</param>
public sealed record SpeedSmsSent(string? TranId, IReadOnlyList<string> InvalidPhones)
{
    /// <summary>The segments of all recipients together; null for calls.</summary>
    public int? TotalSms { get; init; }

    /// <summary>The price of the whole call in VND.</summary>
    public decimal? TotalPrice { get; init; }

    /// <summary>The id and how many numbers were left out.</summary>
    public override string ToString() => FormattableString.Invariant($"SpeedSmsSent {{ TranId = {TranId ?? "none"}, InvalidPhones = {InvalidPhones.Count} numbers }}");
}

/// <summary>A one-time code that the gateway made and sent.</summary>
/// <param name="Sent">What became of the SMS.</param>
/// <param name="PinCode">The code, where the gateway tells it; secret.</param>
public sealed record SpeedSmsPin(SpeedSmsSent Sent, string? PinCode)
{
    /// <summary>What became of the SMS; never the code.</summary>
    public override string ToString() => $"SpeedSmsPin {{ Sent = {Sent} }}";
}

/// <summary>Whether a one-time code was right.</summary>
/// <param name="Verified">It was.</param>
public sealed record SpeedSmsPinCheck(bool Verified)
{
    /// <summary>How many more tries are left, where the gateway says.</summary>
    public int? RemainingAttempts { get; init; }

    /// <summary>The number, as the gateway echoes it. Personal data.</summary>
    public string? Phone { get; init; }

    /// <summary>The code that was checked, as the gateway echoes it.</summary>
    public string? Pin { get; init; }

    /// <summary>Whether it was right, and the tries left; neither number nor code.</summary>
    public override string ToString() => FormattableString.Invariant($"SpeedSmsPinCheck {{ Verified = {Verified}, RemainingAttempts = {RemainingAttempts} }}");
}

/// <summary>Where one recipient's message is, by poll. Best effort: no vendor page explains the numbers, and clients read them differently.</summary>
/// <param name="Phone">The number, in local or international form. Personal data.</param>
/// <param name="Status">The gateway's number as it was written: -1 sending, 0 waiting, 1 success, 2 error, in the reading of most; null when missing.</param>
public sealed record SpeedSmsState(string Phone, string? Status)
{
    /// <summary>The status; not the number.</summary>
    public override string ToString() => $"SpeedSmsState {{ Status = {Status ?? "none"} }}";
}

/// <summary>The account.</summary>
/// <param name="Balance">The balance.</param>
/// <param name="Currency">Its currency: "VND".</param>
public sealed record SpeedSmsUser(decimal Balance, string Currency)
{
    /// <summary>The account's e-mail address. Personal data.</summary>
    public string? Email { get; init; }

    /// <summary>The balance; not the address.</summary>
    public override string ToString() => FormattableString.Invariant($"SpeedSmsUser {{ Balance = {Balance} {Currency} }}");
}

/// <summary>A call was refused because of its numbers (105); nothing of it was sent, also to the others.</summary>
/// <param name="error">Why.</param>
/// <param name="invalidPhones">The numbers.</param>
public sealed class SpeedSmsInvalidPhonesException(SmsError error, IReadOnlyList<string> invalidPhones) : SmsException(error)
{
    /// <summary>The numbers that the gateway named, in whatever form it echoes them. Personal data; not part of the message.</summary>
    public IReadOnlyList<string> InvalidPhones { get; } = invalidPhones;
}
