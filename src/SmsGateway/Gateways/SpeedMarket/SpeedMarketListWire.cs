using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>A list of messages, in the three shapes that are known or guessed: <c>messages</c>, <c>data</c>, or one bare row.</summary>
internal sealed record SpeedMarketList : SpeedMarketRow
{
    [JsonPropertyName("responseCode")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseCode { get; set; }

    [JsonPropertyName("responseDescription")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseDescription { get; set; }

    [JsonPropertyName("messageCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? MessageCount { get; set; }

    [JsonPropertyName("messages")]
    public SpeedMarketRowList? Messages { get; set; }

    [JsonPropertyName("data")]
    public SpeedMarketRowList? Data { get; set; }

    [JsonIgnore]
    public SpeedMarketRow Row => this;
}

/// <summary>A message as look-ups show it; no member is sure to be there, and several have other names elsewhere.</summary>
internal record SpeedMarketRow
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; set; }

    [JsonPropertyName("mt_id")]
    [JsonConverter(typeof(WireText))]
    public string? MtId { get; set; }

    [JsonPropertyName("message_id")]
    [JsonConverter(typeof(WireText))]
    public string? MessageId { get; set; }

    [JsonPropertyName("campaign_id")]
    [JsonConverter(typeof(WireText))]
    public string? CampaignId { get; set; }

    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; set; }

    [JsonPropertyName("content")]
    [JsonConverter(typeof(WireText))]
    public string? Content { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }

    [JsonPropertyName("sent_date")]
    [JsonConverter(typeof(WireText))]
    public string? SentDate { get; set; }

    [JsonPropertyName("received_date")]
    [JsonConverter(typeof(WireText))]
    public string? ReceivedDate { get; set; }

    [JsonPropertyName("date")]
    [JsonConverter(typeof(WireText))]
    public string? Date { get; set; }

    [JsonPropertyName("schedule")]
    [JsonConverter(typeof(WireText))]
    public string? Schedule { get; set; }

    [JsonPropertyName("carrier_name")]
    [JsonConverter(typeof(WireText))]
    public string? CarrierName { get; set; }

    [JsonPropertyName("carrier")]
    [JsonConverter(typeof(WireText))]
    public string? Carrier { get; set; }

    [JsonIgnore]
    public string? AnyId => Given(Id) ?? Given(MtId) ?? Given(MessageId);

    /// <summary>An empty one stands for none, as with replies that answer nothing.</summary>
    [JsonIgnore]
    public string? AnyCampaignId => Given(CampaignId);

    [JsonIgnore]
    public string? AnyContent => Content ?? Message;

    [JsonIgnore]
    public string? AnySentDate => SentDate ?? Date ?? Schedule;

    [JsonIgnore]
    public string? AnyReceivedDate => ReceivedDate ?? SentDate ?? Date;

    [JsonIgnore]
    public string? AnyCarrier => CarrierName ?? Carrier;

    private static string? Given(string? id) => id is { Length: > 0 } ? id : null;
}

/// <summary>
/// Rows in a list, or in a map as PHP writes lists with gaps, or one alone. <see cref="Rows"/> is null where something else stands,
/// as it may when nothing was found.
/// </summary>
[JsonConverter(typeof(Json))]
internal sealed record SpeedMarketRowList(SpeedMarketRow[]? Rows)
{
    internal sealed class Json : JsonConverter<SpeedMarketRowList?>
    {
        public override SpeedMarketRowList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var shape = (JsonTypeInfo<SpeedMarketRow>)options.GetTypeInfo(typeof(SpeedMarketRow));
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var items = root.ValueKind switch
            {
                JsonValueKind.Array => root.EnumerateArray().ToArray(),
                JsonValueKind.Object when root.TryGetProperty("status", out _) => [root],
                JsonValueKind.Object => [.. root.EnumerateObject().Select(member => member.Value)],
                _ => null,
            };
            return new SpeedMarketRowList(items is not null && Array.TrueForAll(items, item => item.ValueKind == JsonValueKind.Object)
                ? Array.ConvertAll(items, item => item.Deserialize(shape)!)
                : null);
        }

        public override void Write(Utf8JsonWriter writer, SpeedMarketRowList? value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
