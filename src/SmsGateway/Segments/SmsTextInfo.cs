using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmsGateway;

/// <summary>How a text travels and what it costs in segments: the answer of <see cref="SmsText.Analyze"/>.</summary>
/// <remarks>
/// A unit is a septet in GSM-7 (TS 23.038 clause 6.2.1; an escaped character is two) and a 16-bit code unit in UCS-2 (clause
/// 6.2.3). The empty text is one empty GSM-7 message.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SmsTextInfo
{
    // Small on purpose: the answer is copied about as often as it is computed.
    private readonly byte _encoding;
    private readonly byte _concatenation;
    private readonly byte _lockingShift;
    private readonly byte _singleShift;

    internal SmsTextInfo(in SegmentPlan plan, int segments, int lastUnits)
    {
        _encoding = (byte)(plan.Model == UnitModel.Ucs2 ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7);
        _concatenation = (byte)plan.Options.Concatenation;
        _lockingShift = (byte)plan.Alphabet.LockingShift;
        _singleShift = (byte)plan.Alphabet.SingleShift;
        Segments = segments;
        Units = plan.Units;
        SinglePartUnits = plan.SinglePart;
        MultipartUnits = plan.Multipart;
        MaxSegments = plan.Options.Profile.MaxSegments;
        UnitsLeft = UnitsPerSegment - lastUnits;
    }

    /// <summary>Of a text for which <see cref="Segmenter.IsOrdinary"/> holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SmsTextInfo(bool isGsm7, int units, SmsTextOptions options)
    {
        int wide = options.Concatenation == SmsConcatenation.Reference16Bit ? 1 : 0;
        _encoding = (byte)(isGsm7 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2);
        _concatenation = (byte)options.Concatenation;
        Segments = 1;
        Units = units;
        SinglePartUnits = isGsm7 ? SmsPartLimits.SinglePartSeptets : SmsPartLimits.SinglePartUcs2;
        MultipartUnits = (isGsm7 ? SmsPartLimits.MultipartSeptets : SmsPartLimits.MultipartUcs2) - wide;
        MaxSegments = options.Profile.MaxSegments;
        UnitsLeft = SinglePartUnits - units;
    }

    /// <summary>The encoding of every segment.</summary>
    public SmsEncoding Encoding
    {
        get => (SmsEncoding)_encoding;
        init => _encoding = (byte)value;
    }

    /// <summary>How many segments are sent and paid for: at least 1, and counted on beyond <see cref="MaxSegments"/>.</summary>
    public int Segments { get; init; }

    /// <summary>Units of the whole text: septets or UCS-2 units, without headers.</summary>
    public int Units { get; init; }

    /// <summary>Units that are still free in the last segment.</summary>
    public int UnitsLeft { get; init; }

    /// <summary>The most units that still travel as one segment (160 septets or 70 UCS-2 units by the standard).</summary>
    public int SinglePartUnits { get; init; }

    /// <summary>Units in each segment once there are several (153 septets or 67 UCS-2 units by the standard).</summary>
    public int MultipartUnits { get; init; }

    /// <summary>The capacity of a segment as this text is sent: <see cref="SinglePartUnits"/> or <see cref="MultipartUnits"/>.</summary>
    public int UnitsPerSegment => Units <= SinglePartUnits ? SinglePartUnits : MultipartUnits;

    /// <summary>The most segments that the profile allows; never above 255 (TS 23.040 clause 9.2.3.24.1).</summary>
    public int MaxSegments { get; init; }

    /// <summary>The header element that joins the segments.</summary>
    public SmsConcatenation Concatenation
    {
        get => (SmsConcatenation)_concatenation;
        init => _concatenation = (byte)value;
    }

    /// <summary>The national locking shift table in use (TS 23.038 annex A.3), if any.</summary>
    public SmsNationalLanguage LockingShift
    {
        get => (SmsNationalLanguage)_lockingShift;
        init => _lockingShift = (byte)value;
    }

    /// <summary>The national single shift table in use (TS 23.038 annex A.2), if any.</summary>
    public SmsNationalLanguage SingleShift
    {
        get => (SmsNationalLanguage)_singleShift;
        init => _singleShift = (byte)value;
    }

    /// <summary>Whether there are more segments than one message may have; such a text cannot be sent as one message.</summary>
    public bool IsTooLong => Segments > MaxSegments;
}
