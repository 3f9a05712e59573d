namespace SmsGateway;

/// <content>Where the segments begin and end.</content>
public static partial class SmsText
{
    /// <summary>Lists the segments of a text as ranges, without allocating; exactly those that <see cref="Analyze"/> counts.</summary>
    /// <param name="text">The text; the empty text is one empty segment.</param>
    /// <param name="segments">Takes the first segments, as many as it has room for: 255 is room for any text that can be sent.</param>
    /// <param name="options">How to cut (TS 23.040 clause 9.2.3.24); <see cref="SmsTextOptions.Default"/> if not given.</param>
    /// <returns>How many segments the text has, which may be more than were written.</returns>
    public static int Split(ReadOnlySpan<char> text, Span<Range> segments, SmsTextOptions? options = null)
    {
        if (!segments.IsEmpty && Segmenter.IsOrdinary(text, options, out _, out _))
        {
            segments[0] = new Range(0, text.Length);
            return 1;
        }

        SegmentPlan.For(text, options ?? SmsTextOptions.Default, out SegmentPlan plan);
        return Segmenter.List(text, plan, segments);
    }

    /// <summary>Lists the segments of a text with the units in each, without allocating; exactly those that <see cref="Analyze"/> counts.</summary>
    /// <param name="text">The text; the empty text is one empty segment.</param>
    /// <param name="segments">Takes the first segments, as many as it has room for: 255 is room for any text that can be sent.</param>
    /// <param name="options">How to cut (TS 23.040 clause 9.2.3.24); <see cref="SmsTextOptions.Default"/> if not given.</param>
    /// <returns>How many segments the text has, which may be more than were written.</returns>
    public static int Split(ReadOnlySpan<char> text, Span<SmsSegment> segments, SmsTextOptions? options = null)
    {
        if (!segments.IsEmpty && Segmenter.IsOrdinary(text, options, out _, out int units))
        {
            segments[0] = new SmsSegment(0, text.Length, units);
            return 1;
        }

        SegmentPlan.For(text, options ?? SmsTextOptions.Default, out SegmentPlan plan);
        return Segmenter.List(text, plan, segments);
    }

    /// <summary>Splits a text into the texts of its segments.</summary>
    /// <param name="text">The text; the empty text is one empty segment.</param>
    /// <param name="options">How to cut (TS 23.040 clause 9.2.3.24); <see cref="SmsTextOptions.Default"/> if not given.</param>
    /// <returns>The segments, as many as <see cref="Analyze"/> counts; joined they are the text again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static string[] Split(string text, SmsTextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        SegmentPlan.For(text, options ?? SmsTextOptions.Default, out SegmentPlan plan);
        if (plan.IsSinglePart)
        {
            return [text];
        }

        var ranges = new Range[Segmenter.Count(text, plan, out _)];
        Segmenter.List(text, plan, ranges);
        return Array.ConvertAll(ranges, range => text[range]);
    }

    /// <summary>
    /// Whether a cut falls inside a user-perceived character, so that it shows in pieces until the phone has joined the segments.
    /// </summary>
    /// <param name="text">The text; the empty text has no cut.</param>
    /// <param name="options">How to cut. With <see cref="SmsTextOptions.KeepGraphemes"/> only a cluster longer than a segment is cut.</param>
    /// <returns>Whether a grapheme cluster is split over segments.</returns>
    public static bool SplitsGrapheme(ReadOnlySpan<char> text, SmsTextOptions? options = null)
    {
        SegmentPlan.For(text, options ?? SmsTextOptions.Default, out SegmentPlan plan);
        var segments = new SmsSegment[Segmenter.Count(text, plan, out _)];
        Segmenter.List(text, plan, segments);
        for (int i = 1; i < segments.Length; i++)
        {
            // Every cut before this one was found to be a boundary.
            if (GraphemeClusters.TryFind(text, segments[i - 1].Start, segments[i].Start, out _, out _))
            {
                return true;
            }
        }

        return false;
    }
}
