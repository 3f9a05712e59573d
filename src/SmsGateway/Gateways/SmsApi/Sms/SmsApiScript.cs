using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>What the three scripts that send have in common: <c>sms.do</c>, <c>mms.do</c>, <c>vms.do</c>.</summary>
internal sealed class SmsApiScript(SmsApiCalls calls, string path)
{
    private const int BytesPerMessage = 1024;

    /// <param name="form">The fields.</param>
    /// <param name="fallback">Makes it a JSON body.</param>
    /// <param name="recipients">How many, as far as that is known.</param>
    /// <param name="protectedRecipient">The only recipient, when its idx keeps a repeat from becoming a second message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<SmsApiSent> SendAsync(byte[] form, SmsApiFallback? fallback, int recipients, SmsApiRecipient? protectedRecipient, CancellationToken cancellationToken)
    {
        var request = fallback is null ? calls.Gateway.CreateScript(path, form) : calls.Gateway.CreateScript(path, SmsApiJsonBody.Write(form, fallback), GatewayRequest.Json);
        request = request with { MaxReplyBytes = request.MaxReplyBytes + (recipients * BytesPerMessage) };
        return protectedRecipient is { } recipient
            ? calls.ProtectedAsync(request, SmsApiSentReader.TryReadSent, TakenEarlier(recipient), cancellationToken)
            : calls.CommandAsync<SmsApiSent>(request, SmsApiSentReader.TryReadSent, cancellationToken);
    }

    public Task<IReadOnlyList<string>> DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => calls.CommandAsync<IReadOnlyList<string>>(
        calls.Gateway.CreateScript(path, SmsApiForm.Script(("sch_del", SmsApiForm.Join(ids, ',', nameof(ids))))),
        SmsApiSentReader.TryReadDeleted,
        cancellationToken);

    public Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => calls.QueryAsync<IReadOnlyList<SmsApiMessageState>>(
        calls.Gateway.CreateScript(path, SmsApiForm.Script(("status", SmsApiForm.Join(ids, '|', nameof(ids))))),
        SmsApiSentReader.TryReadStates,
        cancellationToken);

    private static SmsApiSent TakenEarlier(SmsApiRecipient recipient) => new([new SmsApiSentMessage(Id: null)
    {
        SubmittedNumber = recipient.Number,
        Idx = recipient.Idx,
        IsDuplicate = true,
    }])
    {
        Count = 1,
    };
}

/// <inheritdoc cref="ISmsApiSms"/>
internal sealed class SmsApiSms(SmsApiCalls calls) : ISmsApiSms
{
    private readonly SmsApiScript _script = new(calls, "sms.do");

    public Task<SmsApiSent> SendAsync(SmsApiSend message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _script.SendAsync(
            SmsApiSendForm.Write(message),
            message.Fallback,
            message.To.Count,
            message is { CheckIdx: true, To: [var only] } ? only : null,
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> DeleteScheduledAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _script.DeleteAsync(ids, cancellationToken);

    public Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _script.GetStatusAsync(ids, cancellationToken);
}
