using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>A line of <c>prices.do</c>: every value is a text.</summary>
internal sealed record SmsApiPriceWire
{
    [JsonPropertyName("country")]
    [JsonConverter(typeof(WireText))]
    public string? Country { get; set; }

    [JsonPropertyName("network")]
    [JsonConverter(typeof(WireText))]
    public string? Network { get; set; }

    [JsonPropertyName("mcc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mcc { get; set; }

    [JsonPropertyName("mnc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mnc { get; set; }

    [JsonPropertyName("date")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? Date { get; set; }

    [JsonPropertyName("price")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Price { get; set; }
}
