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

    [JsonPropertyName("country_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CountryCode { get; init; }

    [JsonPropertyName("schedule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schedule { get; init; }

    [JsonPropertyName("timezone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; init; }
}

internal sealed record SpeedMarketBatchMessage
{
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Type { get; init; }

    [JsonPropertyName("country_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? CountryCode { get; init; }

    [JsonPropertyName("number")]
    public required string Number { get; init; }

    [JsonPropertyName("content")]
    public required string Content { get; init; }

    [JsonPropertyName("caption")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Caption { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; init; }

    [JsonPropertyName("schedule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schedule { get; init; }

    [JsonPropertyName("timezone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; init; }
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

    /// <summary>A text on the page, a number in a real reply.</summary>
    [JsonPropertyName("credit")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Credit { get; init; }

    [JsonPropertyName("balance")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Balance { get; init; }

    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("totalProcessed")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalProcessed { get; init; }

    [JsonPropertyName("totalSuccess")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalSuccess { get; init; }

    [JsonPropertyName("messages")]
    public SpeedMarketReply[]? Messages { get; init; }
}

/// <summary>The numbers in the names are families of services, not types.</summary>
internal sealed record SpeedMarketBalanceReply
{
    [JsonPropertyName("responseCode")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseCode { get; init; }

    [JsonPropertyName("responseDescription")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseDescription { get; init; }

    [JsonPropertyName("balance_1")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Sms { get; init; }

    [JsonPropertyName("balance_2")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Interactive { get; init; }

    [JsonPropertyName("balance_3")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Voice { get; init; }

    [JsonPropertyName("balance_4")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? WhatsApp { get; init; }

    [JsonPropertyName("activation")]
    [JsonConverter(typeof(WireText))]
    public string? Activation { get; init; }

    [JsonPropertyName("expiration")]
    [JsonConverter(typeof(WireText))]
    public string? Expiration { get; init; }
}

// Names without regard to case: no source shows how the lists of inbound messages spell theirs.
[JsonSourceGenerationOptions(AllowDuplicateProperties = false, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(SpeedMarketBatchRequest))]
[JsonSerializable(typeof(SpeedMarketReply))]
[JsonSerializable(typeof(SpeedMarketList))]
[JsonSerializable(typeof(SpeedMarketRow))]
[JsonSerializable(typeof(SpeedMarketBalanceReply))]
[JsonSerializable(typeof(SpeedMarketExtras))]
internal sealed partial class SpeedMarketJson : JsonSerializerContext;
