using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

internal sealed record SpeedSmsSendRequest
{
    [JsonPropertyName("to")]
    public required string[] To { get; init; }

    [JsonPropertyName("content")]
    public required string Content { get; init; }

    [JsonPropertyName("sms_type")]
    public required int SmsType { get; init; }

    [JsonPropertyName("sender")]
    public required string Sender { get; init; }
}

/// <summary>Business replies and the framework's own: <c>code</c> and <c>status</c> change their type between the two.</summary>
internal sealed record SpeedSmsSendReply
{
    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; init; }

    [JsonPropertyName("code")]
    [JsonConverter(typeof(WireText))]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; init; }

    [JsonPropertyName("invalidPhone")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? InvalidPhone { get; init; }

    [JsonPropertyName("data")]
    public SpeedSmsSent? Data { get; init; }
}

internal sealed record SpeedSmsSent
{
    [JsonPropertyName("tranId")]
    [JsonConverter(typeof(WireText))]
    public string? TranId { get; init; }

    [JsonPropertyName("totalSMS")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalSms { get; init; }

    [JsonPropertyName("totalPrice")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalPrice { get; init; }

    [JsonPropertyName("invalidPhone")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? InvalidPhone { get; init; }
}

// The default encoder escapes everything beyond ASCII, which this gateway wants: raw UTF-8 was seen refused with 101.
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SpeedSmsSendRequest))]
[JsonSerializable(typeof(SpeedSmsSendReply))]
[JsonSerializable(typeof(SpeedSmsExtras))]
internal sealed partial class SpeedSmsJson : JsonSerializerContext;
