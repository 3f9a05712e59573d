namespace SmsGateway.Emulator;

/// <summary>
/// Where a message stands, in the emulator's own words. Each protocol translates them into its own numbers or names;
/// a state for which a protocol has no word becomes its nearest one.
/// </summary>
public enum DeliveryState
{
    /// <summary>Accepted, waiting to leave.</summary>
    Queued,

    /// <summary>Accepted, to leave at a later time.</summary>
    Scheduled,

    /// <summary>Handed to the operator, no final word yet.</summary>
    Sent,

    /// <summary>On the phone.</summary>
    Delivered,

    /// <summary>Not deliverable.</summary>
    Undelivered,

    /// <summary>The validity ended first.</summary>
    Expired,

    /// <summary>Refused on the way.</summary>
    Rejected,

    /// <summary>Withdrawn before it left.</summary>
    Cancelled,

    /// <summary>No report will ever come.</summary>
    Unknown,
}

/// <summary>What carries the message to the phone.</summary>
public enum Channel
{
    /// <summary>A text message.</summary>
    Sms,

    /// <summary>A call that speaks.</summary>
    Voice,

    /// <summary>A picture message.</summary>
    Mms,

    /// <summary>WhatsApp.</summary>
    WhatsApp,

    /// <summary>Viber.</summary>
    Viber,

    /// <summary>RCS.</summary>
    Rcs,
}
