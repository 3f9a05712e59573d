using System.Text.Json;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace SmsGateway.SpeedMarket;

/// <summary>
/// <c>send-single</c> and <c>send-multiple</c>: up to 5,000 messages with texts of their own. Every message carries our reference as
/// <c>campaign_id</c>, by which a lost answer is looked up. Source: speedmarket.com.br/api-sms-short-code.
/// </summary>
internal sealed class SpeedMarketGateway(SpeedMarketOptions options) : ISmsGateway, IReferenceLookup
{
    internal const string DisplayName = "SpeedMarket";

    /// <summary>Writes requests with the account's credentials.</summary>
    public SpeedMarketRequests Requests { get; } = new(options);

    /// <summary>The service of messages that do not say.</summary>
    public SpeedMarketService Service => options.Service;

    public static SmsGatewayInfo GatewayInfo { get; } = new()
    {
        Name = "SpeedMarket",
        DisplayName = DisplayName,
        Region = "Brazil",
        Capabilities = SmsCapabilities.Schedule | SmsCapabilities.Flash | SmsCapabilities.Reference | SmsCapabilities.ReferenceLookup
            | SmsCapabilities.DeliveryReports | SmsCapabilities.Inbound | SmsCapabilities.InboundPull | SmsCapabilities.StatusQuery
            | SmsCapabilities.Balance | SmsCapabilities.Voice,
        MaxMessagesPerRequest = 5_000,
        MaxMessagesPerStatusQuery = 100,
        MaxPersonalisedPerRequest = 5_000,
        MaxReferenceLength = SpeedMarketChecks.MaxReferenceLength,
    };

    public static IReadOnlyList<GatewayFeature> GatewayFeatures { get; } =
    [
        GatewayFeature.Of<ISpeedMarketClient>(channel => new SpeedMarketClient(channel)),
        GatewayFeature.Of<ISmsStatusReader>(channel => new SpeedMarketStatusReader(new SpeedMarketClient(channel))),
        GatewayFeature.Of<ISmsAccount>(channel => new SpeedMarketAccount(channel, new SpeedMarketClient(channel))),
        GatewayFeature.Of<IVoiceClient>(channel => new SpeedMarketVoice(channel)),
        GatewayFeature.Of<ISmsInbox>(channel => new SpeedMarketInbox(channel, new SpeedMarketClient(channel))),
    ];

    public SmsGatewayInfo Info => GatewayInfo;

    public IReadOnlyList<GatewayFeature> Features => GatewayFeatures;

    public ISmsWebhook Webhook { get; } = new SpeedMarketWebhook(options);

    public int MaxReferencesPerLookup => SpeedMarketClient.MaxIds;

    public SmsError? Check(OutgoingSms message) => SpeedMarketChecks.Check(message, ServiceOf(message.Message, message.Message.GetExtras<SpeedMarketExtras>()));

    public GatewayRequest CreateRequest(SmsBatch batch)
    {
        var first = batch.First.Message;
        var extras = first.GetExtras<SpeedMarketExtras>();
        var schedule = batch.IsScheduled ? first.SendAt : null;
        if (batch.Count == 1)
        {
            return CreateSingle(Translate(batch.First, extras) with { Service = ServiceOf(first, extras), ScheduleAt = schedule, TimeZone = extras?.TimeZone });
        }

        return CreateMultiple(new SpeedMarketBatch([.. batch.Messages.Select(message => Translate(message, message.Message.GetExtras<SpeedMarketExtras>()))])
        {
            Service = ServiceOf(first, extras),
            ScheduleAt = schedule,
            TimeZone = extras?.TimeZone,
        });
    }

    public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => SpeedMarketReplies.ReadSent(batch, reply);

    public GatewayRequest CreateLookup(IReadOnlyList<OutgoingSms> messages) =>
        Requests.ByIds("campaign_id", [.. messages.Select(message => message.Reference)]);

    public SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply) => SpeedMarketReplies.ReadLookup(messages, reply);

    /// <summary>One message whose service and campaign id are decided.</summary>
    public GatewayRequest CreateSingle(SpeedMarketMessage message)
    {
        var form = Requests.BeginForm(message.Content.Length + 200);
        form.Add("type"u8, (long)message.Service!.Value);
        if (message.CountryCode is { } country)
        {
            form.Add("country_code"u8, country);
        }

        form.Add("number"u8, message.Number);
        form.Add("content"u8, message.Content);
        if (message.Caption is { } caption)
        {
            form.Add("caption"u8, caption);
        }

        form.Add("campaign_id"u8, message.CampaignId);
        Requests.AddSchedule(ref form, message.ScheduleAt, message.TimeZone);
        return Requests.Single(ref form);
    }

    /// <summary>Messages whose campaign ids are decided; what they leave open stands once, for all.</summary>
    public GatewayRequest CreateMultiple(SpeedMarketBatch batch)
    {
        var body = new SpeedMarketBatchRequest
        {
            DefaultValues = new SpeedMarketDefaults
            {
                Type = (int)(batch.Service ?? options.Service),
                CountryCode = batch.CountryCode,
                Schedule = WriteSchedule(batch.ScheduleAt, batch.TimeZone),
                TimeZone = WriteZone(batch.ScheduleAt, batch.TimeZone),
            },
            Messages = [.. batch.Messages.Select(message => new SpeedMarketBatchMessage
            {
                Type = (int?)message.Service,
                CountryCode = message.CountryCode,
                Number = message.Number,
                Content = message.Content,
                Caption = message.Caption,
                CampaignId = message.CampaignId!,
                Schedule = WriteSchedule(message.ScheduleAt, message.TimeZone),
                TimeZone = WriteZone(message.ScheduleAt, message.TimeZone),
            })],
        };
        return Requests.Multiple(JsonSerializer.SerializeToUtf8Bytes(body, SpeedMarketJson.Default.SpeedMarketBatchRequest), batch.Messages.Count);
    }

    private static SpeedMarketMessage Translate(OutgoingSms message, SpeedMarketExtras? extras)
    {
        var (country, national) = CountryCallingCodes.Split(message.Number);
        return new SpeedMarketMessage(national, message.Text) { CountryCode = country, Caption = extras?.Caption, CampaignId = message.Reference };
    }

    private SpeedMarketService ServiceOf(SmsMessage message, SpeedMarketExtras? extras) =>
        message.Flash ? SpeedMarketService.Flash : extras?.Service ?? options.Service;

    private string? WriteSchedule(DateTimeOffset? at, TimeSpan? zone) => at is { } time ? SpeedMarketTime.Write(time, zone ?? options.TimeZone) : null;

    // Never one without the other: nobody documents the zone that a schedule has by default.
    private string? WriteZone(DateTimeOffset? at, TimeSpan? zone) => at is null ? null : SpeedMarketTime.WriteZone(zone ?? options.TimeZone);
}
