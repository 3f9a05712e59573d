namespace SmsGateway;

/// <summary>
/// How one gateway counts and limits text, where it differs from 3GPP TS 23.038 / 23.040. A profile is data: define one for a
/// gateway of your own, or vary a given one with <c>with</c>. Immutable and safe to share.
/// </summary>
public sealed record SmsTextProfile
{
    /// <summary>The most segments that the standard can join (TS 23.040 clause 9.2.3.24.1: the count is one octet).</summary>
    public const int StandardMaxSegments = 255;

    private readonly int _maxSegments = StandardMaxSegments;

    /// <summary>3GPP TS 23.038 and TS 23.040 as they are: 160/153 septets, 70/67 UCS-2 units, 255 segments.</summary>
    public static SmsTextProfile Standard { get; } = new();

    /// <summary>A name for messages and logs.</summary>
    /// <value>"standard" by default.</value>
    public string Name { get; init; } = "standard";

    /// <summary>The gateway's own limits for GSM-7, in septets; they are used as they are, whatever the headers.</summary>
    /// <value><see langword="null"/> by default: the standard's 160/153, less the headers that the options ask for.</value>
    public SmsPartLimits? Gsm7 { get; init; }

    /// <summary>The gateway's own limits for UCS-2, in 16-bit units; they are used as they are, whatever the headers.</summary>
    /// <value><see langword="null"/> by default: the standard's 70/67, less the headers that the options ask for.</value>
    public SmsPartLimits? Ucs2 { get; init; }

    /// <summary>The most segments that the gateway takes for one message.</summary>
    /// <value>1 to 255; 255 by default. <see cref="SmsText.Analyze"/> counts beyond it, <see cref="SmsText.Prepare"/> refuses.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 255.</exception>
    public int MaxSegments
    {
        get => _maxSegments;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, StandardMaxSegments);
            _maxSegments = value;
        }
    }

    /// <summary>Whether a line feed counts as two septets in GSM-7, against TS 23.038 clause 6.2.1, where it is one.</summary>
    /// <value><see langword="false"/> by default. UCS-2 is not affected.</value>
    public bool LineFeedCountsTwice { get; init; }

    /// <summary>What the gateway's prices are counted in: an ISO 4217 code, or the vendor's own word, such as "points".</summary>
    /// <value><see langword="null"/> by default: not said.</value>
    public string? PriceUnit { get; init; }

    /// <summary>The replacements that the gateway itself applies when it is asked to normalize a text, for previews only.</summary>
    /// <value><see langword="null"/> by default. <see cref="SmsText.Transliterate(string, SmsUnicodePolicy, SmsTextOptions?)"/> never uses it.</value>
    public SmsCharacterMap? Normalization { get; init; }
}
