using System.Runtime.InteropServices;

namespace SmsGateway.Emulator.Text;

/// <summary>
/// How many segments a text takes: filled greedily, an escape pair or a surrogate pair never cut.
/// Written apart from any other counter on purpose, so that a mistake cannot hide in both.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentCount(MessageEncoding Encoding, int Units, int Segments)
{
    private const int SeptetsAlone = 160;
    private const int SeptetsInSeries = 153;
    private const int Ucs2Alone = 70;
    private const int Ucs2InSeries = 67;
    private const int OctetsAlone = 140;
    private const int OctetsInSeries = 134;

    /// <summary>Units that fit into each segment: in a series, a header takes some of the room.</summary>
    public int UnitsPerSegment => (Encoding, Segments > 1) switch
    {
        (MessageEncoding.Gsm7, false) => SeptetsAlone,
        (MessageEncoding.Gsm7, true) => SeptetsInSeries,
        (MessageEncoding.Ucs2, false) => Ucs2Alone,
        (MessageEncoding.Ucs2, true) => Ucs2InSeries,
        (_, false) => OctetsAlone,
        _ => OctetsInSeries,
    };

    /// <summary>Counts a text; an empty one is one empty message.</summary>
    public static SegmentCount Of(string text, bool lineBreakCountsTwice = false)
    {
        if (!GsmAlphabet.Holds(text))
        {
            return new(MessageEncoding.Ucs2, text.Length, Ucs2Segments(text));
        }

        if (!lineBreakCountsTwice && GsmAlphabet.HoldsWithoutEscapes(text))
        {
            var alone = text.Length <= SeptetsAlone;
            return new(MessageEncoding.Gsm7, text.Length, alone ? 1 : (text.Length + SeptetsInSeries - 1) / SeptetsInSeries);
        }

        return Septets(text, lineBreakCountsTwice);
    }

    /// <summary>Counts octets, header included.</summary>
    public static SegmentCount OfOctets(int octets) => new(
        MessageEncoding.Binary,
        octets,
        octets <= OctetsAlone ? 1 : (octets + OctetsInSeries - 1) / OctetsInSeries);

    private static SegmentCount Septets(string text, bool lineBreakCountsTwice)
    {
        var units = 0;
        var segments = 1;
        var filled = 0;
        foreach (var letter in text)
        {
            var cost = GsmAlphabet.IsEscaped(letter) || (lineBreakCountsTwice && letter == '\n') ? 2 : 1;
            units += cost;
            if (filled + cost > SeptetsInSeries)
            {
                segments++;
                filled = 0;
            }

            filled += cost;
        }

        return new(MessageEncoding.Gsm7, units, units <= SeptetsAlone ? 1 : segments);
    }

    private static int Ucs2Segments(string text)
    {
        if (text.Length <= Ucs2Alone)
        {
            return 1;
        }

        var segments = 0;
        for (var start = 0; start < text.Length; segments++)
        {
            var end = Math.Min(start + Ucs2InSeries, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]))
            {
                end--;
            }

            start = end;
        }

        return segments;
    }
}
