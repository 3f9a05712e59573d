namespace SmsGateway;

/// <summary>
/// The GSM 7 bit default alphabet with its extension and national language tables (3GPP TS 23.038 clause 6.2.1 and annex A), text
/// to septets and back. A septet is one byte, 0 to 127; <see cref="Pack"/> and <see cref="Unpack"/> know the form on the air.
/// </summary>
/// <remarks>Nothing here throws for any text or any bytes, and nothing allocates but the strings and arrays it returns.</remarks>
public static partial class Gsm7
{
    /// <summary>Counts the septets of a text (clause 6.2.1; an escaped character is two).</summary>
    /// <param name="text">The text; the empty text has 0 septets.</param>
    /// <param name="lockingShift">The table in place of the default alphabet.</param>
    /// <param name="singleShift">The table in place of the extension table.</param>
    /// <returns>Septets, or -1 if the tables lack a character of the text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A language is not a member, or has no such table.</exception>
    public static int CountSeptets(
        ReadOnlySpan<char> text,
        SmsNationalLanguage lockingShift = SmsNationalLanguage.None,
        SmsNationalLanguage singleShift = SmsNationalLanguage.None)
    {
        GsmAlphabet alphabet = Alphabet(lockingShift, singleShift);
        return SegmentPlan.TryGsm7(text, alphabet, SmsTextOptions.Default, out SegmentPlan plan) ? plan.Units : -1;
    }

    /// <summary>Encodes a text, one byte for each septet (clauses 6.2.1 and 6.2.1.1).</summary>
    /// <param name="text">The text; the empty text encodes to nothing.</param>
    /// <param name="septets">Where to write.</param>
    /// <param name="written">How many septets were written; 0 if the answer is <see langword="false"/>.</param>
    /// <param name="lockingShift">The table in place of the default alphabet.</param>
    /// <param name="singleShift">The table in place of the extension table.</param>
    /// <returns><see langword="false"/> if the tables lack a character or <paramref name="septets"/> is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A language is not a member, or has no such table.</exception>
    public static bool TryEncode(
        ReadOnlySpan<char> text,
        Span<byte> septets,
        out int written,
        SmsNationalLanguage lockingShift = SmsNationalLanguage.None,
        SmsNationalLanguage singleShift = SmsNationalLanguage.None)
    {
        GsmAlphabet alphabet = Alphabet(lockingShift, singleShift);
        int place = 0;
        written = 0;
        foreach (char c in text)
        {
            if (!alphabet.TryGetCode(c, out byte code, out bool escaped) || place + (escaped ? 2 : 1) > septets.Length)
            {
                return false;
            }

            if (escaped)
            {
                septets[place++] = GsmTables.Escape;
            }

            septets[place++] = code;
        }

        written = place;
        return true;
    }

    /// <summary>Encodes a text into a new array, one byte for each septet (clauses 6.2.1 and 6.2.1.1).</summary>
    /// <param name="text">The text; the empty text encodes to an empty array.</param>
    /// <param name="lockingShift">The table in place of the default alphabet.</param>
    /// <param name="singleShift">The table in place of the extension table.</param>
    /// <returns>The septets, or <see langword="null"/> if the tables lack a character of the text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A language is not a member, or has no such table.</exception>
    public static byte[]? Encode(
        ReadOnlySpan<char> text,
        SmsNationalLanguage lockingShift = SmsNationalLanguage.None,
        SmsNationalLanguage singleShift = SmsNationalLanguage.None)
    {
        int count = CountSeptets(text, lockingShift, singleShift);
        if (count < 0)
        {
            return null;
        }

        var septets = new byte[count];
        return TryEncode(text, septets, out _, lockingShift, singleShift) ? septets : null;
    }

    /// <summary>Decodes septets, one byte each; only the low seven bits of a byte are looked at.</summary>
    /// <param name="septets">The septets; none decode to the empty text.</param>
    /// <param name="lockingShift">The table in place of the default alphabet.</param>
    /// <param name="singleShift">The table in place of the extension table.</param>
    /// <returns>
    /// The text. After an escape, a code that the single shift table lacks shows the character of the main table; an escape that
    /// nothing follows, or another escape, shows a space (clause 6.2.1.1). A code that a locking table leaves free is U+FFFD.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A language is not a member, or has no such table.</exception>
    public static string Decode(
        ReadOnlySpan<byte> septets,
        SmsNationalLanguage lockingShift = SmsNationalLanguage.None,
        SmsNationalLanguage singleShift = SmsNationalLanguage.None)
    {
        _ = Alphabet(lockingShift, singleShift);
        ReadOnlySpan<char> main = GsmTables.Locking(lockingShift);
        ReadOnlySpan<char> shifted = GsmTables.SingleShift(singleShift);
        char[] text = new char[septets.Length];
        int length = 0;
        for (int i = 0; i < septets.Length; i++)
        {
            int code = septets[i] & 0x7F;
            char c = main[code];
            if (code == GsmTables.Escape)
            {
                i++;
                code = i < septets.Length ? septets[i] & 0x7F : GsmTables.Escape;
                c = code == GsmTables.Escape ? ' ' : shifted[code] != '\0' ? shifted[code] : main[code];
            }

            text[length++] = c == '\0' ? '\uFFFD' : c;
        }

        return new string(text, 0, length);
    }

    private static GsmAlphabet Alphabet(SmsNationalLanguage lockingShift, SmsNationalLanguage singleShift)
    {
        if (!GsmTables.HasLocking(lockingShift))
        {
            throw new ArgumentOutOfRangeException(nameof(lockingShift), lockingShift, "The language has no locking shift table.");
        }

        if (GsmTables.SingleShift(singleShift).IsEmpty)
        {
            throw new ArgumentOutOfRangeException(nameof(singleShift), singleShift, "There is no such language.");
        }

        return new GsmAlphabet(lockingShift, singleShift);
    }
}
