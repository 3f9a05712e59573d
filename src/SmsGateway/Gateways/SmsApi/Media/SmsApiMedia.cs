using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiMms"/>
internal sealed class SmsApiMmsClient(SmsApiCalls calls) : ISmsApiMms
{
    private readonly SmsApiScript _script = new(calls, "mms.do");

    public Task<SmsApiSent> SendAsync(SmsApiMms message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(message.Smil, nameof(message));
        return _script.SendAsync(message, SmsApiMediaForm.Write(message, ("subject", message.Subject), ("smil", message.Smil)), cancellationToken);
    }

    public Task<IReadOnlyList<string>> DeleteScheduledAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _script.DeleteAsync(ids, cancellationToken);

    public Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _script.GetStatusAsync(ids, cancellationToken);
}

/// <inheritdoc cref="ISmsApiVms"/>
internal sealed class SmsApiVmsClient(SmsApiCalls calls) : ISmsApiVms
{
    private readonly SmsApiScript _script = new(calls, "vms.do");

    public Task<SmsApiSent> SendAsync(SmsApiVms message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Require(message.Tts is null != message.File is null, "A voice message has a text (Tts) or a file (File): one of both.", nameof(message));
        var form = SmsApiMediaForm.Write(
            message,
            ("tts", message.Tts),
            ("tts_lector", message.TtsLector),
            ("file", message.File),
            ("from", message.From),
            ("try", SmsApiForm.Number(message.Try)),
            ("interval", SmsApiForm.Number((int?)message.Interval?.TotalSeconds)),
            ("skip_gsm", SmsApiForm.Flag(message.SkipGsm)));
        return _script.SendAsync(message, form, cancellationToken);
    }

    public Task<IReadOnlyList<string>> DeleteScheduledAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _script.DeleteAsync(ids, cancellationToken);

    public Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _script.GetStatusAsync(ids, cancellationToken);
}

/// <summary>Writes the form of a multimedia or voice message.</summary>
internal static class SmsApiMediaForm
{
    public static byte[] Write(SmsApiMediaMessage message, params ReadOnlySpan<(string Name, string? Value)> content)
    {
        SmsApiRecipients.Check(message.To, message.Groups, SmsApiCharset.Utf8, message.CheckIdx);
        Require(message.To.All(recipient => recipient.Parameters.Count == 0), "Parameters are for SMS alone.", nameof(message));
        Require(message.NotifyUrl?.IsAbsoluteUri != false, "NotifyUrl is an absolute address.", nameof(message));
        var form = new FormWriter(512);
        form.Add("format"u8, "json"u8);
        SmsApiRecipients.Write(ref form, message.To, message.Groups);
        SmsApiForm.Write(ref form, content);
        SmsApiForm.Write(
            ref form,
            [
                ("date", SmsApiForm.Unix(message.Date)),
                ("date_validate", SmsApiForm.Flag(message.DateValidate && message.Date is not null)),
                ("check_idx", SmsApiForm.Flag(message.CheckIdx)),
                ("notify_url", message.NotifyUrl?.AbsoluteUri),
                ("test", SmsApiForm.Flag(message.Test)),
            ]);
        return form.ToBody();
    }

    public static Task<SmsApiSent> SendAsync(this SmsApiScript script, SmsApiMediaMessage message, byte[] form, CancellationToken cancellationToken) => script.SendAsync(
        form,
        fallback: null,
        message.To.Count,
        message is { CheckIdx: true, To: [var only] } ? only : null,
        cancellationToken);
}
