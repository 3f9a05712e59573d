namespace SmsGateway;

/// <summary>The features that gateways differ in. Values are never renumbered.</summary>
[Flags]
public enum SmsCapabilities
{
    /// <summary>Plain sending only.</summary>
    None = 0,

    /// <summary>A sender name of one's own: <see cref="SmsMessage.From"/>.</summary>
    Sender = 1 << 0,

    /// <summary>Sending later: <see cref="SmsMessage.SendAt"/>.</summary>
    Schedule = 1 << 1,

    /// <summary>Taking a scheduled message back.</summary>
    Cancel = 1 << 2,

    /// <summary>Limiting how long delivery is tried: <see cref="SmsMessage.Validity"/>.</summary>
    Validity = 1 << 3,

    /// <summary>Messages shown at once: <see cref="SmsMessage.Flash"/>.</summary>
    Flash = 1 << 4,

    /// <summary>A test mode: <see cref="SmsMessage.DryRun"/>.</summary>
    DryRun = 1 << 5,

    /// <summary>The report address per message: <see cref="SmsMessage.DeliveryReportUrl"/>.</summary>
    DeliveryReportUrl = 1 << 6,

    /// <summary>Our reference travels to the gateway.</summary>
    Reference = 1 << 7,

    /// <summary>A lost answer is resolved by asking for our reference.</summary>
    ReferenceLookup = 1 << 8,

    /// <summary>The gateway refuses a second message with our reference, so a repeat is safe.</summary>
    DuplicateProtection = 1 << 9,

    /// <summary>Delivery reports are pushed to us.</summary>
    DeliveryReports = 1 << 10,

    /// <summary>Replies are pushed to us.</summary>
    Inbound = 1 << 11,

    /// <summary>Replies can be fetched.</summary>
    InboundPull = 1 << 12,

    /// <summary>The state of a message can be asked for.</summary>
    StatusQuery = 1 << 13,

    /// <summary>The balance can be asked for.</summary>
    Balance = 1 << 14,

    /// <summary>The account's sender names can be asked for.</summary>
    Senders = 1 << 15,

    /// <summary>Numbers can be looked up (HLR).</summary>
    NumberLookup = 1 << 16,

    /// <summary>A code can be read out by a phone call.</summary>
    Voice = 1 << 17,

    /// <summary>The gateway makes and checks one-time codes.</summary>
    Verification = 1 << 18,

    /// <summary>The price is in the reply.</summary>
    Price = 1 << 19,
}
