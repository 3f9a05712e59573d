using System.Buffers;
using System.Runtime.CompilerServices;

namespace SmsGateway;

/// <summary>
/// Text as an SMS carries it, after 3GPP TS 23.038 (alphabets) and TS 23.040 (segments): how many segments a text costs, where they
/// begin, which characters force UCS-2, and what the text would be in plain letters. Pure functions, safe from any thread; none
/// throws for any text, well-formed or not.
/// </summary>
public static partial class SmsText
{
    private static readonly SearchValues<char> Surrogates =
        SearchValues.Create([.. Enumerable.Range('\uD800', '\uE000' - '\uD800').Select(static c => (char)c)]);

    /// <summary>Says how a text travels and what it costs in segments, without allocating.</summary>
    /// <remarks>
    /// GSM-7 if the alphabet carries every character (TS 23.038 clause 6.2.1; an extension character is two septets), otherwise
    /// UCS-2 (clause 6.2.3), where every UTF-16 code unit is one, a lone surrogate too. Segments are filled in order, no escape or
    /// surrogate pair is cut (TS 23.040 clause 9.2.3.24), and they are counted on beyond the 255 that can be sent.
    /// </remarks>
    /// <param name="text">The text as it will be sent: nothing is normalized. The empty text is one empty GSM-7 message.</param>
    /// <param name="options">How to count; <see cref="SmsTextOptions.Default"/> if not given.</param>
    /// <returns>Encoding, segments and units: septets for GSM-7, 16-bit units for UCS-2.</returns>
    public static SmsTextInfo Analyze(ReadOnlySpan<char> text, SmsTextOptions? options = null) =>
        Segmenter.IsOrdinary(text, options, out bool isGsm7, out int units)
            ? new SmsTextInfo(isGsm7, units, options ?? SmsTextOptions.Default)
            : AnalyzeByPlan(text, options ?? SmsTextOptions.Default);

    /// <summary>The index of the first surrogate without its other half, which no encoding of the text can carry.</summary>
    /// <remarks>A gateway that takes UTF-8 would get U+FFFD in its place, so such a text is better refused than sent.</remarks>
    /// <param name="text">The text; the empty text has none.</param>
    /// <returns>A UTF-16 index, or -1.</returns>
    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        int index = 0;
        while (text[index..].IndexOfAny(Surrogates) is var ahead and >= 0)
        {
            index += ahead;
            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return index;
            }

            index += 2;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SmsTextInfo AnalyzeByPlan(ReadOnlySpan<char> text, SmsTextOptions options)
    {
        SegmentPlan.For(text, options, out SegmentPlan plan);
        return Segmenter.Describe(text, plan);
    }
}
