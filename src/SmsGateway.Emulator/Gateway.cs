namespace SmsGateway.Emulator;

/// <summary>The five gateways whose protocols the emulator speaks.</summary>
public enum Gateway
{
    /// <summary>SMSAPI: <c>*.do</c> scripts at the root (also below <c>/api</c>) and a small REST API.</summary>
    SmsApi,

    /// <summary>SpeedSMS: JSON below <c>/index.php</c>.</summary>
    SpeedSms,

    /// <summary>SpeedMarket: forms and JSON below <c>/webservice-rest/</c>.</summary>
    SpeedMarket,

    /// <summary>SMS Club: JSON below <c>/sms/</c>.</summary>
    SmsClub,

    /// <summary>The white-label gateway of key and reference: <c>/api/sms/send_sms.php</c> and <c>/api/sms/dlr.php</c>.</summary>
    KeyRef,
}

/// <summary>What a request asks of a gateway. Fault rules choose by it.</summary>
public enum Operation
{
    /// <summary>Anything that has no word of its own here, unknown paths included.</summary>
    Other,

    /// <summary>A message to one or more numbers.</summary>
    Send,

    /// <summary>The state of messages sent before.</summary>
    Status,

    /// <summary>Money or credits left.</summary>
    Balance,

    /// <summary>Sender names: list, add, state, delete.</summary>
    Senders,

    /// <summary>Deletion of a scheduled message.</summary>
    Cancel,

    /// <summary>A look at a number (HLR).</summary>
    Lookup,

    /// <summary>Price lists.</summary>
    Prices,

    /// <summary>Sub-users of the account.</summary>
    Users,

    /// <summary>Messages from phones, pulled.</summary>
    Inbound,

    /// <summary>A call that speaks.</summary>
    Voice,

    /// <summary>A picture message.</summary>
    Mms,

    /// <summary>A code made by the gateway.</summary>
    CreatePin,

    /// <summary>The check of such a code.</summary>
    VerifyPin,

    /// <summary>Stored texts.</summary>
    Templates,

    /// <summary>Contacts and their groups, blacklists.</summary>
    Contacts,

    /// <summary>The account itself: profile, ping.</summary>
    Account,
}
