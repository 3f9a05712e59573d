using System.Text.Json.Serialization;

namespace SmsGateway.SpeedSms;

internal sealed record SpeedSmsSendRequest
{
    [JsonPropertyName("to")]
    public required string[] To { get; set; }

    [JsonPropertyName("content")]
    public required string Content { get; set; }

    [JsonPropertyName("sms_type")]
    public required int SmsType { get; set; }

    /// <summary>What some of the vendor's samples call <c>sms_type</c>.</summary>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Type { get; set; }

    [JsonPropertyName("sender")]
    public required string Sender { get; set; }
}

internal sealed record SpeedSmsVoiceRequest
{
    /// <summary>One text here, not a list.</summary>
    [JsonPropertyName("to")]
    public required string To { get; set; }

    [JsonPropertyName("content")]
    public required string Content { get; set; }
}

internal sealed record SpeedSmsMmsRequest
{
    [JsonPropertyName("to")]
    public required string[] To { get; set; }

    [JsonPropertyName("content")]
    public required string Content { get; set; }

    [JsonPropertyName("link")]
    public required string Link { get; set; }

    [JsonPropertyName("sender")]
    public required string Sender { get; set; }
}

internal sealed record SpeedSmsPinRequest
{
    [JsonPropertyName("to")]
    public required string To { get; set; }

    [JsonPropertyName("content")]
    public required string Content { get; set; }

    [JsonPropertyName("app_id")]
    public required string AppId { get; set; }
}

internal sealed record SpeedSmsPinCheckRequest
{
    /// <summary>Not "to", as everywhere else.</summary>
    [JsonPropertyName("phone")]
    public required string Phone { get; set; }

    [JsonPropertyName("pin_code")]
    public required string PinCode { get; set; }

    [JsonPropertyName("app_id")]
    public required string AppId { get; set; }
}

// The default encoder escapes everything beyond ASCII, which this gateway wants: raw UTF-8 was seen refused with 101.
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SpeedSmsSendRequest))]
[JsonSerializable(typeof(SpeedSmsVoiceRequest))]
[JsonSerializable(typeof(SpeedSmsMmsRequest))]
[JsonSerializable(typeof(SpeedSmsPinRequest))]
[JsonSerializable(typeof(SpeedSmsPinCheckRequest))]
[JsonSerializable(typeof(SpeedSmsSendReply))]
[JsonSerializable(typeof(SpeedSmsStatusReply))]
[JsonSerializable(typeof(SpeedSmsUserReply))]
[JsonSerializable(typeof(SpeedSmsPinCheckReply))]
[JsonSerializable(typeof(SpeedSmsExtras))]
internal sealed partial class SpeedSmsJson : JsonSerializerContext;
