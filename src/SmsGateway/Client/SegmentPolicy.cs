using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SmsGateway.Client;

/// <summary>Applies the Unicode policy and the segment limits, identically for all gateways, before any money is spent.</summary>
internal static class SegmentPolicy
{
    public static SmsError? Apply(
        SmsMessage message, SmsAccountOptions options, SmsGatewayInfo gateway, [NotNull] out string? text, out SmsTextInfo size)
    {
        var policy = message.UnicodePolicy ?? options.UnicodePolicy;
        text = policy is SmsUnicodePolicy.Transliterate or SmsUnicodePolicy.TransliterateAlways
            ? SmsText.Transliterate(message.Text, policy)
            : message.Text;
        size = SmsText.Analyze(text);
        if (policy == SmsUnicodePolicy.Reject && size.Encoding == SmsEncoding.Ucs2)
        {
            return new SmsError(SmsErrorKind.EncodingNotSupported, "The text needs UCS-2, which its UnicodePolicy rules out; SmsText.OffendingCharacters names the characters.");
        }

        var limit = Math.Min(message.MaxSegments ?? options.MaxSegments ?? int.MaxValue, gateway.MaxSegments ?? 255);
        return size.Segments > limit
            ? new SmsError(SmsErrorKind.TextTooLong, string.Create(CultureInfo.InvariantCulture, $"The text needs {size.Segments} segments; {limit} are allowed."))
            : null;
    }
}
