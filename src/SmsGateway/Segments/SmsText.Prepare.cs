using System.Globalization;

namespace SmsGateway;

/// <content>All the rules for a text before money is spent on it, the same for every gateway.</content>
public static partial class SmsText
{
    /// <summary>How much shorter a text may become by transliteration, taken generously: three marks on every letter.</summary>
    private const int MarksPerLetter = 4;

    /// <summary>Applies the policies to a text: transliterates it, counts it, and says whether it may be sent.</summary>
    /// <remarks>
    /// A text that cannot fit by its length alone is refused before any other work. Then, in this order: blank, lone surrogates,
    /// transliteration, <see cref="SmsUnicodePolicy.Reject"/>, and segments against the limit.
    /// </remarks>
    /// <param name="text">The text. The empty text is refused as <see cref="SmsTextRefusal.Blank"/>.</param>
    /// <param name="policy">What to do if it needs UCS-2 (TS 23.038 clause 6.2.3).</param>
    /// <param name="maxSegments">The most segments that the caller wants to pay for; the profile's limit holds in any case.</param>
    /// <param name="options">How to count, and the language of the text.</param>
    /// <returns>The text to send with its cost in segments and units, or the reason why it is refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSegments"/> is below 1.</exception>
    public static SmsPreparedText Prepare(
        string text, SmsUnicodePolicy policy = SmsUnicodePolicy.Allow, int? maxSegments = null, SmsTextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments ?? 1, 1, nameof(maxSegments));
        options ??= SmsTextOptions.Default;
        int limit = Math.Min(maxSegments ?? int.MaxValue, options.Profile.MaxSegments);

        SmsTextInfo least = LeastCost(text, policy, options);
        if (least.Segments > limit)
        {
            return new SmsPreparedText(text, least, SmsTextRefusal.TooManySegments, limit);
        }

        string prepared = text;
        SmsTextRefusal refusal = IsBlank(text) ? SmsTextRefusal.Blank
            : IndexOfLoneSurrogate(text) >= 0 ? SmsTextRefusal.LoneSurrogate
            : SmsTextRefusal.None;
        if (refusal == SmsTextRefusal.None)
        {
            prepared = Transliterate(text, policy, options);
        }

        SmsTextInfo info = Analyze(prepared, options);
        if (refusal == SmsTextRefusal.None)
        {
            refusal = policy == SmsUnicodePolicy.Reject && info.Encoding == SmsEncoding.Ucs2 ? SmsTextRefusal.UnicodeNotAllowed
                : info.Segments > limit ? SmsTextRefusal.TooManySegments
                : SmsTextRefusal.None;
        }

        return new SmsPreparedText(prepared, info, refusal, limit);
    }

    /// <summary>What a text costs at least, from its length alone: as if every character were one septet of GSM-7.</summary>
    private static SmsTextInfo LeastCost(string text, SmsUnicodePolicy policy, SmsTextOptions options)
    {
        bool mayShrink = policy is SmsUnicodePolicy.Transliterate or SmsUnicodePolicy.TransliterateAlways;
        int units = text.Length / (mayShrink ? MarksPerLetter : 1);
        SmsPartLimits limits = options.Profile.Gsm7 ?? new SmsPartLimits(160, 153);
        bool isSinglePart = units <= limits.SinglePart;
        int segments = isSinglePart ? 1 : (int)(((long)units + limits.Multipart - 1) / limits.Multipart);
        int capacity = isSinglePart ? limits.SinglePart : limits.Multipart;
        return new SmsTextInfo
        {
            Segments = segments,
            Units = units,
            UnitsLeft = (int)((long)segments * capacity - units),
            SinglePartUnits = limits.SinglePart,
            MultipartUnits = limits.Multipart,
            MaxSegments = options.Profile.MaxSegments,
            Concatenation = options.Concatenation,
        };
    }

    private static bool IsBlank(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                return false;
            }
        }

        return true;
    }
}
