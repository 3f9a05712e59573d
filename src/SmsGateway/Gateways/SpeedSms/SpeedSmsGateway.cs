using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace SmsGateway.SpeedSms;

/// <summary>
/// SpeedSMS's <c>sms/send</c>: one text to at most 100 numbers, one id for the whole call. It has no reference, no look-up and no
/// guard against duplicates, so what is unknown stays unknown. Source: the vendor's PHP guide.
/// </summary>
internal sealed class SpeedSmsGateway(SpeedSmsOptions options) : ISmsGateway
{
    internal const string DisplayName = "SpeedSMS";
    private const int MaxSenderLength = 11;

    private readonly Uri _address = GatewayAddress.Join(options.BaseAddress!, "sms/send");
    private readonly AuthenticationHeaderValue _authorization = Authorize(options);

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = "SpeedSms",
        DisplayName = DisplayName,
        Region = "Vietnam",
        Capabilities = SmsCapabilities.Sender | SmsCapabilities.DeliveryReports | SmsCapabilities.Inbound | SmsCapabilities.StatusQuery
            | SmsCapabilities.Balance | SmsCapabilities.Voice | SmsCapabilities.Verification | SmsCapabilities.Price,
        MaxMessagesPerRequest = 100,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } =
    [
        GatewayFeature.Of<ISpeedSmsClient>(channel => new SpeedSmsClient(channel)),
        GatewayFeature.Of<ISmsStatusReader>(channel => new SpeedSmsStatusReader(new SpeedSmsClient(channel))),
        GatewayFeature.Of<ISmsAccount>(channel => new SpeedSmsAccount(new SpeedSmsClient(channel))),
        GatewayFeature.Of<IVoiceClient>(channel => new SpeedSmsVoice(channel)),
        GatewayFeature.Of<ISmsVerification>(channel => new SpeedSmsVerification(channel, new SpeedSmsClient(channel))),
    ];

    public SmsGatewayInfo Info => GatewayInfo;

    /// <summary>The application in whose name codes are made.</summary>
    public string? AppId => options.AppId;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public ISmsWebhook Webhook { get; } = new SpeedSmsWebhook();

    internal static AuthenticationHeaderValue Authorize(SpeedSmsOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccessToken}:x")));

    public SmsError? Check(OutgoingSms message) => (TypeOf(message), message.Sender) switch
    {
        (SpeedSmsType.BrandName or SpeedSmsType.OwnNumber or SpeedSmsType.TwoWayNumber or SpeedSmsType.AndroidPhone, null) =>
            new SmsError(SmsErrorKind.InvalidSender, "This kind of SMS needs a sender at SpeedSMS."),
        (SpeedSmsType.Advertising or SpeedSmsType.CustomerCare or SpeedSmsType.FixedNumber, not null) =>
            new SmsError(SmsErrorKind.InvalidSender, "This kind of SMS has no sender of one's own at SpeedSMS."),
        (not SpeedSmsType.AndroidPhone, { Length: > MaxSenderLength }) =>
            new SmsError(SmsErrorKind.InvalidSender, "A sender at SpeedSMS has at most 11 characters."),
        _ => null,
    };

    public GatewayRequest CreateRequest(SmsBatch batch)
    {
        var to = new string[batch.Count];
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = batch.Messages[i].Number.Digits;
        }

        return CreateSend(to, batch.First.Text, TypeOf(batch.First), batch.First.Sender ?? "");
    }

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => SpeedSmsReplies.ReadSent(batch, reply);

    public GatewayRequest CreateSend(string[] to, string content, SpeedSmsType type, string sender)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new SpeedSmsSendRequest { To = to, Content = content, SmsType = (int)type, Type = options.AlsoSendType ? (int)type : null, Sender = sender },
            SpeedSmsJson.Default.SpeedSmsSendRequest);
        return new GatewayRequest(_address, body, GatewayRequest.Json) { Authorization = _authorization };
    }

    public GatewayRequest CreateCall(string to, string code) => CreateRequest(
        "voice/otp",
        JsonSerializer.SerializeToUtf8Bytes(new SpeedSmsVoiceRequest { To = to, Content = code }, SpeedSmsJson.Default.SpeedSmsVoiceRequest));

    /// <summary>A request of the native client: a GET with empty content unless there is a body.</summary>
    public GatewayRequest CreateRequest(string path, ReadOnlyMemory<byte> body = default) =>
        new(GatewayAddress.Join(options.BaseAddress!, path), body, body.IsEmpty ? null : GatewayRequest.Json)
        {
            Method = body.IsEmpty ? HttpMethod.Get : HttpMethod.Post,
            Authorization = _authorization,
        };

    private SpeedSmsType TypeOf(OutgoingSms message) =>
        message.Message.GetExtras<SpeedSmsExtras>()?.SmsType ?? options.SmsType
        ?? (message.Sender is null ? SpeedSmsType.CustomerCare : SpeedSmsType.BrandName);
}
