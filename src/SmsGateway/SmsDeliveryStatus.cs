namespace SmsGateway;

/// <summary>Where an accepted message is on its way. Values are never renumbered.</summary>
public enum SmsDeliveryStatus
{
    /// <summary>Not known, or a word of the gateway that nobody knows; the raw word is kept beside it.</summary>
    Unknown = 0,

    /// <summary>Accepted for a later time.</summary>
    Scheduled = 1,

    /// <summary>Waiting at the gateway.</summary>
    Queued = 2,

    /// <summary>Handed to an operator; no word from the phone yet.</summary>
    Sent = 3,

    /// <summary>The phone has it. Final.</summary>
    Delivered = 4,

    /// <summary>It could not be delivered. Final.</summary>
    Undelivered = 5,

    /// <summary>Its validity ended before delivery. Final.</summary>
    Expired = 6,

    /// <summary>Refused after acceptance, by gateway or operator. Final.</summary>
    Rejected = 7,

    /// <summary>Taken back before delivery. Final.</summary>
    Cancelled = 8,
}

/// <summary>What statuses have in common.</summary>
public static class SmsDeliveryStatusExtensions
{
    /// <summary>Whether a status is the last word: delivered, undelivered, expired, rejected or cancelled.</summary>
    public static bool IsFinal(this SmsDeliveryStatus status) => status is SmsDeliveryStatus.Delivered or SmsDeliveryStatus.Undelivered
        or SmsDeliveryStatus.Expired or SmsDeliveryStatus.Rejected or SmsDeliveryStatus.Cancelled;
}
