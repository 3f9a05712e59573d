using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmsGateway.SmsClub;

/// <summary>Viber has an envelope of its own, in camel case.</summary>
internal sealed record SmsClubViberBody
{
    [JsonPropertyName("sender")]
    public required string Sender { get; set; }

    [JsonPropertyName("phones")]
    public required string[] Phones { get; set; }

    [JsonPropertyName("message")]
    public required string Message { get; set; }

    [JsonPropertyName("button_txt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ButtonText { get; set; }

    [JsonPropertyName("button_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ButtonUrl { get; set; }

    [JsonPropertyName("picture_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PictureUrl { get; set; }

    [JsonPropertyName("senderSms")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SenderSms { get; set; }

    [JsonPropertyName("messageSms")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageSms { get; set; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("lifetime")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Lifetime { get; set; }

    [JsonPropertyName("is_2way")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTwoWay { get; set; }
}

internal sealed record SmsClubViberStatusBody
{
    [JsonPropertyName("messageIds")]
    public required string[] MessageIds { get; set; }
}

internal sealed record SmsClubViberReply
{
    [JsonPropertyName("successfulRequest")]
    public SmsClubViberSuccess? SuccessfulRequest { get; set; }

    [JsonPropertyName("errorRequest")]
    public SmsClubViberErrors? ErrorRequest { get; set; }
}

internal sealed record SmsClubViberErrors
{
    [JsonPropertyName("errors")]
    public SmsClubMap? Errors { get; set; }
}

internal sealed record SmsClubViberSuccess
{
    /// <summary>Its shape depends on the call.</summary>
    [JsonPropertyName("requestData")]
    public JsonElement RequestData { get; set; }
}

/// <summary>Reads <c>requestData</c> tolerantly: no source shows all of its shapes.</summary>
internal static class SmsClubViberData
{
    public static SmsClubViberSent? ReadSent(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var info = data.TryGetProperty("additionalInfo", out var found) ? found : default;
        return new SmsClubViberSent(
            [.. messages.EnumerateArray().Select(item => new SmsClubAccepted(Text(item, "id") ?? "", Text(item, "number") ?? ""))],
            Texts(info, "incorrectPhones"),
            Texts(info, "blackList"));
    }

    public static IReadOnlyList<SmsClubViberState>? ReadStates(JsonElement data)
    {
        // Either a map from id to state, or the same under "messages".
        var map = data.ValueKind == JsonValueKind.Object && data.TryGetProperty("messages", out var inner) ? inner : data;
        return map.ValueKind switch
        {
            JsonValueKind.Object => [.. map.EnumerateObject().Select(member => State(member.Name, member.Value))],
            JsonValueKind.Array => [.. map.EnumerateArray().Select(item => State(Text(item, "id") ?? "", item))],
            _ => null,
        };
    }

    public static IReadOnlyList<string>? ReadNames(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Array => [.. data.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())],
        JsonValueKind.Object => [.. data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString()!)],
        _ => null,
    };

    private static SmsClubViberState State(string id, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? new SmsClubViberState(id, Text(value, "status"), Text(value, "additionStatus"), Text(value, "smsStatus"))
            : new SmsClubViberState(id, value.ToString(), AdditionalStatus: null, SmsStatus: null);

    private static string[] Texts(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ToString())]
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
