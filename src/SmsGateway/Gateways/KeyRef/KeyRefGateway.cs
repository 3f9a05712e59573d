using System.Text;
using SmsGateway.Http;

namespace SmsGateway.KeyRef;

/// <summary>
/// The key/ref gateway's <c>send_sms.php</c> and <c>dlr.php</c>: one message a request, no id; number and reference are the handle, by
/// which a lost answer is looked up. Everything rests on one page, so replies are read liberally. Source: smsdirekt.se/var-api.
/// </summary>
internal sealed class KeyRefGateway(KeyRefOptions options) : ISmsGateway, IReferenceLookup
{
    internal const string DisplayName = "The key/ref gateway";
    private const int MaxAddressLength = 2000;

    private readonly Uri _send = GatewayAddress.Join(options.BaseAddress!, "api/sms/send_sms.php");
    private readonly Uri _report = GatewayAddress.Join(options.BaseAddress!, "api/sms/dlr.php");

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = "KeyRef",
        DisplayName = "key/ref",
        Region = "Sweden (white label)",
        Capabilities = SmsCapabilities.Sender | SmsCapabilities.Reference | SmsCapabilities.ReferenceLookup | SmsCapabilities.StatusQuery,
        MaxMessagesPerRequest = 1,
        MaxReferenceLength = 20,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } =
    [
        GatewayFeature.Of<IKeyRefClient>(channel => new KeyRefClient(channel)),
        GatewayFeature.Of<ISmsStatusReader>(channel => new KeyRefStatusReader(new KeyRefClient(channel))),
    ];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public int MaxReferencesPerLookup => 1;

    public bool UsesGet => options.UseGet;

    public KeyRefReplyFormat ReplyFormat => options.ReplyFormat;

    public SmsError? Check(OutgoingSms message)
    {
        if (message.Sender is null)
        {
            return new SmsError(SmsErrorKind.InvalidSender, "The key/ref gateway needs a sender: set From, or the account's Sender.");
        }

        if (!IsSender(message.Sender))
        {
            return new SmsError(SmsErrorKind.InvalidSender, "A sender has 1 to 11 letters, digits and common signs, or up to 16 digits.");
        }

        if (message.Reference.Length < 10 || message.Reference.Length > options.MaxReferenceLength
            || message.Reference.AsSpan().ContainsAnyExcept(Plain))
        {
            return new SmsError(SmsErrorKind.InvalidRequest, "A reference at the key/ref gateway has 10 to 20 lower-case letters and digits (MaxReferenceLength may allow more).");
        }

        return options.UseGet && IsTooLong(CreateSend(message))
            ? new SmsError(SmsErrorKind.TextTooLong, "The text is too long for a GET request.")
            : null;
    }

    public GatewayRequest CreateRequest(SmsBatch batch) => CreateSend(batch.First);

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) =>
        SmsBatchVerdict.All(KeyRefReplies.ReadSent(batch.First.Reference, reply, options.UseGet));

    public GatewayRequest CreateLookup(IReadOnlyList<OutgoingSms> messages) => CreateLookup(messages[0].Number.Digits, messages[0].Reference);

    public SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply) =>
        SmsBatchVerdict.All(KeyRefReplies.ReadLookup(messages[0].Reference, reply));

    public GatewayRequest CreateLookup(string number, string reference)
    {
        var form = new FormWriter(160);
        form.Add("key"u8, options.Key);
        form.Add("full_number"u8, number);
        form.Add("ref"u8, reference);
        return Create(_report, form.ToBody(), options.UseGet);
    }

    public GatewayRequest CreateSend(string mobile, string sender, string text, string reference, KeyRefReplyFormat replyFormat, bool byGet)
    {
        var form = new FormWriter(text.Length + 200);
        form.Add("key"u8, options.Key);
        form.Add("mobile"u8, mobile);
        form.Add("sender"u8, sender);
        form.Add("msgtext"u8, text);
        form.Add("ref"u8, reference);
        if (replyFormat == KeyRefReplyFormat.Json)
        {
            form.Add("response"u8, "json"u8);
        }

        return Create(_send, form.ToBody(), byGet);
    }

    /// <summary>Longer addresses are cut or refused by some servers.</summary>
    public static bool IsTooLong(GatewayRequest request) => request.Address.AbsoluteUri.Length > MaxAddressLength;

    private static ReadOnlySpan<char> Plain => "abcdefghijklmnopqrstuvwxyz0123456789";

    private GatewayRequest CreateSend(OutgoingSms message) =>
        CreateSend(message.Number.Digits, message.Sender!, message.Text, message.Reference, options.ReplyFormat, options.UseGet);

    // A GET has content too, though empty: without any the HTTP stack might send it several times.
    private static GatewayRequest Create(Uri script, byte[] form, bool byGet) => byGet
        ? new GatewayRequest(new Uri($"{script.AbsoluteUri}{(script.Query.Length == 0 ? '?' : '&')}{Encoding.ASCII.GetString(form)}"), ReadOnlyMemory<byte>.Empty, ContentType: null) { Method = HttpMethod.Get }
        : new GatewayRequest(script, form, GatewayRequest.Form);

    private static bool IsSender(string sender) =>
        (sender.Length is >= 1 and <= 11 && SmsText.Analyze(sender).Encoding == SmsEncoding.Gsm7)
        || (sender.Length <= 16 && sender.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);
}
