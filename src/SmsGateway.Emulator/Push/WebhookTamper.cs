namespace SmsGateway.Emulator;

/// <summary>What is wrong with a push, for tests of the receiver.</summary>
public enum WebhookTamper
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is about a message that nobody sent.</summary>
    UnknownMessage,

    /// <summary>Its status is one that no list has.</summary>
    UnknownStatus,

    /// <summary>It has no status.</summary>
    MissingStatus,

    /// <summary>It has no message id.</summary>
    MissingId,

    /// <summary>It has no reference of the sender.</summary>
    MissingReference,

    /// <summary>Its time is blank (SMSAPI, SpeedMarket).</summary>
    BlankTime,

    /// <summary>Of several records, only the first has a value in each list (SMSAPI); one value stands for all.</summary>
    SingleValues,

    /// <summary>The status list is one shorter than the list of ids (SMSAPI).</summary>
    ShortLists,

    /// <summary>Its id is under the misprinted name of the vendor's page (SMSAPI: Msgld).</summary>
    MisprintedName,

    /// <summary>Numbers are texts where they should be numbers (SpeedSMS).</summary>
    NumbersAsText,

    /// <summary>The number is in another form than the vendor uses.</summary>
    OtherNumberForm,

    /// <summary>Its text is in Latin-1.</summary>
    Latin1,

    /// <summary>The other of GET and POST.</summary>
    WrongMethod,

    /// <summary>Cut in the middle.</summary>
    Cut,
}
