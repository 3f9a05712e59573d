using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.Http;

/// <summary>Reads JSON as the vendors' servers do: numbers and texts are as good as each other.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>The root, detached from its buffer; null when the body is no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the first letter is one that only JSON begins with.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart(" \t\r\n\uFEFF"u8);
        return !start.IsEmpty && start[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>A member of an object, null when there is none or when it is null.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>A member as text; numbers as they are written.</summary>
    public static string? TextMember(this JsonElement element, string name) => element.Member(name) is { } found ? TextOf(found) : null;

    /// <summary>The members but the named ones, as text; of several of one name, the last.</summary>
    public static IReadOnlyDictionary<string, string> Rest(this JsonElement element, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return CapturedMessage.NoExtras;
        }

        Dictionary<string, string>? rest = null;
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                (rest ??= new(StringComparer.Ordinal))[member.Name] = TextOf(member.Value);
            }
        }

        return rest ?? CapturedMessage.NoExtras;
    }

    public static string TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Lenient(element),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => element.GetRawText(),
    };

    // A lone surrogate written as an escape cannot become a string by the reader's rules.
    private static string Lenient(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }
}
