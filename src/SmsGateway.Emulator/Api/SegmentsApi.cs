using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Api;

/// <summary>How a message lies in its segments, what forced UCS-2, and what plain letters would cost.</summary>
internal static class SegmentsApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/messages/{id}/segments", SegmentsAsync),
    ];

    private static Task SegmentsAsync(ApiCall call) => MessagesApi.Find(call, call.Value) is { } message
        ? call.JsonAsync(message, Write)
        : call.ProblemAsync(404, "There is no such message.");

    public static void Write(Utf8JsonWriter writer, CapturedMessage message)
    {
        // The digits of a binary message are no text.
        var anatomy = TextAnatomy.Of(message.Encoding == MessageEncoding.Binary ? "" : message.Text);
        writer.WriteStartObject();
        writer.WriteString("encoding", message.Encoding.ToString());
        writer.WriteNumber("segments", message.Segments);
        writer.WriteNumber("units", anatomy.Count.Units);
        writer.WriteNumber("unitsPerSegment", anatomy.Limit);
        writer.WriteNumber("price", message.Price);
        writer.WriteString("currency", message.Currency);
        writer.WriteStartArray("parts");
        foreach (var part in message.Encoding == MessageEncoding.Binary ? [] : anatomy.Parts)
        {
            writer.WriteStartObject();
            writer.WriteString("text", part.Text);
            writer.WriteNumber("units", part.Units);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("offending");
        foreach (var character in anatomy.Offending)
        {
            Write(writer, character);
        }

        writer.WriteEndArray();
        WritePlain(writer, message, anatomy.Plain);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, OffendingCharacter found)
    {
        writer.WriteStartObject();
        writer.WriteString("character", found.Character.ToString());
        writer.WriteString("codePoint", string.Create(CultureInfo.InvariantCulture, $"U+{found.Character.Value:X4}"));
        writer.WriteNumber("times", found.Times);
        writer.WriteString("plain", found.Plain);
        writer.WriteEndObject();
    }

    private static void WritePlain(Utf8JsonWriter writer, CapturedMessage message, string? plain)
    {
        if (plain is null)
        {
            writer.WriteNull("plain");
            return;
        }

        var segments = SegmentCount.Of(plain).Segments;
        writer.WriteStartObject("plain");
        writer.WriteString("text", plain);
        writer.WriteNumber("segments", segments);
        writer.WriteNumber("price", message.Price / message.Segments * segments);
        writer.WriteEndObject();
    }
}
