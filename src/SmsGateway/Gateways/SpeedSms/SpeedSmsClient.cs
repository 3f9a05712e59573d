using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

/// <inheritdoc cref="ISpeedSmsClient"/>
internal sealed class SpeedSmsClient(GatewayChannel channel) : ISpeedSmsClient
{
    private const string Dong = "VND";

    private SpeedSmsGateway Gateway => (SpeedSmsGateway)channel.Gateway;

    public Task<SpeedSmsUser> GetUserInfoAsync(CancellationToken cancellationToken) =>
        channel.QueryAsync(Gateway.CreateRequest("user/info"), ReadUser, cancellationToken);

    public Task<SpeedSmsSent> SendAsync(SpeedSmsSend message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return CommandAsync(Gateway.CreateSend([.. message.To], message.Content, message.Type, message.Sender), ReadSent, cancellationToken);
    }

    public Task<IReadOnlyList<SpeedSmsState>> GetStatusAsync(string tranId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tranId);
        return channel.QueryAsync(Gateway.CreateRequest($"sms/status/{Uri.EscapeDataString(tranId)}"), ReadStates, cancellationToken);
    }

    public Task<SpeedSmsSent> CallAsync(string to, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(code);
        return CommandAsync(Gateway.CreateCall(to, code), ReadSent, cancellationToken);
    }

    public Task<SpeedSmsSent> SendMmsAsync(SpeedSmsMms message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = new SpeedSmsMmsRequest { To = [.. message.To], Content = message.Content, Link = message.Link.OriginalString, Sender = message.Sender };
        return CommandAsync(Post("mms/send", SpeedSmsJson.Default.SpeedSmsMmsRequest, body), ReadSent, cancellationToken);
    }

    public Task<SpeedSmsPin> CreatePinAsync(string to, string content, string appId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(appId);
        var body = new SpeedSmsPinRequest { To = to, Content = content, AppId = appId };
        return CommandAsync(Post("pin/create", SpeedSmsJson.Default.SpeedSmsPinRequest, body), ReadPin, cancellationToken);
    }

    public Task<SpeedSmsPinCheck> VerifyPinAsync(string phone, string pinCode, string appId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(phone);
        ArgumentNullException.ThrowIfNull(pinCode);
        ArgumentNullException.ThrowIfNull(appId);
        var body = new SpeedSmsPinCheckRequest { Phone = phone, PinCode = pinCode, AppId = appId };
        return channel.CommandAsync(Post("pin/verify", SpeedSmsJson.Default.SpeedSmsPinCheckRequest, body), ReadPinCheck, cancellationToken);
    }

    private GatewayRequest Post<T>(string path, JsonTypeInfo<T> shape, T body) =>
        Gateway.CreateRequest(path, JsonSerializer.SerializeToUtf8Bytes(body, shape));

    // The numbers that a refusal names have no place in an error, which may be logged.
    private async Task<T> CommandAsync<T>(GatewayRequest request, Func<SpeedSmsSendData?, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        string[]? invalid = null;
        try
        {
            return await channel.CommandAsync<T>(
                request,
                (in GatewayReply reply) =>
                {
                    var failure = SpeedSmsReplies.Read(reply, SpeedSmsJson.Default.SpeedSmsSendReply, out var json);
                    SpeedSmsReplies.IsAboutNumbers(json, out invalid);
                    return failure ?? (read(json!.Data) is { } value ? new QueryAnswer<T>(value) : StatusVerdict.Unreadable(reply));
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (SmsException refused) when (invalid is { Length: > 0 } && refused.Error.Kind == SmsErrorKind.InvalidRecipient)
        {
            throw new SpeedSmsInvalidPhonesException(refused.Error, invalid);
        }
    }

    private static SpeedSmsSent? ReadSent(SpeedSmsSendData? data) => data is null ? null : new SpeedSmsSent(data.TranId, data.InvalidPhone ?? [])
    {
        TotalSms = SpeedSmsNumbers.ToCount(data.TotalSms),
        TotalPrice = data.TotalPrice,
    };

    // A success is believed here even without any data: nobody documents what belongs into it.
    private static SpeedSmsPin ReadPin(SpeedSmsSendData? data) => new(ReadSent(data ?? new SpeedSmsSendData())!, data?.PinCode);

    private static QueryAnswer<SpeedSmsUser> ReadUser(in GatewayReply reply)
    {
        var failure = SpeedSmsReplies.Read(reply, SpeedSmsJson.Default.SpeedSmsUserReply, out var json);
        return json switch
        {
            { Status: null, Balance: { } bare } => new SpeedSmsUser(bare, json.Currency ?? Dong) { Email = json.Email },
            { Data: { Balance: { } balance } data } when failure is null => new SpeedSmsUser(balance, data.Currency ?? Dong) { Email = data.Email },
            _ => failure ?? StatusVerdict.Unreadable(reply),
        };
    }

    private static QueryAnswer<IReadOnlyList<SpeedSmsState>> ReadStates(in GatewayReply reply) =>
        SpeedSmsReplies.Read(reply, SpeedSmsJson.Default.SpeedSmsStatusReply, out var json) is { } failure ? failure
        : json!.Data is { } rows ? new QueryAnswer<IReadOnlyList<SpeedSmsState>>([.. rows.OfType<SpeedSmsStatusData>().Select(row => new SpeedSmsState(row.Phone ?? "", row.Status))])
        : StatusVerdict.Unreadable(reply);

    private static QueryAnswer<SpeedSmsPinCheck> ReadPinCheck(in GatewayReply reply) =>
        SpeedSmsReplies.Read(reply, SpeedSmsJson.Default.SpeedSmsPinCheckReply, out var json) is { } failure ? failure
        : json!.Data is { Verified: { } verified } data
            ? new SpeedSmsPinCheck(verified) { RemainingAttempts = SpeedSmsNumbers.ToCount(data.RemainingAttempts), Phone = data.Phone, Pin = data.Pin }
        : StatusVerdict.Unreadable(reply);
}
