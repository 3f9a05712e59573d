using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmsGateway.Http;

namespace SmsGateway.SmsClub;

/// <inheritdoc cref="ISmsClubClient"/>
internal sealed class SmsClubClient(GatewayChannel channel) : ISmsClubClient
{
    private SmsClubGateway Gateway => (SmsClubGateway)channel.Gateway;

    public Task<SmsClubSent> SendAsync(SmsClubSend message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return channel.CommandAsync(
            Request("sms/send", SmsClubJson.Default.SmsClubSendBody, new SmsClubSendBody
            {
                Phone = [.. message.Phones],
                Message = message.Message,
                SrcAddr = message.Sender,
                Lifetime = message.Lifetime is { } lifetime ? (int)lifetime.TotalMinutes : null,
                IntegrationId = message.IntegrationId ?? Gateway.IntegrationId,
            }),
            ReadSent,
            cancellationToken);
    }

    public Task<SmsClubSent> SendPersonalisedAsync(string sender, IReadOnlyList<SmsClubPersonalText> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(messages);
        return channel.CommandAsync(
            Request("v2/sms/send", SmsClubJson.Default.SmsClubPersonalBody, new SmsClubPersonalBody
            {
                SrcAddr = sender,
                DataMessage = [.. messages.Select(message => new SmsClubPersonalItem { Phone = message.Phone, Message = message.Message })],
            }),
            ReadSent,
            cancellationToken);
    }

    public Task<IReadOnlyList<SmsClubState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return channel.QueryAsync<IReadOnlyList<SmsClubState>>(
            Request("sms/status", SmsClubJson.Default.SmsClubStatusBody, new SmsClubStatusBody { IdSms = [.. ids] }),
            static (in GatewayReply reply) => ReadEnvelope(reply) switch
            {
                { Info: { } info } => info.Members.Select(member => new SmsClubState(member.Key, member.Value ?? "")).ToList(),

                // The ids are malformed, says a bare text: the gateway knows none of them.
                { AddInfo: not null } => new List<SmsClubState>(),
                _ => SmsClubReplies.OfHttp(reply),
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> GetOriginatorsAsync(CancellationToken cancellationToken) => channel.QueryAsync<IReadOnlyList<string>>(
        Gateway.CreateRequest("sms/originator", default),
        static (in GatewayReply reply) => ReadEnvelope(reply)?.Info is { } info
            ? info.Members.Select(member => member.Value ?? "").ToList()
            : SmsClubReplies.OfHttp(reply),
        cancellationToken);

    public Task<SmsClubBalance> GetBalanceAsync(CancellationToken cancellationToken) => channel.QueryAsync<SmsClubBalance>(
        Gateway.CreateRequest("sms/balance", default),
        static (in GatewayReply reply) => ReadEnvelope(reply)?.Info is { } info
            && decimal.TryParse(info["money"], NumberStyles.Float, CultureInfo.InvariantCulture, out var money)
                ? new SmsClubBalance(money, info["currency"] ?? "UAH")
                : SmsClubReplies.OfHttp(reply),
        cancellationToken);

    public Task<string> RegisterOriginatorAsync(SmsClubOriginatorApplication application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        return channel.CommandAsync(
            Request("originators/registration-originators", SmsClubJson.Default.SmsClubApplicationBody, new SmsClubApplicationBody
            {
                SenderId = application.SenderId,
                CompanyType = application.CompanyType,
                Company = application.Company,
                Inn = application.Inn,
                Okpo = application.Okpo,
                Subject = application.Subject,
                Description = application.Description,
                Site = application.Site,
            }),
            ReadWhole,
            cancellationToken);
    }

    public Task<string> GetOriginatorStateAsync(string senderId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(senderId);
        return channel.QueryAsync(
            Request("originators/stat-originators", SmsClubJson.Default.SmsClubApplicationBody, new SmsClubApplicationBody { SenderId = senderId }),
            ReadWhole,
            cancellationToken);
    }

    public Task<SmsClubViberSent> SendViberAsync(SmsClubViberSend message, CancellationToken cancellationToken) =>
        SendViberAsync("vibers/send", message, twoWay: false, cancellationToken);

    public Task<SmsClubViberSent> SendViberChatAsync(SmsClubViberSend message, CancellationToken cancellationToken) =>
        SendViberAsync("vibers/chat", message, twoWay: true, cancellationToken);

    public Task<IReadOnlyList<SmsClubViberState>> GetViberStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return channel.QueryAsync(
            Request("vibers/status", SmsClubJson.Default.SmsClubViberStatusBody, new SmsClubViberStatusBody { MessageIds = [.. ids] }),
            static (in GatewayReply reply) => ReadViber(reply, SmsClubViberData.ReadStates),
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> GetViberOriginatorsAsync(CancellationToken cancellationToken) => channel.QueryAsync(
        Gateway.CreateRequest("vibers/originator", default, HttpMethod.Get),
        static (in GatewayReply reply) => ReadEnvelope(reply)?.Info is { } info // no source shows which envelope it has
            ? info.Members.Select(member => member.Value ?? "").ToList()
            : ReadViber(reply, SmsClubViberData.ReadNames),
        cancellationToken);

    private Task<SmsClubViberSent> SendViberAsync(string path, SmsClubViberSend message, bool twoWay, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return channel.CommandAsync(
            Request(path, SmsClubJson.Default.SmsClubViberBody, new SmsClubViberBody
            {
                Sender = message.Sender,
                Phones = [.. message.Phones],
                Message = message.Message,
                ButtonText = message.ButtonText,
                ButtonUrl = message.ButtonUrl?.AbsoluteUri,
                PictureUrl = message.PictureUrl?.AbsoluteUri,
                SenderSms = message.SmsSender,
                MessageSms = message.SmsMessage,
                Lifetime = message.Lifetime is { } lifetime ? (int)lifetime.TotalSeconds : null,
                IsTwoWay = twoWay,
            }),
            static (in GatewayReply reply) => ReadViber(reply, SmsClubViberData.ReadSent),
            cancellationToken);
    }

    private GatewayRequest Request<T>(string path, JsonTypeInfo<T> shape, T body) =>
        Gateway.CreateRequest(path, JsonSerializer.SerializeToUtf8Bytes(body, shape));

    private static QueryAnswer<SmsClubSent> ReadSent(in GatewayReply reply)
    {
        if (ReadEnvelope(reply) is not { } envelope || envelope is { Info: null, AddInfo: null })
        {
            return SmsClubReplies.OfHttp(reply);
        }

        return new SmsClubSent(
            [.. (envelope.Info?.Members ?? []).Select(member => new SmsClubAccepted(member.Key, member.Value ?? ""))],
            [.. (envelope.AddInfo?.Members ?? []).Select(member => new SmsClubRefused(member.Key, member.Value))]);
    }

    private static QueryAnswer<string> ReadWhole(in GatewayReply reply) =>
        !reply.IsSuccess ? RefusedEnvelope(reply) ?? SmsClubReplies.OfHttp(reply)
        : reply.IsEmpty || reply.IsHtml ? StatusVerdict.Unreadable(reply)
        : reply.Text;

    /// <summary>The envelope of an answer; null when there is none, and then the status says why.</summary>
    private static SmsClubEnvelope? ReadEnvelope(in GatewayReply reply) =>
        reply.IsSuccess && reply.TryReadJson(SmsClubJson.Default.SmsClubReply, out var json) ? json.SuccessRequest : null;

    private static SmsVerdict? RefusedEnvelope(in GatewayReply reply) =>
        reply.TryReadJson(SmsClubJson.Default.SmsClubReply, out var json) && json.SuccessRequest is { } envelope
            ? SmsClubReplies.ReadRefused(envelope, reply)[0]
            : null;

    private static QueryAnswer<T> ReadViber<T>(in GatewayReply reply, Func<JsonElement, T?> read)
        where T : class
    {
        reply.TryReadJson(SmsClubJson.Default.SmsClubViberReply, out var json);
        return json?.ErrorRequest?.Errors is { Members: [var first, ..] } ? SmsClubCodes.OfViberKey(first.Key).ToVerdict(reply, SmsClubGateway.DisplayName, first.Key, first.Value)
            : SmsClubCodes.OfViberHttp(reply.Status) is { } meaning ? meaning.ToVerdict(reply, SmsClubGateway.DisplayName, code: null, gatewayMessage: null)
            : reply.IsSuccess && json?.SuccessfulRequest is { } success && read(success.RequestData) is { } value ? value
            : SmsClubReplies.OfHttp(reply);
    }
}
