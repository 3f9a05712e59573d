using System.Buffers;

namespace SmsGateway;

/// <content>The same text in the letters of GSM-7.</content>
public static partial class SmsText
{
    /// <summary>Replaces the characters that force UCS-2, as the policy allows.</summary>
    /// <remarks>
    /// Decomposed letters are put together first (Unicode form C), and whatever the alphabet has stays. All or nothing: if one
    /// character has no replacement, nothing changes. What counts as "the alphabet" is the default alphabet with its extension
    /// table (TS 23.038 clause 6.2.1), or the national tables of the options.
    /// </remarks>
    /// <param name="text">The text; the empty text, and any text that GSM-7 carries already, stays as it is.</param>
    /// <param name="policy">
    /// <see cref="SmsUnicodePolicy.Transliterate"/> changes the text only if that saves a segment,
    /// <see cref="SmsUnicodePolicy.TransliterateAlways"/> whenever it brings the text into GSM-7; the others change nothing.
    /// </param>
    /// <param name="options">How to count, and the language of the text: without one, Cyrillic has no replacement.</param>
    /// <returns>The new text, or the same instance if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static string Transliterate(string text, SmsUnicodePolicy policy, SmsTextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (policy is not (SmsUnicodePolicy.Transliterate or SmsUnicodePolicy.TransliterateAlways))
        {
            return text;
        }

        options ??= SmsTextOptions.Default;
        SmsTextInfo before = Analyze(text, options);
        if (before.Encoding == SmsEncoding.Gsm7 || options.ForceUcs2 || (policy == SmsUnicodePolicy.Transliterate && before.Segments == 1))
        {
            return text;
        }

        var output = new ArrayBufferWriter<char>(text.Length + 16);
        if (!new Transliterator(options).TryWrite(text, output, leaveOut: false))
        {
            return text;
        }

        bool isWorthIt = policy == SmsUnicodePolicy.TransliterateAlways
            || Analyze(output.WrittenSpan, options).Segments < before.Segments;
        return isWorthIt ? new string(output.WrittenSpan) : text;
    }

    /// <summary>
    /// Says what a text would cost without the characters that force UCS-2: each replaced as <see cref="OffendingCharacters"/>
    /// suggests, and left out where there is no suggestion.
    /// </summary>
    /// <param name="text">The text; the empty text, and any text that GSM-7 carries already, is analyzed as it is.</param>
    /// <param name="options">How to count, and the language of the text.</param>
    /// <returns>Encoding, segments and units (septets) of that text: the least that it can cost with the same words.</returns>
    public static SmsTextInfo AnalyzeWithoutOffending(ReadOnlySpan<char> text, SmsTextOptions? options = null)
    {
        options ??= SmsTextOptions.Default;
        SmsTextInfo before = Analyze(text, options);
        if (before.Encoding == SmsEncoding.Gsm7)
        {
            return before;
        }

        var output = new ArrayBufferWriter<char>(text.Length + 16);
        _ = new Transliterator(options).TryWrite(text, output, leaveOut: true);
        return Analyze(output.WrittenSpan, options);
    }

    /// <summary>Walks the characters that force UCS-2, in order and without allocating.</summary>
    /// <param name="text">The text; the empty text, and any text that GSM-7 carries already, has none.</param>
    /// <param name="options">The tables that count as GSM-7, and the language of the text, for the suggestions.</param>
    /// <returns>Something to put into a <c>foreach</c>.</returns>
    public static SmsOffendingCharacters OffendingCharacters(ReadOnlySpan<char> text, SmsTextOptions? options = null) =>
        new(text, options ?? SmsTextOptions.Default);
}
