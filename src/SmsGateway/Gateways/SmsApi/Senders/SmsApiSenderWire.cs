using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>A sender name of <c>sender.do</c> or of the REST interface, or the count of changed ones.</summary>
internal sealed record SmsApiSenderWire
{
    [JsonPropertyName("count")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Count { get; set; }

    /// <summary>What the vendor's clients call it.</summary>
    [JsonPropertyName("sender")]
    [JsonConverter(typeof(WireText))]
    public string? Sender { get; set; }

    /// <summary>What the vendor's page calls it.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; set; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }

    [JsonPropertyName("default")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Default { get; set; }

    [JsonPropertyName("is_default")]
    [JsonConverter(typeof(WireFlag))]
    public bool? IsDefault { get; set; }

    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    public SmsApiSender? ToSender() => (Sender ?? Name) is not { Length: > 0 } name ? null : new SmsApiSender(name, Status)
    {
        IsDefault = Default ?? IsDefault,
        CreatedAt = CreatedAt,
    };
}
