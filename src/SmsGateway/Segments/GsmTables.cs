namespace SmsGateway;

/// <summary>
/// Every table of 3GPP TS 23.038, code to character. The tables are the agreement of up to five independent transcriptions; where
/// the printed standard has a slip, the table says so.
/// </summary>
internal static partial class GsmTables
{
    /// <summary>The code that opens an escape pair (clause 6.2.1.1). It carries no text of its own.</summary>
    public const byte Escape = 0x1B;

    /// <summary>Codes in a table.</summary>
    public const int Size = 128;

    /// <summary>National language identifiers, 0 (none) to 13 (Urdu).</summary>
    public const int Languages = 14;

    /// <summary>The default alphabet or a locking shift table; empty where the language has none.</summary>
    public static ReadOnlySpan<char> Locking(SmsNationalLanguage language) => language switch
    {
        SmsNationalLanguage.None => Basic,
        SmsNationalLanguage.Turkish => TurkishLocking,
        SmsNationalLanguage.Portuguese => PortugueseLocking,
        SmsNationalLanguage.Bengali => BengaliLocking,
        SmsNationalLanguage.Gujarati => GujaratiLocking,
        SmsNationalLanguage.Hindi => HindiLocking,
        SmsNationalLanguage.Kannada => KannadaLocking,
        SmsNationalLanguage.Malayalam => MalayalamLocking,
        SmsNationalLanguage.Oriya => OriyaLocking,
        SmsNationalLanguage.Punjabi => PunjabiLocking,
        SmsNationalLanguage.Tamil => TamilLocking,
        SmsNationalLanguage.Telugu => TeluguLocking,
        SmsNationalLanguage.Urdu => UrduLocking,
        _ => default,
    };

    /// <summary>The extension table or a single shift table; empty where the language has none.</summary>
    public static ReadOnlySpan<char> SingleShift(SmsNationalLanguage language) => language switch
    {
        SmsNationalLanguage.None => Extension,
        SmsNationalLanguage.Turkish => TurkishSingleShift,
        SmsNationalLanguage.Spanish => SpanishSingleShift,
        SmsNationalLanguage.Portuguese => PortugueseSingleShift,
        SmsNationalLanguage.Bengali => BengaliSingleShift,
        SmsNationalLanguage.Gujarati => GujaratiSingleShift,
        SmsNationalLanguage.Hindi => HindiSingleShift,
        SmsNationalLanguage.Kannada => KannadaSingleShift,
        SmsNationalLanguage.Malayalam => MalayalamSingleShift,
        SmsNationalLanguage.Oriya => OriyaSingleShift,
        SmsNationalLanguage.Punjabi => PunjabiSingleShift,
        SmsNationalLanguage.Tamil => TamilSingleShift,
        SmsNationalLanguage.Telugu => TeluguSingleShift,
        SmsNationalLanguage.Urdu => UrduSingleShift,
        _ => default,
    };

    /// <summary>Whether the language has a locking shift table; <see cref="SmsNationalLanguage.None"/> counts as having one.</summary>
    public static bool HasLocking(SmsNationalLanguage language) => !Locking(language).IsEmpty;

    /// <summary>
    /// Whether a single shift character may be decoded but not relied on. The Telugu euro sign is in some editions of the standard
    /// and in some phones only.
    /// </summary>
    public static bool IsDisputed(SmsNationalLanguage singleShift, char c) =>
        singleShift == SmsNationalLanguage.Telugu && c == '€';
}
