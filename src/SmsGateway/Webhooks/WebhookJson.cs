using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SmsGateway.Webhooks;

/// <summary>Reads a JSON object as a table of texts, for <see cref="SmsWebhookFields"/>.</summary>
internal static class WebhookJson
{
    private const int MaxDepth = 16;

    /// <summary>Reads the body of a POST.</summary>
    /// <returns>False for anything that is no such object; <paramref name="refusal"/> then says so.</returns>
    public static bool TryRead(
        SmsWebhookRequest request, [NotNullWhen(true)] out Dictionary<string, string>? fields, [NotNullWhen(false)] out SmsWebhookResult? refusal)
    {
        (fields, refusal) = (null, null);
        var body = request.Body.Span;
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        if (!IsJson(request.ContentType, body))
        {
            refusal = SmsWebhookResult.Refused(SmsWebhookAnswer.UnsupportedMediaType, "A body that is not JSON.");
            return false;
        }

        if (!Utf8.IsValid(body))
        {
            body = Encoding.Convert(Encoding.Latin1, Encoding.UTF8, body.ToArray());
        }

        try
        {
            fields = Read(body);
        }
        catch (JsonException)
        {
            // Told below, like every other body that is no object.
        }

        refusal = fields is null ? SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "Not the JSON object of a callback, or one beyond the limits.") : null;
        return fields is not null;
    }

    // What is called otherwise is JSON when it looks so; a form never does.
    private static bool IsJson(string? contentType, ReadOnlySpan<byte> body) =>
        contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true || body.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    private static Dictionary<string, string>? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextOf(reader);
            reader.Read();
            var value = reader.TokenType switch
            {
                JsonTokenType.String => TextOf(reader),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
            reader.Skip();
            if (fields.Count == SmsWebhookFields.MaxFields || reader.ValueSpan.Length > 6 * SmsWebhookFields.MaxValueBytes || Encoding.UTF8.GetByteCount(value ?? "") > SmsWebhookFields.MaxValueBytes)
            {
                return null;
            }

            if (value is not null)
            {
                fields[name] = value;
            }
        }

        // Whatever stands behind the object would have been an error here.
        return reader.Read() ? null : fields;
    }

    private static string TextOf(in Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(Encoding.UTF8.GetString(reader.ValueSpan)) : Encoding.UTF8.GetString(reader.ValueSpan);

    // The reader has checked the escapes; its own unescaping throws at half a surrogate pair.
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            var letter = escaped[++i];
            if (letter == 'u')
            {
                text.Append((char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(letter switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => letter });
            }
        }

        // Through UTF-8 and back: what is no character becomes U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
