namespace SmsGateway.Emulator;

/// <summary>How a text travels over the air.</summary>
public enum MessageEncoding
{
    /// <summary>Septets of GSM 03.38: 160 in one segment, 153 in each of several.</summary>
    Gsm7,

    /// <summary>UTF-16 code units: 70 in one segment, 67 in each of several.</summary>
    Ucs2,

    /// <summary>Octets: 140 in one segment, 134 in each of several.</summary>
    Binary,
}
