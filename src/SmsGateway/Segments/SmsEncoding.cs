namespace SmsGateway;

/// <summary>How the text of a message travels: the character set of TP-DCS (3GPP TS 23.038 clause 4).</summary>
public enum SmsEncoding
{
    /// <summary>The GSM 7 bit default alphabet with its extension or national tables (clause 6.2.1). Its unit is the septet.</summary>
    Gsm7,

    /// <summary>UCS2 (clause 6.2.3), in practice UTF-16. Its unit is the 16-bit code unit: an emoji is two.</summary>
    Ucs2,
}
