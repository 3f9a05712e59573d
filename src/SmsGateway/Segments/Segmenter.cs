using System.Runtime.CompilerServices;

namespace SmsGateway;

/// <summary>
/// Cuts a text into segments. Filling each segment as far as it goes gives the fewest: whatever another splitter has placed after
/// k segments, this one has placed at least as much. Counting is the same walk with nowhere to write, so that count and split
/// cannot disagree.
/// </summary>
internal static class Segmenter
{
    public static int Count(ReadOnlySpan<char> text, in SegmentPlan plan, out int lastUnits) =>
        Walk(text, plan, default, default, out lastUnits);

    public static int List(ReadOnlySpan<char> text, in SegmentPlan plan, Span<SmsSegment> segments) =>
        Walk(text, plan, segments, default, out _);

    public static int List(ReadOnlySpan<char> text, in SegmentPlan plan, Span<Range> ranges) =>
        Walk(text, plan, default, ranges, out _);

    public static SmsTextInfo Describe(ReadOnlySpan<char> text, in SegmentPlan plan)
    {
        int lastUnits = plan.Units;
        int segments = plan.IsSinglePart ? 1 : Count(text, plan, out lastUnits);
        return new SmsTextInfo(plan, segments, lastUnits);
    }

    /// <summary>
    /// Whether a text travels in one part by the standard's own rules. Most texts do, and for them a plan would take longer than
    /// the counting.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdinary(ReadOnlySpan<char> text, SmsTextOptions? options, out bool isGsm7, out int units)
    {
        isGsm7 = false;
        units = text.Length;
        if (text.Length > SmsPartLimits.SinglePartSeptets || options is { CountsByTheBook: false })
        {
            return false;
        }

        int escapes = Gsm7Scanner.CountEscapes(text);
        isGsm7 = escapes != Gsm7Scanner.Foreign;
        units += isGsm7 ? escapes : 0;
        return units <= (isGsm7 ? SmsPartLimits.SinglePartSeptets : SmsPartLimits.SinglePartUcs2);
    }

    // Not inlined, so that it is compiled for the texts that need it and not for the short ones that come first.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Walk(
        ReadOnlySpan<char> text, in SegmentPlan plan, Span<SmsSegment> segments, Span<Range> ranges, out int lastUnits)
    {
        // Locals, because the plan would be read again for every segment.
        UnitModel model = plan.Model;
        int limit = plan.IsSinglePart ? int.MaxValue : plan.Multipart;
        bool keepGraphemes = plan.Options.KeepGraphemes;
        EscapedSeptets escaped = default;
        GraphemeClusters clusters = default;
        int count = 0;
        int start = 0;
        int units;
        do
        {
            int length = Math.Min(limit, text.Length - start);
            if (model == UnitModel.Ucs2 && SplitsSurrogatePair(text, start + length))
            {
                length--;
            }

            units = length;
            if (model is UnitModel.EscapedSeptets or UnitModel.TableSeptets)
            {
                (length, units) = model == UnitModel.EscapedSeptets ? escaped.Fit(text, start, limit) : TableSeptets.Fit(text, start, limit, plan);
            }

            if (keepGraphemes && start + length < text.Length)
            {
                (length, units) = clusters.Keep(text, new SmsSegment(start, length, units), plan);
            }

            if (count < segments.Length)
            {
                segments[count] = new SmsSegment(start, length, units);
            }

            if (count < ranges.Length)
            {
                ranges[count] = new Range(start, start + length);
            }

            start += length;
            count++;
        }
        while (start < text.Length);

        lastUnits = units;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SplitsSurrogatePair(ReadOnlySpan<char> text, int cut) =>
        cut < text.Length && char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1]);
}
