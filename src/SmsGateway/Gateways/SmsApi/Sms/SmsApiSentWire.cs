using System.Text.Json;
using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>The answer to a native send, with all that is documented; the driver reads less, for it reads more often.</summary>
internal sealed record SmsApiSentReply
{
    [JsonPropertyName("count")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Count { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    [JsonPropertyName("length")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Length { get; set; }

    [JsonPropertyName("parts")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Parts { get; set; }

    [JsonPropertyName("list")]
    public SmsApiMessageWire?[]? List { get; set; }

    [JsonPropertyName("invalid_numbers")]
    public JsonElement InvalidNumbers { get; set; }

    [JsonPropertyName("fallbacks")]
    public JsonElement Fallbacks { get; set; }
}

/// <summary>A message in the answer to a send, a status look-up or a deletion.</summary>
internal sealed record SmsApiMessageWire : SmsApiSentItem
{
    [JsonPropertyName("date_sent")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateSent { get; set; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    [JsonPropertyName("length")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Length { get; set; }
}

/// <summary>The messages behind <c>fallbacks.vms</c>.</summary>
internal sealed record SmsApiFallbackReply
{
    [JsonPropertyName("vms")]
    public SmsApiFallbackList? Vms { get; set; }
}

internal sealed record SmsApiFallbackList
{
    [JsonPropertyName("list")]
    public SmsApiMessageWire?[]? List { get; set; }
}
