namespace SmsGateway;

/// <summary>Counts and lists segments. Both run the same <see cref="SegmentCursor"/>, so they cannot disagree.</summary>
internal static class Segmenter
{
    public static int Count(ReadOnlySpan<char> text, in SegmentPlan plan, out int lastUnits)
    {
        if (plan.IsSinglePart)
        {
            lastUnits = plan.Units;
            return 1;
        }

        int segments = 0;
        var cursor = new SegmentCursor(text, plan);
        while (cursor.MoveNext())
        {
            segments++;
        }

        lastUnits = cursor.Current.Units;
        return segments;
    }

    public static int List(ReadOnlySpan<char> text, in SegmentPlan plan, Span<SmsSegment> destination)
    {
        int segments = 0;
        var cursor = new SegmentCursor(text, plan);
        while (cursor.MoveNext())
        {
            if (segments < destination.Length)
            {
                destination[segments] = cursor.Current;
            }

            segments++;
        }

        return segments;
    }

    public static int List(ReadOnlySpan<char> text, in SegmentPlan plan, Span<Range> destination)
    {
        int segments = 0;
        var cursor = new SegmentCursor(text, plan);
        while (cursor.MoveNext())
        {
            if (segments < destination.Length)
            {
                destination[segments] = cursor.Current.Range;
            }

            segments++;
        }

        return segments;
    }

    public static SmsTextInfo Describe(ReadOnlySpan<char> text, in SegmentPlan plan)
    {
        int segments = Count(text, plan, out int lastUnits);
        int capacity = plan.IsSinglePart ? plan.Limits.SinglePart : plan.Limits.Multipart;
        return new SmsTextInfo
        {
            Encoding = plan.Encoding,
            Segments = segments,
            Units = plan.Units,
            UnitsPerSegment = capacity,
            UnitsLeft = capacity - lastUnits,
            SinglePartUnits = plan.Limits.SinglePart,
            MultipartUnits = plan.Limits.Multipart,
            MaxSegments = plan.Options.Profile.MaxSegments,
            Concatenation = plan.Options.Concatenation,
            LockingShift = plan.Alphabet.LockingShift,
            SingleShift = plan.Alphabet.SingleShift,
        };
    }
}
