namespace SmsGateway.Testing;

/// <summary>What a real client refuses before any request, and why.</summary>
internal sealed class FakeCheck(FakeSmsOptions options)
{
    public static readonly SmsError SameReference = new(SmsErrorKind.InvalidRequest, "Another message of this call has the same reference.");

    public SmsError? Refuse(SmsMessage message, out PhoneNumber? number, out SmsTextInfo info)
    {
        info = default;
        number = PhoneNumber.TryParse(message.To, options.DefaultCountryCode, out var read) ? read : null;
        return number is null ? new SmsError(SmsErrorKind.InvalidRecipient, "That is no phone number in international form.")
            : RefuseOptions(message) ?? RefuseText(message, out info);
    }

    private static SmsError? RefuseText(SmsMessage message, out SmsTextInfo info)
    {
        var counting = message.TransliterationLanguage is { } language ? new SmsTextOptions { Language = language } : SmsTextOptions.Default;
        var prepared = SmsText.Prepare(message.Text ?? "", message.UnicodePolicy ?? SmsUnicodePolicy.Allow, message.MaxSegments, counting);
        info = prepared.Info;
        return prepared.Refusal switch
        {
            SmsTextRefusal.None => null,
            SmsTextRefusal.Blank => new SmsError(SmsErrorKind.InvalidContent, "The text is empty."),
            SmsTextRefusal.LoneSurrogate => new SmsError(SmsErrorKind.InvalidContent, "The text holds half a character."),
            SmsTextRefusal.UnicodeNotAllowed => new SmsError(SmsErrorKind.EncodingNotSupported, "The text needs UCS-2, which its UnicodePolicy rules out."),
            _ => new SmsError(SmsErrorKind.TextTooLong, "The text needs more segments than are allowed."),
        };
    }

    private SmsError? RefuseOptions(SmsMessage message) =>
        Lacks(message.SendAt is not null, SmsCapabilities.Schedule, nameof(message.SendAt))
        ?? Lacks(message.Validity is not null, SmsCapabilities.Validity, nameof(message.Validity))
        ?? Lacks(message.Flash, SmsCapabilities.Flash, nameof(message.Flash))
        ?? Lacks(message.DryRun, SmsCapabilities.DryRun, nameof(message.DryRun))
        ?? Lacks(message.From is not null, SmsCapabilities.Sender, nameof(message.From))
        ?? Lacks(message.DeliveryReportUrl is not null, SmsCapabilities.DeliveryReportUrl, nameof(message.DeliveryReportUrl));

    private SmsError? Lacks(bool isAsked, SmsCapabilities needed, string option) => isAsked && !options.Capabilities.HasFlag(needed)
        ? new SmsError(SmsErrorKind.NotSupported, $"The fake was set up without {needed} ({option}).")
        : null;
}
