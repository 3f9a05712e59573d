using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>The answer of <c>hlrsync.do</c>.</summary>
internal sealed record SmsApiHlrReply
{
    [JsonPropertyName("list")]
    public SmsApiHlrItem?[]? List { get; set; }
}

/// <summary>An order or a result. Prices come as text on the vendor's page and as numbers in its clients.</summary>
internal sealed record SmsApiHlrItem
{
    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; set; }

    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; set; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }

    [JsonPropertyName("price")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Price { get; set; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; set; }

    [JsonPropertyName("info")]
    [JsonConverter(typeof(WireText))]
    public string? Info { get; set; }

    [JsonPropertyName("mcc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mcc { get; set; }

    [JsonPropertyName("mnc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mnc { get; set; }

    [JsonPropertyName("ported")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Ported { get; set; }

    [JsonPropertyName("ported_from")]
    [JsonConverter(typeof(WireText))]
    public string? PortedFrom { get; set; }

    [JsonPropertyName("date")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? Date { get; set; }
}
