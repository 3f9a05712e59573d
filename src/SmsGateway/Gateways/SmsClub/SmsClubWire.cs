using System.Text.Json;
using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsClub;

internal sealed record SmsClubSendRequest
{
    [JsonPropertyName("phone")]
    public required string[] Phone { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("src_addr")]
    public required string SrcAddr { get; init; }

    /// <summary>Minutes.</summary>
    [JsonPropertyName("lifetime")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Lifetime { get; init; }

    [JsonPropertyName("integration_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? IntegrationId { get; init; }
}

internal sealed record SmsClubReply
{
    /// <summary>Its presence does not mean success.</summary>
    [JsonPropertyName("success_request")]
    public SmsClubEnvelope? SuccessRequest { get; init; }
}

internal sealed record SmsClubEnvelope
{
    [JsonPropertyName("info")]
    public SmsClubMap? Info { get; init; }

    [JsonPropertyName("add_info")]
    public SmsClubMap? AddInfo { get; init; }
}

/// <summary>A map of texts; PHP writes an empty one as <c>[]</c>, and where there is nothing to map a bare text may stand.</summary>
[JsonConverter(typeof(Json))]
internal sealed record SmsClubMap(IReadOnlyList<KeyValuePair<string, string?>> Members, string? Text)
{
    internal sealed class Json : JsonConverter<SmsClubMap?>
    {
        public override SmsClubMap? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Skip();
                return new SmsClubMap([], Text: null);
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new SmsClubMap([], WireText.ReadText(ref reader));
            }

            List<KeyValuePair<string, string?>> members = [];
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
[JsonSerializable(typeof(SmsClubSendRequest))]
[JsonSerializable(typeof(SmsClubReply))]
internal sealed partial class SmsClubJson : JsonSerializerContext;
