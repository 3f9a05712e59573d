using System.Diagnostics.CodeAnalysis;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiSenders"/>
internal sealed class SmsApiSenders(SmsApiCalls calls) : ISmsApiSenders
{
    public Task<int> AddAsync(string name, CancellationToken cancellationToken) => ChangeAsync("add", name, cancellationToken);

    public Task<SmsApiSender> GetStatusAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return calls.QueryAsync(
            Request(("status", name)),
            (in GatewayReply reply, [MaybeNullWhen(false)] out SmsApiSender sender) => TryReadSender(reply, name, out sender),
            cancellationToken);
    }

    public Task<int> DeleteAsync(string name, CancellationToken cancellationToken) => ChangeAsync("delete", name, cancellationToken);

    public Task<IReadOnlyList<SmsApiSender>> ListAsync(bool withNativeNames, CancellationToken cancellationToken) => calls.QueryAsync<IReadOnlyList<SmsApiSender>>(
        Request(("list", "1"), ("with_nat_names", SmsApiForm.Flag(withNativeNames))), TryReadList, cancellationToken);

    public Task<int> SetDefaultAsync(string name, CancellationToken cancellationToken) => ChangeAsync("default", name, cancellationToken);

    private Task<int> ChangeAsync(string action, string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return calls.CommandAsync<int>(Request((action, name)), TryReadCount, cancellationToken);
    }

    private GatewayRequest Request(params ReadOnlySpan<(string, string?)> fields) => calls.Gateway.CreateScript("sender.do", SmsApiForm.Script(fields));

    private static bool TryReadCount(in GatewayReply reply, out int count)
    {
        if (reply.TryReadJson(SmsApiJson.Default.SmsApiSenderWire, out var json))
        {
            count = json.Count.ToInt() ?? 0;
            return json.Count is not null;
        }

        count = 1;
        return SmsApiText.TryReadOk(reply, out _);
    }

    // As text only the status comes: "OK:ACTIVE".
    private static bool TryReadSender(in GatewayReply reply, string name, [MaybeNullWhen(false)] out SmsApiSender sender)
    {
        sender = reply.TryReadJson(SmsApiJson.Default.SmsApiSenderWire, out var json) ? json.ToSender()
            : SmsApiText.TryReadOk(reply, out var status) && status.Length > 0 ? new SmsApiSender(name, status)
            : null;
        return sender is not null;
    }

    private static bool TryReadList(in GatewayReply reply, [MaybeNullWhen(false)] out IReadOnlyList<SmsApiSender> senders)
    {
        senders = reply.TryReadJson(SmsApiJson.Default.SmsApiSenderWireArray, out var list)
            ? [.. list.OfType<SmsApiSenderWire>().Select(item => item.ToSender()).OfType<SmsApiSender>()]
            : null;
        return senders is not null;
    }
}
