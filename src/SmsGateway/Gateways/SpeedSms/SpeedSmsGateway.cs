using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmsGateway.Http;

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

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } = [];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

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

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new SpeedSmsSendRequest
            {
                To = to,
                Content = batch.First.Text,
                SmsType = (int)TypeOf(batch.First),
                Sender = batch.First.Sender ?? "",
            },
            SpeedSmsJson.Default.SpeedSmsSendRequest);
        return new GatewayRequest(_address, body, GatewayRequest.Json) { Authorization = _authorization };
    }

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply)
    {
        if (reply.Status == 429)
        {
            return SmsBatchVerdict.All(StatusVerdict.Throttled(reply, RetryAfterHeader.Read(reply.Header("X-Rate-Limit-Reset"), reply.Now)));
        }

        // Looked at before the body: the framework's own bodies use the same member names for other things.
        if (!reply.IsSuccess)
        {
            return SmsBatchVerdict.All(SpeedSmsCodes.OfHttp(reply.Status) is { } meaning
                ? meaning.ToVerdict(reply, DisplayName, code: null, gatewayMessage: null)
                : StatusVerdict.Of(reply));
        }

        if (!reply.TryReadJson(SpeedSmsJson.Default.SpeedSmsSendReply, out var json))
        {
            return SmsBatchVerdict.All(StatusVerdict.Unreadable(reply));
        }

        var succeeded = string.Equals(json.Status, "success", StringComparison.OrdinalIgnoreCase);
        var failed = string.Equals(json.Status, "error", StringComparison.OrdinalIgnoreCase);
        return succeeded && json is { Code: null or "00", Data: not null } ? ReadAccepted(batch, json.Data, reply)
            : (succeeded || failed) && SpeedSmsCodes.OfListed(json.Code) is { } listed ? ReadRefusal(batch, listed, json, reply)
            : failed && json.Code != "00" ? ReadRefusal(batch, json.Code is null ? SpeedSmsCodes.OfMessage(json.Message) : CodeMeaning.Rejected(SmsErrorKind.Unknown), json, reply)
            : SmsBatchVerdict.All(StatusVerdict.Unreadable(reply));
    }

    private SpeedSmsType TypeOf(OutgoingSms message) =>
        message.Message.GetExtras<SpeedSmsExtras>()?.SmsType ?? options.SmsType
        ?? (message.Sender is null ? SpeedSmsType.CustomerCare : SpeedSmsType.BrandName);

    private static SmsBatchVerdict ReadAccepted(SmsBatch batch, SpeedSmsSent data, in GatewayReply reply)
    {
        var invalid = SpeedSmsNumbers.Read(data.InvalidPhone);
        var accepted = batch.Messages.Count(message => !invalid.Contains(message.Number));
        var verdict = SmsVerdict.Accepted(data.TranId) with
        {
            // Totals are of the call: per message they are only known where all messages are alike, or there is one.
            Segments = accepted > 0 && data.TotalSms is { } total and > 0 and < 100_000 && total % accepted == 0 ? (int)total / accepted : null,
            Price = accepted == 1 && data.TotalPrice is { } price and >= 0 ? new SmsPrice(price, "VND") : null,
        };
        if (accepted == batch.Count)
        {
            return SmsBatchVerdict.All(verdict);
        }

        var refused = StatusVerdict.Rejected(SmsErrorKind.InvalidRecipient, reply, "SpeedSMS took the call but not this number.");
        return SmsBatchVerdict.Each([.. batch.Messages.Select(message => invalid.Contains(message.Number) ? refused : verdict)]);
    }

    private static SmsBatchVerdict ReadRefusal(SmsBatch batch, CodeMeaning meaning, SpeedSmsSendReply json, in GatewayReply reply)
    {
        var verdict = meaning.ToVerdict(reply, DisplayName, json.Code, json.Message);
        var invalid = SpeedSmsNumbers.Read(json.InvalidPhone);
        if (json.Code != SpeedSmsCodes.InvalidNumbers || invalid.Count == 0)
        {
            return SmsBatchVerdict.All(verdict);
        }

        // The whole call is refused; who is not on the list suffers for the others.
        var others = CodeMeaning.Rejected(SmsErrorKind.InvalidRequest).ToVerdict(reply, DisplayName, json.Code, json.Message);
        return SmsBatchVerdict.Each([.. batch.Messages.Select(message => invalid.Contains(message.Number) ? verdict : others)]);
    }
}
