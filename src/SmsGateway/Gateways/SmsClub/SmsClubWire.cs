using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsClub;

internal sealed record SmsClubSendBody
{
    [JsonPropertyName("phone")]
    public required string[] Phone { get; set; }

    [JsonPropertyName("message")]
    public required string Message { get; set; }

    [JsonPropertyName("src_addr")]
    public required string SrcAddr { get; set; }

    /// <summary>Minutes.</summary>
    [JsonPropertyName("lifetime")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Lifetime { get; set; }

    [JsonPropertyName("integration_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? IntegrationId { get; set; }
}

internal sealed record SmsClubPersonalBody
{
    [JsonPropertyName("src_addr")]
    public required string SrcAddr { get; set; }

    [JsonPropertyName("data_message")]
    public required SmsClubPersonalItem[] DataMessage { get; set; }
}

internal sealed record SmsClubPersonalItem
{
    [JsonPropertyName("phone")]
    public required string Phone { get; set; }

    [JsonPropertyName("message")]
    public required string Message { get; set; }
}

internal sealed record SmsClubStatusBody
{
    [JsonPropertyName("id_sms")]
    public required string[] IdSms { get; set; }
}

internal sealed record SmsClubApplicationBody
{
    [JsonPropertyName("sender_id")]
    public required string SenderId { get; set; }

    [JsonPropertyName("company_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CompanyType { get; set; }

    [JsonPropertyName("company")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Company { get; set; }

    [JsonPropertyName("inn")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Inn { get; set; }

    [JsonPropertyName("okpo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Okpo { get; set; }

    [JsonPropertyName("subject")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; set; }

    [JsonPropertyName("description")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; set; }

    [JsonPropertyName("site")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Site { get; set; }
}

internal sealed record SmsClubReply
{
    /// <summary>Its presence does not mean success.</summary>
    [JsonPropertyName("success_request")]
    public SmsClubEnvelope? SuccessRequest { get; set; }
}

internal sealed record SmsClubEnvelope
{
    [JsonPropertyName("info")]
    public SmsClubMap? Info { get; set; }

    [JsonPropertyName("add_info")]
    public SmsClubMap? AddInfo { get; set; }
}

/// <summary>
/// A map of texts; PHP writes an empty one as <c>[]</c>, where there is nothing to map a bare text may stand, and a list of texts has its
/// positions for names.
/// </summary>
[JsonConverter(typeof(Json))]
internal sealed record SmsClubMap(IReadOnlyList<KeyValuePair<string, string?>> Members, string? Text)
{
    public string? this[string name] => Members.FirstOrDefault(member => member.Key == name).Value;

    internal sealed class Json : JsonConverter<SmsClubMap?>
    {
        public override SmsClubMap? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            List<KeyValuePair<string, string?>> members = [];
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.StartObject)
                    {
                        // One object in a list of one: seen for the balance.
                        members.AddRange(Read(ref reader, typeToConvert, options)!.Members);
                    }
                    else
                    {
                        members.Add(new(members.Count.ToString(CultureInfo.InvariantCulture), WireText.ReadText(ref reader)));
                    }
                }

                return new SmsClubMap(members, Text: null);
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new SmsClubMap([], WireText.ReadText(ref reader));
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                members.Add(new(name, WireText.ReadText(ref reader)));
            }

            return new SmsClubMap(members, Text: null);
        }

        public override void Write(Utf8JsonWriter writer, SmsClubMap? value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SmsClubSendBody))]
[JsonSerializable(typeof(SmsClubPersonalBody))]
[JsonSerializable(typeof(SmsClubStatusBody))]
[JsonSerializable(typeof(SmsClubApplicationBody))]
[JsonSerializable(typeof(SmsClubViberBody))]
[JsonSerializable(typeof(SmsClubViberStatusBody))]
[JsonSerializable(typeof(SmsClubViberReply))]
[JsonSerializable(typeof(SmsClubReply))]
internal sealed partial class SmsClubJson : JsonSerializerContext;
