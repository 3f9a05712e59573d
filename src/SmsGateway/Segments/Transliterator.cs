using System.Buffers;
using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>
/// Brings a text into an alphabet, element by element. An element is a character with the marks that follow it: the two are put
/// together first, so that a decomposed letter is treated like a composed one.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Transliterator(SmsTextOptions options)
{
    /// <summary>Letters that GSM-7 has and Vietnamese loses with the rest.</summary>
    private const string VietnameseLetters = "àèéìòùÉ";
    private const string BareVietnameseLetters = "aeeiouE";

    private readonly SmsTransliterationLanguage _language = options.Language;
    private readonly GsmAlphabet _alphabet = options.SearchNationalTables ? default : new(options.LockingShift, options.SingleShift);

    /// <summary>Writes the replaced text, or stops at an element that has no replacement.</summary>
    /// <param name="text">The text.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="leaveOut">Whether an element without a replacement is left out instead.</param>
    /// <returns>Whether the whole text was written.</returns>
    public bool TryWrite(ReadOnlySpan<char> text, ArrayBufferWriter<char> output, bool leaveOut)
    {
        int position = 0;
        while (NextCandidate(text[position..]) is var ahead and >= 0)
        {
            int start = ElementStart(text, position + ahead);
            output.Write(text[position..start]);
            string? replacement = Find(text, start, out int length);
            if (replacement is null && !leaveOut)
            {
                return false;
            }

            output.Write(replacement);
            position = start + length;
        }

        output.Write(text[position..]);
        return true;
    }

    /// <summary>The start of the element that a character belongs to.</summary>
    public static int ElementStart(ReadOnlySpan<char> text, int index)
    {
        int start = index;
        while (start > 0 && Composition.IsMark(text[start]))
        {
            start--;
        }

        return start > 0 && char.IsSurrogatePair(text[start - 1], text[start]) ? start - 1 : start;
    }

    /// <summary>The replacement of the element at <paramref name="start"/>, or <see langword="null"/> if there is none.</summary>
    public string? Find(ReadOnlySpan<char> text, int start, out int length)
    {
        char letter = text[start];
        bool isPair = start + 1 < text.Length && char.IsSurrogatePair(letter, text[start + 1]);
        length = isPair ? 2 : 1;
        if (!isPair && start + 1 < text.Length && Composition.IsMark(text[start + 1]))
        {
            letter = Composition.Compose(letter, text[start + 1]);
        }

        while (start + length < text.Length && Composition.IsMark(text[start + length]))
        {
            length++;
        }

        return isPair ? null : Find(letter, text[..start], text[(start + length)..]);
    }

    private string? Find(char letter, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (_language == SmsTransliterationLanguage.Vietnamese && VietnameseLetters.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0)
        {
            return Characters.Of(BareVietnameseLetters[place]);
        }

        if (_language == SmsTransliterationLanguage.Ukrainian && CyrillicTable.IsApostrophe(letter))
        {
            bool isInWord = !before.IsEmpty && !after.IsEmpty && IsCyrillic(before[^1]) && IsCyrillic(after[0]);
            return isInWord ? "" : "'";
        }

        if (_alphabet.Cost(letter) != 0)
        {
            return Characters.Of(letter);
        }

        // A mark with nothing to sit on says nothing.
        return Composition.IsMark(letter) ? "" : CyrillicTable.For(_language)?.Find(letter, before, after) ?? ReplacementTable.Find(letter);
    }

    /// <summary>The next character that the alphabet lacks, or that the language changes all the same; -1 for none.</summary>
    private int NextCandidate(ReadOnlySpan<char> text)
    {
        string special = _language switch
        {
            SmsTransliterationLanguage.Vietnamese => VietnameseLetters,
            SmsTransliterationLanguage.Ukrainian => "'",
            _ => "",
        };
        if (special.Length == 0)
        {
            return NextForeign(text);
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (_alphabet.Cost(text[i]) == 0 || special.Contains(text[i], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The next character that the alphabet lacks; -1 for none.</summary>
    public int NextForeign(ReadOnlySpan<char> text)
    {
        if (_alphabet.IsDefault)
        {
            return Gsm7Scanner.IndexOfForeign(text);
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (_alphabet.Cost(text[i]) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';
}
