using System.Globalization;

namespace SmsGateway;

/// <summary>
/// Moves a cut back to the start of the grapheme cluster that it would break. Clusters are looked for around the cut only, from
/// the nearest place that is a boundary beyond doubt; a cluster longer than a segment is remembered, so that it is read once.
/// </summary>
internal struct GraphemeClusters
{
    private int _longClusterEnd;

    /// <summary>The segment shortened to the start of the cluster around its end; as it is inside a cluster longer than a segment.</summary>
    public (int Length, int Units) Keep(ReadOnlySpan<char> text, SmsSegment segment, in SegmentPlan plan)
    {
        int anchor = Math.Max(segment.Start, _longClusterEnd);
        if (segment.End <= anchor || !TryFind(text, anchor, segment.End, out int clusterStart, out int clusterEnd))
        {
            return (segment.Length, segment.Units);
        }

        if (Units(text[clusterStart..clusterEnd], plan) > plan.Multipart)
        {
            _longClusterEnd = clusterEnd;
            return (segment.Length, segment.Units);
        }

        return (clusterStart - segment.Start, segment.Units - (int)Units(text[clusterStart..segment.End], plan));
    }

    /// <summary>Finds the cluster that a cut would break, from a boundary before the cut.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int anchor, int cut, out int clusterStart, out int clusterEnd)
    {
        clusterStart = cut;
        clusterEnd = Boundary(text, anchor, cut);
        while (clusterEnd < cut)
        {
            clusterStart = clusterEnd;
            clusterEnd += StringInfo.GetNextTextElementLength(text[clusterEnd..]);
        }

        return clusterEnd > cut;
    }

    /// <summary>The last sure boundary from <paramref name="anchor"/>, which is one, to <paramref name="cut"/>.</summary>
    private static int Boundary(ReadOnlySpan<char> text, int anchor, int cut)
    {
        int place = cut;
        while (place > anchor && !(StandsAlone(text[place - 1]) && StandsAlone(text[place])))
        {
            place--;
        }

        return place;
    }

    /// <summary>
    /// Characters of the class Other that are neither pictographs nor conjoining (Unicode annex 29): between two of them there is
    /// always a boundary.
    /// </summary>
    private static bool StandsAlone(char c) => c
        is (>= ' ' and <= '~')
        or (>= 'À' and <= '\u024F')
        or (>= '\u0400' and <= '\u0482')
        or (>= '\u048A' and <= '\u052F')
        or (>= '\u4E00' and <= '\u9FFF');

    private static long Units(ReadOnlySpan<char> run, in SegmentPlan plan) => plan.Model switch
    {
        UnitModel.EscapedSeptets or UnitModel.TableSeptets => TableSeptets.Count(run, plan.Alphabet, plan.Options),
        _ => run.Length,
    };
}
