using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>A sub-user of <c>user.do</c>: the same members come as numbers, booleans or texts, depending on the operation.</summary>
internal sealed record SmsApiUserWire
{
    [JsonPropertyName("username")]
    [JsonConverter(typeof(WireText))]
    public string? Username { get; set; }

    [JsonPropertyName("limit")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Limit { get; set; }

    /// <summary>The vendor's prose also says <c>limit_month</c>; every sample says this.</summary>
    [JsonPropertyName("month_limit")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? MonthLimit { get; set; }

    [JsonPropertyName("senders")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Senders { get; set; }

    [JsonPropertyName("phonebook")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Phonebook { get; set; }

    [JsonPropertyName("active")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Active { get; set; }

    [JsonPropertyName("info")]
    [JsonConverter(typeof(WireText))]
    public string? Info { get; set; }
}
