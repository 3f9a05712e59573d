namespace SmsGateway;

/// <summary>Septets counted character by character: national tables and counting quirks.</summary>
internal static class TableSeptets
{
    /// <summary>The septets of a text, or -1 if the tables lack a character.</summary>
    public static long Count(ReadOnlySpan<char> text, GsmAlphabet alphabet, SmsTextOptions options)
    {
        long units = 0;
        foreach (char c in text)
        {
            int cost = Cost(c, alphabet, options);
            if (cost == 0)
            {
                return -1;
            }

            units += cost;
        }

        return units;
    }

    /// <summary>How far a segment from <paramref name="start"/> goes without cutting an escape pair.</summary>
    public static (int Length, int Units) Fit(ReadOnlySpan<char> text, int start, int limit, in SegmentPlan plan)
    {
        int units = 0;
        int end = start;
        for (; end < text.Length; end++)
        {
            int cost = Cost(text[end], plan.Alphabet, plan.Options);
            if (units + cost > limit)
            {
                break;
            }

            units += cost;
        }

        return (end - start, units);
    }

    private static int Cost(char c, GsmAlphabet alphabet, SmsTextOptions options)
    {
        int cost = alphabet.Cost(c);
        return cost != 0 && c == '\n' && options.Profile.LineFeedCountsTwice ? cost + 1 : cost;
    }
}
