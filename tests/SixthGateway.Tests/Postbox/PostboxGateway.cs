using SmsGateway;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace Postbox;

/// <summary>Postbox's <c>messages</c>: one text to at most 50 numbers, an id for each. Source: docs.postbox.example/v1, section 2.</summary>
internal sealed class PostboxGateway(PostboxOptions options) : ISmsGateway
{
    public const string Name = "Postbox";
    public const int MaxMessages = 50;
    private const int MaxSenderLength = 11;

    private readonly string _authorization = $"Bearer {options.Key}";

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = Name,
        DisplayName = Name,
        Region = "nowhere",
        Capabilities = SmsCapabilities.Sender | SmsCapabilities.DeliveryReports | SmsCapabilities.Inbound
            | SmsCapabilities.StatusQuery | SmsCapabilities.Balance,
        MaxMessagesPerRequest = MaxMessages,
        MaxMessagesPerStatusQuery = MaxMessages,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } =
    [
        GatewayFeature.Of<IPostboxClient>(channel => new PostboxClient(channel)),
        GatewayFeature.Of<ISmsStatusReader>(channel => new PostboxClient(channel)),
        GatewayFeature.Of<ISmsAccount>(channel => new PostboxClient(channel)),
    ];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public ISmsWebhook Webhook { get; } = new PostboxWebhook();

    public SmsError? Check(OutgoingSms message) => message.Sender?.Length > MaxSenderLength
        ? new SmsError(SmsErrorKind.InvalidSender, "A sender at Postbox has at most 11 characters.")
        : null;

    public GatewayRequest CreateRequest(SmsBatch batch)
    {
        var form = new FormWriter(batch.First.Text.Length + (16 * batch.Count));
        form.Add("to"u8, string.Join(',', batch.Messages.Select(message => message.Number.Digits)));
        form.Add("text"u8, batch.First.Text);
        if (batch.First.Sender is { } sender)
        {
            form.Add("from"u8, sender);
        }

        return Post("messages", form.ToBody());
    }

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => PostboxReplies.ReadSent(batch, reply);

    public GatewayRequest Post(string path, byte[] form) =>
        new(GatewayAddress.Join(options.BaseAddress!, path), form, GatewayRequest.Form) { Authorization = _authorization };

    public GatewayRequest Get(string path) =>
        new(GatewayAddress.Join(options.BaseAddress!, path), Body: default, ContentType: null) { Method = HttpMethod.Get, Authorization = _authorization };
}
