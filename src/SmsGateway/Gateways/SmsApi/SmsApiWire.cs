using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>Any reply of <c>sms.do</c>: accepted list, error, or both.</summary>
internal sealed record SmsApiSendReply
{
    [JsonPropertyName("list")]
    public SmsApiSentItem[]? List { get; set; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    [JsonPropertyName("invalid_numbers")]
    public SmsApiInvalidNumber[]? InvalidNumbers { get; set; }
}

/// <summary>What the driver reads of an accepted message; <see cref="SmsApiMessageWire"/> has the rest.</summary>
internal record SmsApiSentItem
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; set; }

    [JsonPropertyName("points")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Points { get; set; }

    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; set; }

    [JsonPropertyName("submitted_number")]
    [JsonConverter(typeof(WireText))]
    public string? SubmittedNumber { get; set; }

    [JsonPropertyName("idx")]
    [JsonConverter(typeof(WireText))]
    public string? Idx { get; set; }

    [JsonPropertyName("parts")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Parts { get; set; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; set; }
}

internal sealed record SmsApiInvalidNumber
{
    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; set; }

    [JsonPropertyName("submitted_number")]
    [JsonConverter(typeof(WireText))]
    public string? SubmittedNumber { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    [JsonPropertyName("error_code")]
    [JsonConverter(typeof(WireText))]
    public string? ErrorCode { get; set; }
}

[JsonSourceGenerationOptions(AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SmsApiSendReply))]
[JsonSerializable(typeof(SmsApiExtras))]
[JsonSerializable(typeof(SmsApiErrorReply))]
[JsonSerializable(typeof(SmsApiSentReply))]
[JsonSerializable(typeof(SmsApiFallbackReply))]
[JsonSerializable(typeof(SmsApiHlrReply))]
[JsonSerializable(typeof(SmsApiHlrItem))]
[JsonSerializable(typeof(SmsApiHlrItem[]))]
[JsonSerializable(typeof(SmsApiUserWire))]
[JsonSerializable(typeof(SmsApiUserWire[]))]
[JsonSerializable(typeof(SmsApiSenderWire))]
[JsonSerializable(typeof(SmsApiSenderWire[]))]
[JsonSerializable(typeof(SmsApiPriceWire[]))]
[JsonSerializable(typeof(SmsApiBalanceWire))]
[JsonSerializable(typeof(SmsApiProfileWire))]
[JsonSerializable(typeof(SmsApiPingWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiTariffWire>))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiVolumeWire>))]
[JsonSerializable(typeof(SmsApiMfaBody))]
[JsonSerializable(typeof(SmsApiMfaCodeWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiSenderWire>))]
[JsonSerializable(typeof(SmsApiStatementWire))]
[JsonSerializable(typeof(SmsApiSubuserBody))]
[JsonSerializable(typeof(SmsApiSubuserWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiSubuserWire>))]
[JsonSerializable(typeof(SmsApiShareWire))]
[JsonSerializable(typeof(SmsApiTemplateWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiTemplateWire>))]
[JsonSerializable(typeof(SmsApiBlockedWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiBlockedWire>))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiOptOutWire>))]
[JsonSerializable(typeof(SmsApiOptOutSettingsWire))]
[JsonSerializable(typeof(SmsApiLinkWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiLinkWire>))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiClickWire>))]
[JsonSerializable(typeof(SmsApiReportWire))]
[JsonSerializable(typeof(SmsApiCallbackBody))]
[JsonSerializable(typeof(SmsApiCallbackWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiCallbackWire>))]
[JsonSerializable(typeof(SmsApiCallbackTestWire))]
[JsonSerializable(typeof(SmsApiRcsBody))]
[JsonSerializable(typeof(SmsApiRcsWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiRcsWire>))]
[JsonSerializable(typeof(SmsApiContactWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiContactWire>))]
[JsonSerializable(typeof(SmsApiGroupWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiGroupWire>))]
[JsonSerializable(typeof(SmsApiPermissionWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiPermissionWire>))]
[JsonSerializable(typeof(SmsApiFieldWire))]
[JsonSerializable(typeof(SmsApiCollection<SmsApiFieldWire>))]
internal sealed partial class SmsApiJson : JsonSerializerContext;
