using System.Globalization;

namespace SmsGateway.Client;

/// <summary>Applies the Unicode policy and the segment limits, identically for all gateways, before any money is spent.</summary>
internal sealed class SegmentPolicy(SmsAccountOptions options, SmsGatewayInfo gateway)
{
    private readonly SmsTextOptions _counting = new() { Profile = gateway.TextProfile, Language = options.TransliterationLanguage };

    public SmsError? Apply(SmsMessage message, out string text, out SmsTextInfo size)
    {
        text = message.Text;
        size = default;
        if (text is null)
        {
            return new SmsError(SmsErrorKind.InvalidContent, "The text is empty.");
        }

        if ((message.MaxSegments ?? 1) < 1)
        {
            return new SmsError(SmsErrorKind.InvalidRequest, "MaxSegments must be 1 to 255.");
        }

        var prepared = SmsText.Prepare(
            text,
            message.UnicodePolicy ?? options.UnicodePolicy,
            message.MaxSegments ?? options.MaxSegments,
            message.TransliterationLanguage is { } language && language != _counting.Language ? _counting with { Language = language } : _counting);
        text = prepared.Text;
        size = prepared.Info;
        return prepared.Refusal switch
        {
            SmsTextRefusal.None => null,
            SmsTextRefusal.Blank => new SmsError(SmsErrorKind.InvalidContent, "The text is empty."),
            SmsTextRefusal.LoneSurrogate => new SmsError(SmsErrorKind.InvalidContent, string.Create(
                CultureInfo.InvariantCulture, $"The text holds half a character (a lone surrogate) at position {SmsText.IndexOfLoneSurrogate(text)}.")),
            SmsTextRefusal.UnicodeNotAllowed => new SmsError(
                SmsErrorKind.EncodingNotSupported, "The text needs UCS-2, which its UnicodePolicy rules out; SmsText.OffendingCharacters names the characters."),
            _ => new SmsError(SmsErrorKind.TextTooLong, string.Create(
                CultureInfo.InvariantCulture, $"The text needs {size.Segments} segments; {prepared.MaxSegments} are allowed.")),
        };
    }
}
