namespace SmsGateway.KeyRef;

/// <summary>One message to one number.</summary>
/// <param name="Mobile">The number in international form, digits alone: no plus, no "00", one number only.</param>
/// <param name="Sender">The sender: a name of up to 11 characters or a number of up to 16 digits; the page names no limits.</param>
/// <param name="Text">The text (<c>msgtext</c>), in any language.</param>
/// <param name="Reference">
/// Your unique reference (<c>ref</c>), to be kept before sending: with the number it is the only handle. 10 to 20 lower-case letters
/// and digits are safe; a gateway that cut a longer one would later deny knowing it.
/// </param>
public sealed record KeyRefSend(string Mobile, string Sender, string Text, string Reference)
{
    /// <summary>The form of reply to ask for (<c>response</c>); null for the account's.</summary>
    public KeyRefReplyFormat? ReplyFormat { get; init; }

    /// <summary>Whether to send by GET, which puts key and text into the address; null for the account's choice.</summary>
    public bool? UseGet { get; init; }

    /// <summary>The reference; neither number nor text.</summary>
    public override string ToString() => $"KeyRefSend {{ Reference = {Reference} }}";
}

/// <summary>A message that was taken. The gateway gives no id: this is its handle.</summary>
/// <param name="Mobile">The number as it was sent. Personal data.</param>
/// <param name="Reference">The reference.</param>
public sealed record KeyRefSent(string Mobile, string Reference)
{
    /// <summary>The reference; not the number.</summary>
    public override string ToString() => $"KeyRefSent {{ Reference = {Reference} }}";
}

/// <summary>Where a message is. Members are null where the reply left them out.</summary>
/// <param name="IsFound">
/// Whether the gateway knows number and reference (<c>status</c>): not whether the message is fine. False also right after sending,
/// while the message is not visible yet.
/// </param>
public sealed record KeyRefReport(bool IsFound)
{
    /// <summary>Where it is, in neutral terms; words that the page does not have are read where their meaning is plain.</summary>
    public SmsDeliveryStatus Status { get; init; }

    /// <summary>The gateway's word for the queue: "pending", "processed", "notfound".</summary>
    public string? QueueStatus { get; init; }

    /// <summary>What went wrong in the queue; "0" for nothing. Other values are documented nowhere.</summary>
    public string? QueueError { get; init; }

    /// <summary>The gateway's word for delivery: "sending", "delivered", "notfound". Its words for failure are documented nowhere.</summary>
    public string? DlrStatus { get; init; }

    /// <summary>Why it was not delivered; empty for nothing. The values are documented nowhere.</summary>
    public string? DlrError { get; init; }

    /// <summary>False when a user deleted the record: the message was accepted once, and there is no more to learn.</summary>
    public bool? DlrExists { get; init; }

    /// <summary>The price, in a currency that the gateway does not name; presumably of the whole message (<c>sms_cost</c>).</summary>
    public decimal? Cost { get; init; }

    /// <summary>A user deleted the record: accepted once, nothing more to learn, no reason to send again.</summary>
    public bool IsDeleted { get; init; }
}
