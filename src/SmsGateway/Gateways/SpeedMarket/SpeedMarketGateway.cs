using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>
/// <c>send-single</c> and <c>send-multiple</c>: up to 5,000 messages with texts of their own. Every message carries our reference as
/// <c>campaign_id</c>, by which a lost answer is looked up. Source: speedmarket.com.br/api-sms-short-code.
/// </summary>
internal sealed class SpeedMarketGateway(SpeedMarketOptions options) : ISmsGateway, IReferenceLookup
{
    internal const string DisplayName = "SpeedMarket";
    private const int MaxReferenceLength = 32;
    private const int MaxCaptionLength = 490;

    // A comma would split campaign ids in look-ups.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly Uri _single = GatewayAddress.Join(options.BaseAddress!, "send-single");
    private readonly Uri _multiple = GatewayAddress.Join(options.BaseAddress!, "send-multiple");
    private readonly Uri _lookup = GatewayAddress.Join(options.BaseAddress!, "mt_id");
    private readonly AuthenticationHeaderValue _authorization = Authorize(options);

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = "SpeedMarket",
        DisplayName = DisplayName,
        Region = "Brazil",
        Capabilities = SmsCapabilities.Schedule | SmsCapabilities.Flash | SmsCapabilities.Reference | SmsCapabilities.ReferenceLookup
            | SmsCapabilities.DeliveryReports | SmsCapabilities.Inbound | SmsCapabilities.InboundPull | SmsCapabilities.StatusQuery
            | SmsCapabilities.Balance | SmsCapabilities.Voice,
        MaxMessagesPerRequest = 5_000,
        MaxPersonalisedPerRequest = 5_000,
        MaxReferenceLength = MaxReferenceLength,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } = [];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public int MaxReferencesPerLookup => 100;

    internal static AuthenticationHeaderValue Authorize(SpeedMarketOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));

    public SmsError? Check(OutgoingSms message)
    {
        if (message.Reference.Length > MaxReferenceLength || message.Reference.AsSpan().ContainsAnyExcept(Allowed))
        {
            return new SmsError(SmsErrorKind.InvalidRequest, "A reference at SpeedMarket has at most 32 letters, digits and - _.");
        }

        return message.Message.GetExtras<SpeedMarketExtras>()?.Caption?.Length > MaxCaptionLength
            ? new SmsError(SmsErrorKind.InvalidRequest, "A caption has at most 490 characters.")
            : null;
    }

    public GatewayRequest CreateRequest(SmsBatch batch) => batch.Count == 1 ? CreateSingle(batch) : CreateMultiple(batch);

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => SpeedMarketReplies.ReadSent(batch, reply);

    public GatewayRequest CreateLookup(IReadOnlyList<OutgoingSms> messages)
    {
        var form = new FormWriter(messages.Count * 36);
        form.Begin("campaign_id"u8);
        for (var i = 0; i < messages.Count; i++)
        {
            if (i > 0)
            {
                form.Raw("%2C"u8);
            }

            form.Append(messages[i].Reference);
        }

        form.Add("timezone"u8, SpeedMarketTime.WriteZone(options.TimeZone));
        return new GatewayRequest(_lookup, form.ToBody(), GatewayRequest.Form) { Authorization = _authorization, MaxReplyBytes = 4 * 1024 * 1024 };
    }

    public SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply) => SpeedMarketReplies.ReadLookup(messages, reply);

    private GatewayRequest CreateSingle(SmsBatch batch)
    {
        var message = batch.First;
        var (country, national) = CountryCallingCodes.Split(message.Number);
        var form = new FormWriter(message.Text.Length + 200);
        form.Add("type"u8, (long)ServiceOf(message));
        form.Add("country_code"u8, country);
        form.Add("number"u8, national);
        form.Add("content"u8, message.Text);
        form.Add("campaign_id"u8, message.Reference);
        if (message.Message.GetExtras<SpeedMarketExtras>()?.Caption is { } caption)
        {
            form.Add("caption"u8, caption);
        }

        if (batch.IsScheduled)
        {
            form.Add("schedule"u8, SpeedMarketTime.Write(message.Message.SendAt!.Value, options.TimeZone));
            form.Add("timezone"u8, SpeedMarketTime.WriteZone(options.TimeZone));
        }

        return new GatewayRequest(_single, form.ToBody(), GatewayRequest.Form) { Authorization = _authorization };
    }

    private GatewayRequest CreateMultiple(SmsBatch batch)
    {
        var messages = new SpeedMarketBatchMessage[batch.Count];
        for (var i = 0; i < messages.Length; i++)
        {
            var message = batch.Messages[i];
            var (country, national) = CountryCallingCodes.Split(message.Number);
            messages[i] = new SpeedMarketBatchMessage
            {
                CountryCode = country,
                Number = national,
                Content = message.Text,
                Caption = message.Message.GetExtras<SpeedMarketExtras>()?.Caption,
                CampaignId = message.Reference,
            };
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new SpeedMarketBatchRequest
            {
                DefaultValues = new SpeedMarketDefaults
                {
                    Type = (int)ServiceOf(batch.First),
                    Schedule = batch.IsScheduled ? SpeedMarketTime.Write(batch.First.Message.SendAt!.Value, options.TimeZone) : null,
                    TimeZone = batch.IsScheduled ? SpeedMarketTime.WriteZone(options.TimeZone) : null,
                },
                Messages = messages,
            },
            SpeedMarketJson.Default.SpeedMarketBatchRequest);
        return new GatewayRequest(_multiple, body, GatewayRequest.Json)
        {
            Authorization = _authorization,
            Accept = GatewayRequest.Json,
            MaxReplyBytes = (256 * 1024) + (batch.Count * 512),
        };
    }

    private SpeedMarketService ServiceOf(OutgoingSms message) =>
        message.Message.Flash ? SpeedMarketService.Flash : message.Message.GetExtras<SpeedMarketExtras>()?.Service ?? options.Service;
}

/// <summary>Times as the platform writes them: no offset in the time, the zone beside it.</summary>
internal static class SpeedMarketTime
{
    public static string Write(DateTimeOffset time, TimeSpan zone) =>
        time.ToOffset(zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string WriteZone(TimeSpan zone) =>
        (zone < TimeSpan.Zero ? "-" : "+") + zone.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
