using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>
/// The extras of one message, by name; opaque outside. What came from JSON stays raw until somebody asks for its type,
/// so that a message can cross a process that knows nothing of a gateway.
/// </summary>
[JsonConverter(typeof(Json))]
public sealed class SmsExtras : IEquatable<SmsExtras>
{
    private readonly Entry[] _entries;

    private SmsExtras(Entry[] entries) => _entries = entries;

    internal static SmsExtras With<TExtras>(SmsExtras? bag, TExtras extras)
        where TExtras : class, ISmsExtras<TExtras>
    {
        var entry = new Entry(TExtras.ExtrasName, extras, static value => JsonSerializer.SerializeToElement((TExtras)value, TExtras.ExtrasJson));
        return new SmsExtras([.. (bag?._entries ?? []).Where(other => other.Name != entry.Name), entry]);
    }

    internal TExtras? Get<TExtras>()
        where TExtras : class, ISmsExtras<TExtras>
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == TExtras.ExtrasName)
            {
                return entry.Value is JsonElement raw ? raw.Deserialize(TExtras.ExtrasJson) : entry.Value as TExtras;
            }
        }

        return null;
    }

    /// <summary>Holds the same extras, whether typed or still raw.</summary>
    public bool Equals(SmsExtras? other)
    {
        if (other is null || other._entries.Length != _entries.Length)
        {
            return false;
        }

        foreach (var entry in _entries)
        {
            if (!Array.Exists(other._entries, candidate => entry.IsSameAs(candidate)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SmsExtras);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Order and raw form must not matter, so only the names count.
        var hash = 0;
        foreach (var entry in _entries)
        {
            hash ^= string.GetHashCode(entry.Name, StringComparison.Ordinal);
        }

        return hash;
    }

    private readonly record struct Entry(string Name, object Value, Func<object, JsonElement>? ToJson)
    {
        public JsonElement Raw => Value is JsonElement raw ? raw : ToJson!(Value);

        public bool IsSameAs(Entry other) =>
            Name == other.Name && (Equals(Value, other.Value) || Raw.GetRawText() == other.Raw.GetRawText());
    }

    internal sealed class Json : JsonConverter<SmsExtras>
    {
        public override SmsExtras Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new SmsExtras([.. document.RootElement.EnumerateObject().Select(member => new Entry(member.Name, member.Value.Clone(), ToJson: null))])
                : throw new JsonException("Extras are an object: one member for each gateway.");
        }

        public override void Write(Utf8JsonWriter writer, SmsExtras value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var entry in value._entries)
            {
                writer.WritePropertyName(entry.Name);
                entry.Raw.WriteTo(writer);
            }

            writer.WriteEndObject();
        }
    }
}
