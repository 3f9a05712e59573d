using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Any reply of <c>sms.do</c>: accepted list, error, or both.</summary>
internal sealed record SmsApiSendReply
{
    [JsonPropertyName("list")]
    public SmsApiSentItem[]? List { get; init; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; init; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; init; }

    [JsonPropertyName("invalid_numbers")]
    public SmsApiInvalidNumber[]? InvalidNumbers { get; init; }
}

internal sealed record SmsApiSentItem
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("points")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Points { get; init; }

    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; init; }

    [JsonPropertyName("submitted_number")]
    [JsonConverter(typeof(WireText))]
    public string? SubmittedNumber { get; init; }

    [JsonPropertyName("idx")]
    [JsonConverter(typeof(WireText))]
    public string? Idx { get; init; }

    [JsonPropertyName("parts")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Parts { get; init; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; init; }
}

internal sealed record SmsApiInvalidNumber
{
    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; init; }

    [JsonPropertyName("submitted_number")]
    [JsonConverter(typeof(WireText))]
    public string? SubmittedNumber { get; init; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; init; }

    [JsonPropertyName("error_code")]
    [JsonConverter(typeof(WireText))]
    public string? ErrorCode { get; init; }
}

[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SmsApiSendReply))]
[JsonSerializable(typeof(SmsApiExtras))]
internal sealed partial class SmsApiJson : JsonSerializerContext;
