using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>What is known of a text before it is cut: encoding, units and limits. Counting and splitting both start from here.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SegmentPlan
{
    // Filled in place by the methods below and copied nowhere: a copy takes longer than the counting of a short text.
    private UnitModel _model;
    private int _units;
    private int _singlePart;
    private int _multipart;
    private GsmAlphabet _alphabet;
    private SmsTextOptions _options;

    public readonly UnitModel Model => _model;

    public readonly int Units => _units;

    public readonly int SinglePart => _singlePart;

    public readonly int Multipart => _multipart;

    public readonly GsmAlphabet Alphabet => _alphabet;

    public readonly SmsTextOptions Options => _options;

    public readonly bool IsSinglePart => _units <= _singlePart;

    /// <summary>Plans a text: GSM-7 if the options' tables carry all of it, otherwise UCS-2.</summary>
    public static void For(ReadOnlySpan<char> text, SmsTextOptions options, out SegmentPlan plan)
    {
        if (options.CountsDefaultAlphabet)
        {
            Fill(text.Length, Gsm7Scanner.CountEscapes(text), options, out plan);
        }
        else if (options.ForceUcs2)
        {
            Ucs2(text, options, out plan);
        }
        else if (options.SearchNationalTables)
        {
            NationalSearch.Best(text, options, out plan);
        }
        else if (!TryGsm7(text, new GsmAlphabet(options.LockingShift, options.SingleShift), options, out plan))
        {
            Ucs2(text, options, out plan);
        }
    }

    /// <summary>Plans a text as UCS-2.</summary>
    public static void Ucs2(ReadOnlySpan<char> text, SmsTextOptions options, out SegmentPlan plan) =>
        Fill(text.Length, Gsm7Scanner.Foreign, options, out plan);

    /// <summary>Plans a text under one pair of tables, or says that the pair lacks a character.</summary>
    public static bool TryGsm7(ReadOnlySpan<char> text, GsmAlphabet alphabet, SmsTextOptions options, out SegmentPlan plan)
    {
        if (alphabet.IsDefault && !options.Profile.LineFeedCountsTwice)
        {
            int escapes = Gsm7Scanner.CountEscapes(text);
            Fill(text.Length, escapes, options, out plan);
            return escapes != Gsm7Scanner.Foreign;
        }

        long units = TableSeptets.Count(text, alphabet, options);
        Fill(
            UnitModel.TableSeptets,
            units,
            alphabet,
            options,
            SmsPartLimits.SeptetsBeside(SmsUserDataHeader.Octets(alphabet, isConcatenated: false, default)),
            SmsPartLimits.SeptetsBeside(SmsUserDataHeader.Octets(alphabet, isConcatenated: true, options.Concatenation)),
            out plan);
        return units >= 0;
    }

    /// <summary>Fills the plan of a text under the default alphabet.</summary>
    private static void Fill(int length, int escapes, SmsTextOptions options, out SegmentPlan plan)
    {
        // A 16-bit reference takes one octet more, which is one septet or one UCS-2 unit.
        int wide = options.Concatenation == SmsConcatenation.Reference16Bit ? 1 : 0;
        if (escapes == Gsm7Scanner.Foreign)
        {
            Fill(UnitModel.Ucs2, length, default, options, SmsPartLimits.SinglePartUcs2, SmsPartLimits.MultipartUcs2 - wide, out plan);
        }
        else
        {
            UnitModel model = escapes == 0 ? UnitModel.PlainSeptets : UnitModel.EscapedSeptets;
            long units = (long)length + escapes;
            Fill(model, units, default, options, SmsPartLimits.SinglePartSeptets, SmsPartLimits.MultipartSeptets - wide, out plan);
        }
    }

    private static void Fill(
        UnitModel model, long units, GsmAlphabet alphabet, SmsTextOptions options, int singlePart, int multipart, out SegmentPlan plan)
    {
        SmsTextProfile profile = options.Profile;
        if (model == UnitModel.Ucs2 ? profile.Ucs2.HasValue : profile.Gsm7.HasValue)
        {
            SmsPartLimits own = (model == UnitModel.Ucs2 ? profile.Ucs2 : profile.Gsm7).GetValueOrDefault();
            (singlePart, multipart) = (own.SinglePart, own.Multipart);
        }

        plan._model = model;
        plan._units = (int)Math.Min(units, int.MaxValue);
        plan._singlePart = singlePart;
        plan._multipart = multipart;
        plan._alphabet = alphabet;
        plan._options = options;
    }
}
