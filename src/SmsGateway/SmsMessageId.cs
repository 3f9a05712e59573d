using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>The handle of an accepted message: which account has it, and that gateway's id for it.</summary>
/// <param name="Account">The account's name; never holds a colon.</param>
/// <param name="Id">The gateway's id, kept as the text it was given in: ids are no numbers.</param>
/// <remarks>Round-trips through text as "account:id", so one column or log field holds it.</remarks>
[JsonConverter(typeof(JsonText))]
public readonly record struct SmsMessageId(string Account, string Id) : ISpanParsable<SmsMessageId>
{
    /// <summary>"account:id".</summary>
    public override string ToString() => $"{Account}:{Id}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">"account:id"; everything behind the first colon is the id.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is not of that form.</exception>
    public static SmsMessageId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var id) ? id : throw new FormatException("A message id has the form \"account:id\".");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">"account:id".</param>
    /// <param name="id">The id, when the result is true.</param>
    /// <returns>False when <paramref name="text"/> is null or not of that form.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out SmsMessageId id) =>
        TryParse(text.AsSpan(), provider: null, out id);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out SmsMessageId result)
    {
        var colon = s.IndexOf(':');
        if (colon <= 0 || colon == s.Length - 1)
        {
            result = default;
            return false;
        }

        result = new SmsMessageId(s[..colon].ToString(), s[(colon + 1)..].ToString());
        return true;
    }

    static SmsMessageId IParsable<SmsMessageId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SmsMessageId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SmsMessageId result) =>
        TryParse(s, out result);

    static SmsMessageId ISpanParsable<SmsMessageId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    internal sealed class JsonText : JsonConverter<SmsMessageId>
    {
        public override SmsMessageId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A message id has the form \"account:id\".");

        public override void Write(Utf8JsonWriter writer, SmsMessageId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
