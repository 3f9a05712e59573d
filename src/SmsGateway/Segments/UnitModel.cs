namespace SmsGateway;

/// <summary>How the units of a text are counted; chosen once per text, the cheapest that is exact for it.</summary>
internal enum UnitModel
{
    /// <summary>GSM-7 in which every character is one septet.</summary>
    PlainSeptets,

    /// <summary>GSM-7 by the default alphabet, with escape pairs.</summary>
    EscapedSeptets,

    /// <summary>GSM-7 by national tables, or with a counting quirk.</summary>
    TableSeptets,

    /// <summary>UCS-2, with surrogate pairs.</summary>
    Ucs2,
}
