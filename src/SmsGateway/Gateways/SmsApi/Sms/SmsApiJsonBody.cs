using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SmsGateway.SmsApi;

/// <summary>
/// A send as JSON, for the one parameter that has no documented form of its own in a form: the list of fallbacks. Flags, dates and
/// counts become numbers, as in the vendor's description; all else stays text.
/// </summary>
internal static class SmsApiJsonBody
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "flash", "test", "details", "date", "date_validate", "allow_duplicates", "check_idx", "max_parts", "nounicode", "normalize", "fast",
        "expiration_date", "single", "skip_foreign",
    };

    /// <summary>The same fields as in <paramref name="form"/>, and the fallback.</summary>
    public static byte[] Write(ReadOnlySpan<byte> form, SmsApiFallback fallback)
    {
        var buffer = new ArrayBufferWriter<byte>(form.Length + 128);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in Encoding.ASCII.GetString(form).Split('&'))
            {
                var sign = field.IndexOf('=', StringComparison.Ordinal);
                var (name, value) = (field[..sign], WebUtility.UrlDecode(field[(sign + 1)..]));
                writer.WritePropertyName(name);
                if (Numbers.Contains(name))
                {
                    writer.WriteRawValue(value);
                }
                else
                {
                    writer.WriteStringValue(value);
                }
            }

            writer.WriteStartArray("fallback");
            writer.WriteStartObject();
            writer.WriteString("type", fallback.Type);
            if (fallback.IncludeSenderAndDate)
            {
                writer.WriteNumber("include_sender_and_date", 1);
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
