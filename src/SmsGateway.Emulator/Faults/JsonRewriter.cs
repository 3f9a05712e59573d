using System.Text.Json;
using SmsGateway.Emulator.Protocols;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Faults;

/// <summary>Writes a JSON reply again with something changed in it. A reply that is no JSON stays as it is.</summary>
internal sealed class JsonRewriter
{
    private readonly Wire _wire;
    private readonly ReplyAnatomy _anatomy;
    private string? _firstId;

    private JsonRewriter(Wire wire, ReplyAnatomy anatomy) => (_wire, _anatomy) = (wire, anatomy);

    public static byte[] Rewrite(byte[] body, Wire wire, ReplyAnatomy anatomy) => JsonBody.Parse(body) is { } root
        ? GatewayReply.JsonBytes((Rewriter: new JsonRewriter(wire, anatomy), Root: root), static (writer, state) => state.Rewriter.Write(writer, state.Root))
        : body;

    private void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, element);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement element)
    {
        writer.WriteStartObject();
        if (_wire.Kind == WireKind.ExtraFields)
        {
            writer.WriteString("unannounced", "new");
            writer.WriteStartObject("nested");
            writer.WriteNumber("depth", 1);
            writer.WriteEndObject();
        }

        foreach (var member in element.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            WriteMember(writer, member);
        }

        writer.WriteEndObject();
    }

    private void WriteMember(Utf8JsonWriter writer, JsonProperty member)
    {
        if (_wire.Kind == WireKind.NullFields && _anatomy.Optional.Contains(member.Name, StringComparer.Ordinal))
        {
            writer.WriteNullValue();
        }
        else if (_wire.Kind == WireKind.DuplicateIds && _anatomy.Ids.Contains(member.Name, StringComparer.Ordinal))
        {
            writer.WriteRawValue(_firstId ??= member.Value.GetRawText(), skipInputValidation: true);
        }
        else if (_anatomy.List.Contains(member.Name, StringComparer.Ordinal) && IsList(member.Value))
        {
            WriteResults(writer, member.Value);
        }
        else
        {
            Write(writer, member.Value);
        }
    }

    // An object that has an id is one result, not a map of several.
    private bool IsList(JsonElement value) => value.ValueKind == JsonValueKind.Array
        || (value.ValueKind == JsonValueKind.Object && !_anatomy.Ids.Any(id => value.TryGetProperty(id, out _)));

    private void WriteResults(Utf8JsonWriter writer, JsonElement results)
    {
        if (results.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in Chosen(results.EnumerateArray()))
            {
                Write(writer, item);
            }

            writer.WriteEndArray();
            return;
        }

        // A map of id and value: its names are the ids.
        writer.WriteStartObject();
        foreach (var entry in Chosen(results.EnumerateObject()))
        {
            writer.WritePropertyName(_wire.Kind == WireKind.DuplicateIds ? _firstId ??= entry.Name : entry.Name);
            Write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    private List<T> Chosen<T>(IEnumerable<T> items)
    {
        var chosen = items.ToList();
        if (_wire.Kind == WireKind.FewerResults)
        {
            chosen.RemoveRange(chosen.Count - (int)Math.Min(_wire.Count, chosen.Count), (int)Math.Min(_wire.Count, chosen.Count));
        }
        else if (_wire.Kind == WireKind.Shuffled)
        {
            chosen.Reverse();
        }

        return chosen;
    }
}
