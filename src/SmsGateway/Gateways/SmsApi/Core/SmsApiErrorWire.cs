using System.Text.Json;
using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>An error of a script or of the REST interface. Lists are read without trust in their shape, lest they hide the error.</summary>
internal sealed record SmsApiErrorReply
{
    /// <summary>An integer, a numeric text, or a tag.</summary>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    /// <summary>What a sample of the vendor's page calls it.</summary>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(WireText))]
    public string? Messages { get; set; }

    [JsonPropertyName("developer_description")]
    [JsonConverter(typeof(WireText))]
    public string? DeveloperDescription { get; set; }

    [JsonPropertyName("invalid_numbers")]
    public JsonElement InvalidNumbers { get; set; }

    [JsonPropertyName("errors")]
    public JsonElement Errors { get; set; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }

    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; set; }

    [JsonIgnore]
    public string? Text => Message ?? Messages;

    /// <summary>The answer of a look-up about one number, which has an error without being one.</summary>
    [JsonIgnore]
    public bool IsLookup => Status == "ERROR" && Number is not null;
}
