namespace SmsGateway;

/// <summary>
/// Puts a letter and the mark after it together, as Unicode's form C does, for the letters that an SMS alphabet or a Cyrillic
/// table tells apart from the bare letter; any other letter loses its marks anyway. Done here and not by
/// <see cref="string.Normalize()"/>, which throws for a lone surrogate and does nothing in globalization-invariant mode.
/// </summary>
internal static class Composition
{
    private static readonly (char Mark, string Letters, string Composed)[] Pairs =
    [
        ('\u0300', "aeuioAеЕиИ", "àèùìòÀѐЀѝЍ"),
        ('\u0301', "eEaiouAIOUгГкК", "éÉáíóúÁÍÓÚѓЃќЌ"),
        ('\u0302', "aeoAEO", "âêôÂÊÔ"),
        ('\u0303', "NnaoAO", "ÑñãõÃÕ"),
        ('\u0306', "gGиИуУ", "ğĞйЙўЎ"),
        ('\u0307', "I", "İ"),
        ('\u0308', "AOUaouіІеЕ", "ÄÖÜäöüїЇёЁ"),
        ('\u030A', "Aa", "Åå"),
        ('\u0327', "CsSc", "ÇşŞç"),
    ];

    /// <summary>Whether a character is a mark that belongs to the letter before it (the block Combining Diacritical Marks).</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>The letter with the mark, or the letter as it is.</summary>
    public static char Compose(char letter, char mark)
    {
        foreach ((char known, string letters, string composed) in Pairs)
        {
            int place = known == mark ? letters.IndexOf(letter, StringComparison.Ordinal) : -1;
            if (place >= 0)
            {
                return composed[place];
            }
        }

        return letter;
    }
}
