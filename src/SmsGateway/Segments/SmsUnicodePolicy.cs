namespace SmsGateway;

/// <summary>What to do with a text that the GSM 7 bit default alphabet (TS 23.038 clause 6.2.1) cannot carry.</summary>
public enum SmsUnicodePolicy
{
    /// <summary>Send it as it is, in UCS-2.</summary>
    Allow,

    /// <summary>
    /// Replace what the alphabet lacks, if that brings the whole text into GSM-7 <b>and</b> saves at least one segment;
    /// otherwise change nothing.
    /// </summary>
    Transliterate,

    /// <summary>Replace what the alphabet lacks, if that brings the whole text into GSM-7; otherwise change nothing.</summary>
    TransliterateAlways,

    /// <summary>Refuse the message: see <see cref="SmsTextRefusal.UnicodeNotAllowed"/>.</summary>
    Reject,
}
