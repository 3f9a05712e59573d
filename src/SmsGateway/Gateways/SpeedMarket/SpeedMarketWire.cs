using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

internal sealed record SpeedMarketBatchRequest
{
    [JsonPropertyName("defaultValues")]
    public required SpeedMarketDefaults DefaultValues { get; set; }

    [JsonPropertyName("messages")]
    public required SpeedMarketBatchMessage[] Messages { get; set; }
}

internal sealed record SpeedMarketDefaults
{
    [JsonPropertyName("type")]
    public required int Type { get; set; }

    [JsonPropertyName("country_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CountryCode { get; set; }

    [JsonPropertyName("schedule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schedule { get; set; }

    [JsonPropertyName("timezone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; set; }
}

internal sealed record SpeedMarketBatchMessage
{
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Type { get; set; }

    [JsonPropertyName("country_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? CountryCode { get; set; }

    [JsonPropertyName("number")]
    public required string Number { get; set; }

    [JsonPropertyName("content")]
    public required string Content { get; set; }

    [JsonPropertyName("caption")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Caption { get; set; }

    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; set; }

    [JsonPropertyName("schedule")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schedule { get; set; }

    [JsonPropertyName("timezone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; set; }
}

/// <summary>The envelope of every reply. <c>responseCode</c> decides; <c>success</c> does not, least of all inside a batch.</summary>
internal sealed record SpeedMarketReply
{
    [JsonPropertyName("success")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Success { get; set; }

    [JsonPropertyName("responseCode")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseCode { get; set; }

    [JsonPropertyName("responseDescription")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseDescription { get; set; }

    /// <summary>A text on the page, a number in a real reply.</summary>
    [JsonPropertyName("credit")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Credit { get; set; }

    [JsonPropertyName("balance")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Balance { get; set; }

    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; set; }

    [JsonPropertyName("totalProcessed")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalProcessed { get; set; }

    [JsonPropertyName("totalSuccess")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalSuccess { get; set; }

    [JsonPropertyName("messages")]
    public SpeedMarketReply[]? Messages { get; set; }
}

/// <summary>The numbers in the names are families of services, not types.</summary>
internal sealed record SpeedMarketBalanceReply
{
    [JsonPropertyName("responseCode")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseCode { get; set; }

    [JsonPropertyName("responseDescription")]
    [JsonConverter(typeof(WireText))]
    public string? ResponseDescription { get; set; }

    [JsonPropertyName("balance_1")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Sms { get; set; }

    [JsonPropertyName("balance_2")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Interactive { get; set; }

    [JsonPropertyName("balance_3")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Voice { get; set; }

    [JsonPropertyName("balance_4")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? WhatsApp { get; set; }

    [JsonPropertyName("activation")]
    [JsonConverter(typeof(WireText))]
    public string? Activation { get; set; }

    [JsonPropertyName("expiration")]
    [JsonConverter(typeof(WireText))]
    public string? Expiration { get; set; }
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
