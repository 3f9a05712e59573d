namespace SmsGateway;

/// <summary>
/// A national language identifier (TS 23.038 clause 6.2.1.2.4), as the header elements "national language single shift" and
/// "national language locking shift" carry it (TS 23.040 clauses 9.2.3.24.15 and 9.2.3.24.16). The values are the standard's.
/// </summary>
public enum SmsNationalLanguage
{
    /// <summary>No national table: the GSM 7 bit default alphabet and its extension table.</summary>
    None = 0,

    /// <summary>Turkish.</summary>
    Turkish = 1,

    /// <summary>Spanish. It has a single shift table only.</summary>
    Spanish = 2,

    /// <summary>Portuguese.</summary>
    Portuguese = 3,

    /// <summary>Bengali.</summary>
    Bengali = 4,

    /// <summary>Gujarati.</summary>
    Gujarati = 5,

    /// <summary>Hindi.</summary>
    Hindi = 6,

    /// <summary>Kannada.</summary>
    Kannada = 7,

    /// <summary>Malayalam.</summary>
    Malayalam = 8,

    /// <summary>Oriya.</summary>
    Oriya = 9,

    /// <summary>Punjabi.</summary>
    Punjabi = 10,

    /// <summary>Tamil.</summary>
    Tamil = 11,

    /// <summary>Telugu.</summary>
    Telugu = 12,

    /// <summary>Urdu.</summary>
    Urdu = 13,
}
