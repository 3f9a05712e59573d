using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <summary>Writes the form of a native send.</summary>
internal static class SmsApiSendForm
{
    /// <exception cref="ArgumentException">The message could not be written without being misread.</exception>
    public static byte[] Write(SmsApiSend message)
    {
        Check(message);
        var form = new FormWriter((message.To.Count * 36) + (message.Message?.Length ?? 0) + 256);
        form.Add("format"u8, "json"u8);
        form.Add("encoding"u8, SmsApiCharsets.NameOf(message.Encoding));
        SmsApiRecipients.Write(ref form, message.To, message.Groups);
        if (message.Message is { } text)
        {
            form.Begin("message"u8);
            form.Append(SmsApiCharsets.Encode(text, message.Encoding).AsSpan());
        }

        if (message.From is { } sender)
        {
            form.Add("from"u8, sender);
        }

        if (message.Date is { } date)
        {
            form.Add("date"u8, date.ToUnixTimeSeconds());
        }

        Flag(ref form, "date_validate"u8, message.DateValidate && message.Date is not null);
        if (message.ExpirationDate is { } end)
        {
            form.Add("expiration_date"u8, end.ToUnixTimeSeconds());
        }

        Flag(ref form, "flash"u8, message.Flash);
        Flag(ref form, "test"u8, message.Test);
        Flag(ref form, "details"u8, message.Details);
        Flag(ref form, "allow_duplicates"u8, message.AllowDuplicates);
        Flag(ref form, "check_idx"u8, message.CheckIdx);
        if (message.NotifyUrl is { } url)
        {
            form.Add("notify_url"u8, url.AbsoluteUri);
        }

        SmsApiOptionsForm.Write(ref form, message);
        return form.ToBody();
    }

    private static void Flag(ref FormWriter form, ReadOnlySpan<byte> name, bool value) => SmsApiOptionsForm.Flag(ref form, name, value);

    private static void Check(SmsApiSend message)
    {
        Require(Contents(message) == 1, "A message has one content: Message, Template or Binary.", nameof(message));
        Require(message.Binary?.IsValid != false, "Header and data of a binary message are hexadecimal digits, an even number of them.", nameof(message));
        Require(message.NotifyUrl?.IsAbsoluteUri != false, "NotifyUrl is an absolute address.", nameof(message));
        Require(message.Fallback is null || message.Encoding == SmsApiCharset.Utf8, "A message with a fallback travels as JSON, which is UTF-8.", nameof(message));
        SmsApiRecipients.Check(message.To, message.Groups, message.Encoding, message.CheckIdx);
    }

    private static int Contents(SmsApiSend message) =>
        (message.Message is null ? 0 : 1) + (message.Template is null ? 0 : 1) + (message.Binary is null ? 0 : 1);
}
