using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>The answer of <c>hlrsync.do</c>.</summary>
internal sealed record SmsApiHlrReply
{
    [JsonPropertyName("list")]
    public SmsApiHlrItem?[]? List { get; init; }
}

/// <summary>An order or a result. Prices come as text on the vendor's page and as numbers in its clients.</summary>
internal sealed record SmsApiHlrItem
{
    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; init; }

    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; init; }

    [JsonPropertyName("price")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Price { get; init; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; init; }

    [JsonPropertyName("info")]
    [JsonConverter(typeof(WireText))]
    public string? Info { get; init; }

    [JsonPropertyName("mcc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mcc { get; init; }

    [JsonPropertyName("mnc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mnc { get; init; }

    [JsonPropertyName("ported")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Ported { get; init; }

    [JsonPropertyName("ported_from")]
    [JsonConverter(typeof(WireText))]
    public string? PortedFrom { get; init; }

    [JsonPropertyName("date")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? Date { get; init; }
}
