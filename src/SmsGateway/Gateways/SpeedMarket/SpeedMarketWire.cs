using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

internal sealed record SpeedMarketBatchRequest
{
    [JsonPropertyName("defaultValues")]
    public required SpeedMarketDefaults DefaultValues { get; init; }

    [JsonPropertyName("messages")]
    public required SpeedMarketBatchMessage[] Messages { get; init; }
}

internal sealed record SpeedMarketDefaults
{
    [JsonPropertyName("type")]
    public required int Type { get; init; }

    [JsonPropertyName("schedule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schedule { get; init; }

    [JsonPropertyName("timezone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; init; }
}

internal sealed record SpeedMarketBatchMessage
{
    [JsonPropertyName("country_code")]
    public required int CountryCode { get; init; }

    [JsonPropertyName("number")]
    public required string Number { get; init; }

    [JsonPropertyName("content")]
    public required string Content { get; init; }

    [JsonPropertyName("caption")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Caption { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; init; }
}

/// <summary>The envelope of every reply. <c>responseCode</c> decides; <c>success</c> does not, least of all inside a batch.</summary>
internal sealed record SpeedMarketReply
{
    [JsonPropertyName("success")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Success { get; init; }

    [JsonPropertyName("responseCode")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseCode { get; init; }

    [JsonPropertyName("responseDescription")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseDescription { get; init; }

    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("messages")]
    public SpeedMarketReply[]? Messages { get; init; }
}

/// <summary>A list of messages, in the three shapes that are known or guessed: <c>messages</c>, <c>data</c>, or one bare row.</summary>
internal sealed record SpeedMarketList : SpeedMarketRow
{
    [JsonPropertyName("responseCode")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseCode { get; init; }

    [JsonPropertyName("responseDescription")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseDescription { get; init; }

    [JsonPropertyName("messageCount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? MessageCount { get; init; }

    [JsonPropertyName("messages")]
    public SpeedMarketRow[]? Messages { get; init; }

    [JsonPropertyName("data")]
    public SpeedMarketRow[]? Data { get; init; }

    [JsonIgnore]
    public SpeedMarketRow Row => this;
}

/// <summary>A message as look-ups show it; no member is sure to be there.</summary>
internal record SpeedMarketRow
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("mt_id")]
    [JsonConverter(typeof(WireText))]
    public string? MtId { get; init; }

    [JsonPropertyName("message_id")]
    [JsonConverter(typeof(WireText))]
    public string? MessageId { get; init; }

    [JsonPropertyName("campaign_id")]
    [JsonConverter(typeof(WireText))]
    public string? CampaignId { get; init; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; init; }

    [JsonIgnore]
    public string? AnyId => Id ?? MtId ?? MessageId;
}

[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SpeedMarketBatchRequest))]
[JsonSerializable(typeof(SpeedMarketReply))]
[JsonSerializable(typeof(SpeedMarketList))]
[JsonSerializable(typeof(SpeedMarketExtras))]
internal sealed partial class SpeedMarketJson : JsonSerializerContext;
