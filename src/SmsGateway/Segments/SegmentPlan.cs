namespace SmsGateway;

/// <summary>What is known of a text before it is cut: encoding, units and limits. Counting and splitting both start from here.</summary>
internal readonly struct SegmentPlan
{
    private SegmentPlan(UnitModel model, long units, GsmAlphabet alphabet, SmsTextOptions options)
    {
        Model = model;
        Units = (int)Math.Min(units, int.MaxValue);
        Alphabet = alphabet;
        Options = options;
        Limits = LimitsOf(model, alphabet, options);
    }

    public UnitModel Model { get; }

    public int Units { get; }

    public GsmAlphabet Alphabet { get; }

    public SmsTextOptions Options { get; }

    public SmsPartLimits Limits { get; }

    public SmsEncoding Encoding => Model == UnitModel.Ucs2 ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7;

    public bool IsSinglePart => Units <= Limits.SinglePart;

    /// <summary>The plan of a text: GSM-7 if the options' tables carry all of it, otherwise UCS-2.</summary>
    public static SegmentPlan For(ReadOnlySpan<char> text, SmsTextOptions options)
    {
        if (options.ForceUcs2)
        {
            return Ucs2(text, options);
        }

        if (options.SearchNationalTables)
        {
            return NationalSearch.Best(text, options);
        }

        var alphabet = new GsmAlphabet(options.LockingShift, options.SingleShift);
        return TryGsm7(text, alphabet, options, out SegmentPlan plan) ? plan : Ucs2(text, options);
    }

    public static SegmentPlan Ucs2(ReadOnlySpan<char> text, SmsTextOptions options) =>
        new(UnitModel.Ucs2, text.Length, default, options);

    /// <summary>Plans a text under one pair of tables, or says that the pair lacks a character.</summary>
    public static bool TryGsm7(ReadOnlySpan<char> text, GsmAlphabet alphabet, SmsTextOptions options, out SegmentPlan plan)
    {
        if (alphabet.IsDefault && !options.Profile.LineFeedCountsTwice)
        {
            int escapes = Gsm7Scanner.CountEscapes(text);
            plan = escapes == Gsm7Scanner.Foreign
                ? default
                : new SegmentPlan(escapes == 0 ? UnitModel.PlainSeptets : UnitModel.EscapedSeptets, (long)text.Length + escapes, alphabet, options);
            return escapes != Gsm7Scanner.Foreign;
        }

        long units = 0;
        foreach (char c in text)
        {
            int cost = alphabet.Cost(c);
            if (cost == 0)
            {
                plan = default;
                return false;
            }

            units += cost + (c == '\n' && options.Profile.LineFeedCountsTwice ? 1 : 0);
        }

        plan = new SegmentPlan(UnitModel.TableSeptets, units, alphabet, options);
        return true;
    }

    private static SmsPartLimits LimitsOf(UnitModel model, GsmAlphabet alphabet, SmsTextOptions options)
    {
        SmsEncoding encoding = model == UnitModel.Ucs2 ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7;
        return (encoding == SmsEncoding.Gsm7 ? options.Profile.Gsm7 : options.Profile.Ucs2) ?? new SmsPartLimits(
            SmsPartLimits.UnitsBeside(SmsUserDataHeader.Octets(alphabet, concatenation: null), encoding),
            SmsPartLimits.UnitsBeside(SmsUserDataHeader.Octets(alphabet, options.Concatenation), encoding));
    }
}
