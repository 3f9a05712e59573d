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

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } = [];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public int MaxReferencesPerLookup => 1;

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

        return options.UseGet && AddressOf(_send, WriteSend(message)).AbsoluteUri.Length > MaxAddressLength
            ? new SmsError(SmsErrorKind.TextTooLong, "The text is too long for a GET request.")
            : null;
    }

    public GatewayRequest CreateRequest(SmsBatch batch)
    {
        var form = WriteSend(batch.First);
        return options.UseGet
            ? new GatewayRequest(AddressOf(_send, form), ReadOnlyMemory<byte>.Empty, ContentType: null) { Method = HttpMethod.Get }
            : new GatewayRequest(_send, form, GatewayRequest.Form);
    }

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) =>
        SmsBatchVerdict.All(KeyRefReplies.ReadSent(batch.First.Reference, reply, options.UseGet));

    public GatewayRequest CreateLookup(IReadOnlyList<OutgoingSms> messages) => CreateLookup(messages[0].Number, messages[0].Reference);

    public SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply) =>
        SmsBatchVerdict.All(KeyRefReplies.ReadLookup(messages[0].Reference, reply));

    internal GatewayRequest CreateLookup(PhoneNumber number, string reference)
    {
        var form = new FormWriter(160);
        form.Add("key"u8, options.Key);
        form.Begin("full_number"u8);
        form.Append(number);
        form.Add("ref"u8, reference);
        var body = form.ToBody();
        return options.UseGet
            ? new GatewayRequest(AddressOf(_report, body), ReadOnlyMemory<byte>.Empty, ContentType: null) { Method = HttpMethod.Get }
            : new GatewayRequest(_report, body, GatewayRequest.Form);
    }

    private static ReadOnlySpan<char> Plain => "abcdefghijklmnopqrstuvwxyz0123456789";

    private byte[] WriteSend(OutgoingSms message)
    {
        var form = new FormWriter(message.Text.Length + 200);
        form.Add("key"u8, options.Key);
        form.Begin("mobile"u8);
        form.Append(message.Number);
        form.Add("sender"u8, message.Sender);
        form.Add("msgtext"u8, message.Text);
        form.Add("ref"u8, message.Reference);
        if (options.ReplyFormat == KeyRefReplyFormat.Json)
        {
            form.Add("response"u8, "json"u8);
        }

        return form.ToBody();
    }

    private static Uri AddressOf(Uri script, byte[] query) => new($"{script.AbsoluteUri}?{Encoding.ASCII.GetString(query)}");

    private static bool IsSender(string sender) =>
        (sender.Length is >= 1 and <= 11 && SmsText.Analyze(sender).Encoding == SmsEncoding.Gsm7)
        || (sender.Length <= 16 && sender.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);
}
