using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>What is known of a text before it is cut: encoding, units and limits. Counting and splitting both start from here.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SegmentPlan
{
    private SegmentPlan(UnitModel model, long units, GsmAlphabet alphabet, SmsTextOptions options)
    {
        Model = model;
        Units = (int)Math.Min(units, int.MaxValue);
        Alphabet = alphabet;
        Options = options;

        SmsEncoding encoding = model == UnitModel.Ucs2 ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7;
        if ((model == UnitModel.Ucs2 ? options.Profile.Ucs2 : options.Profile.Gsm7) is { } limits)
        {
            (SinglePart, Multipart) = (limits.SinglePart, limits.Multipart);
        }
        else if (alphabet.IsDefault)
        {
            bool isWide = options.Concatenation == SmsConcatenation.Reference16Bit;
            (SinglePart, Multipart) = model == UnitModel.Ucs2 ? (70, isWide ? 66 : 67) : (160, isWide ? 152 : 153);
        }
        else
        {
            SinglePart = SmsPartLimits.UnitsBeside(SmsUserDataHeader.Octets(alphabet, isConcatenated: false, default), encoding);
            Multipart = SmsPartLimits.UnitsBeside(SmsUserDataHeader.Octets(alphabet, isConcatenated: true, options.Concatenation), encoding);
        }
    }

    public UnitModel Model { get; }

    public int Units { get; }

    public int SinglePart { get; }

    public int Multipart { get; }

    public GsmAlphabet Alphabet { get; }

    public SmsTextOptions Options { get; }

    public bool IsSinglePart => Units <= SinglePart;

    /// <summary>The plan of a text: GSM-7 if the options' tables carry all of it, otherwise UCS-2.</summary>
    public static SegmentPlan For(ReadOnlySpan<char> text, SmsTextOptions options)
    {
        if (options.CountsDefaultAlphabet)
        {
            int escapes = Gsm7Scanner.CountEscapes(text);
            UnitModel model = escapes < 0 ? UnitModel.Ucs2 : escapes == 0 ? UnitModel.PlainSeptets : UnitModel.EscapedSeptets;
            return new SegmentPlan(model, (long)text.Length + Math.Max(escapes, 0), default, options);
        }

        if (options.ForceUcs2)
        {
            return Ucs2(text, options);
        }

        if (options.SearchNationalTables)
        {
            return NationalSearch.Best(text, options);
        }

        return TryGsm7(text, new GsmAlphabet(options.LockingShift, options.SingleShift), options, out SegmentPlan plan) ? plan : Ucs2(text, options);
    }

    public static SegmentPlan Ucs2(ReadOnlySpan<char> text, SmsTextOptions options) =>
        new(UnitModel.Ucs2, text.Length, default, options);

    /// <summary>Plans a text under one pair of tables, or says that the pair lacks a character.</summary>
    public static bool TryGsm7(ReadOnlySpan<char> text, GsmAlphabet alphabet, SmsTextOptions options, out SegmentPlan plan)
    {
        long units;
        UnitModel model;
        if (alphabet.IsDefault && !options.Profile.LineFeedCountsTwice)
        {
            int escapes = Gsm7Scanner.CountEscapes(text);
            model = escapes == 0 ? UnitModel.PlainSeptets : UnitModel.EscapedSeptets;
            units = escapes == Gsm7Scanner.Foreign ? -1 : (long)text.Length + escapes;
        }
        else
        {
            model = UnitModel.TableSeptets;
            units = TableSeptets.Count(text, alphabet, options);
        }

        plan = units < 0 ? default : new SegmentPlan(model, units, alphabet, options);
        return units >= 0;
    }
}
