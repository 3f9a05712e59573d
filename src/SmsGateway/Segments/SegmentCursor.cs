using System.Numerics;

namespace SmsGateway;

/// <summary>
/// Cuts a text into segments, one by one. Filling each segment as far as it goes gives the fewest segments: whatever another
/// splitter has placed after k segments, this one has placed at least as much.
/// </summary>
internal ref struct SegmentCursor(ReadOnlySpan<char> text, in SegmentPlan plan)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly SegmentPlan _plan = plan;
    private GraphemeClusters _clusters;
    private int _end = -1;

    public SmsSegment Current { get; private set; }

    public bool MoveNext()
    {
        if (_end == _text.Length)
        {
            return false;
        }

        int start = Math.Max(_end, 0);
        if (_plan.IsSinglePart)
        {
            Current = new SmsSegment(0, _text.Length, _plan.Units);
            _end = _text.Length;
            return true;
        }

        _end = Fit(start, out int units);
        if (_plan.Options.KeepGraphemes && _end < _text.Length)
        {
            int kept = _clusters.Keep(this, start, _end);
            units -= kept < _end ? Measure(kept, _end) : 0;
            _end = kept;
        }

        Current = new SmsSegment(start, _end - start, units);
        return true;
    }

    /// <summary>The text that is being cut.</summary>
    public readonly ReadOnlySpan<char> Text => _text;

    /// <summary>Whether a run of the text is longer than a segment.</summary>
    public readonly bool Overflows(int start, int end) =>
        end - start > _plan.Limits.Multipart || Measure(start, end) > _plan.Limits.Multipart;

    /// <summary>How far a segment from <paramref name="start"/> goes, with every pair whole.</summary>
    private readonly int Fit(int start, out int units)
    {
        int limit = _plan.Limits.Multipart;
        switch (_plan.Model)
        {
            case UnitModel.EscapedSeptets:
                return FitEscaped(start, limit, out units);
            case UnitModel.TableSeptets:
                return FitTable(start, limit, out units);
            default:
                units = Math.Min(limit, _text.Length - start);
                int end = start + units;
                if (_plan.Model == UnitModel.Ucs2 && SplitsSurrogatePair(end))
                {
                    units--;
                    end--;
                }

                return end;
        }
    }

    private readonly bool SplitsSurrogatePair(int cut) =>
        cut < _text.Length && char.IsLowSurrogate(_text[cut]) && char.IsHighSurrogate(_text[cut - 1]);

    private readonly int FitEscaped(int start, int limit, out int units)
    {
        units = 0;
        int position = start;
        while (position < _text.Length)
        {
            int length = Math.Min(Gsm7Block.Length, _text.Length - position);
            Gsm7Scanner.Classify(_text, position, out _, out uint escaped);
            int cost = length + BitOperations.PopCount(escaped);
            if (units + cost <= limit)
            {
                units += cost;
                position += length;
                continue;
            }

            // The cut is in this block: the longest run of it that still fits, by halving.
            int run = 0;
            for (int step = Gsm7Block.Length / 2; step > 0; step /= 2)
            {
                int longer = run + step;
                int longerCost = longer + BitOperations.PopCount(escaped & ((1u << longer) - 1));
                run = longer <= length && units + longerCost <= limit ? longer : run;
            }

            units += run + BitOperations.PopCount(escaped & ((1u << run) - 1));
            return position + run;
        }

        return position;
    }

    private readonly int FitTable(int start, int limit, out int units)
    {
        units = 0;
        int position = start;
        for (; position < _text.Length; position++)
        {
            int cost = Cost(_text[position]);
            if (units + cost > limit)
            {
                break;
            }

            units += cost;
        }

        return position;
    }

    private readonly int Measure(int start, int end)
    {
        int units = end - start;
        if (_plan.Model is UnitModel.EscapedSeptets or UnitModel.TableSeptets)
        {
            units = 0;
            foreach (char c in _text[start..end])
            {
                units += Cost(c);
            }
        }

        return units;
    }

    private readonly int Cost(char c) => _plan.Alphabet.Cost(c) + (c == '\n' && _plan.Options.Profile.LineFeedCountsTwice ? 1 : 0);
}
