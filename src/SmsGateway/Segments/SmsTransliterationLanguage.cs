namespace SmsGateway;

/// <summary>
/// The language of a text, where transliteration depends on it: the same Cyrillic letter is written differently for each
/// language, so without a language Cyrillic stays as it is.
/// </summary>
public enum SmsTransliterationLanguage
{
    /// <summary>Not said: Latin, Greek capitals and punctuation are replaced, Cyrillic is not.</summary>
    None,

    /// <summary>Bulgarian, by the Transliteration Act of 2009: щ is <c>sht</c>, ъ is <c>a</c>, a final ия is <c>ia</c>.</summary>
    Bulgarian,

    /// <summary>Russian, by ICAO Doc 9303, as passports have it: щ is <c>shch</c>, ю is <c>iu</c>, ь is left out.</summary>
    Russian,

    /// <summary>Serbian, by its own Latin alphabet without the marks: љ is <c>lj</c>, ш is <c>s</c>, ђ is <c>dj</c>.</summary>
    Serbian,

    /// <summary>Ukrainian, by Resolution 55 of 2010: г is <c>h</c>, є is <c>ye</c> at the start of a word and <c>ie</c> elsewhere.</summary>
    Ukrainian,

    /// <summary>Vietnamese: all its marks go, also from à, è, é, ì, ò and ù, which GSM-7 has, so that the text does not look mixed.</summary>
    Vietnamese,
}
