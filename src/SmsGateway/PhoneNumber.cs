using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>A phone number in international form (ITU-T E.164): country code and subscriber number, 7 to 15 digits.</summary>
/// <remarks>
/// Personal data: <see cref="ToString"/> is masked so that a number never slips into a log; ask for <see cref="Value"/>
/// where the number itself is meant. Two spellings of one number are equal.
/// </remarks>
[JsonConverter(typeof(JsonText))]
public readonly record struct PhoneNumber : ISpanParsable<PhoneNumber>
{
    internal const int MinDigits = 7;
    internal const int MaxDigits = 15;

    // E.164 numbers never begin with zero and have at most 15 digits, so a number holds one without loss or allocation.
    private readonly ulong _digits;

    internal PhoneNumber(ulong digits) => _digits = digits;

    /// <summary>The number with its plus: "+48500111222". Empty for the default value.</summary>
    public string Value => _digits == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"+{_digits}");

    /// <summary>The digits alone, as most gateways want them: "48500111222". Empty for the default value.</summary>
    public string Digits => _digits == 0 ? "" : _digits.ToString(CultureInfo.InvariantCulture);

    internal ulong Number => _digits;

    /// <summary>The number with its middle hidden: "+48*******22". For Debug logs and error texts.</summary>
    public string ToMaskedString()
    {
        if (_digits == 0)
        {
            return "";
        }

        return string.Create(Value.Length, Value, static (masked, value) =>
        {
            value.CopyTo(masked);
            masked[3..^2].Fill('*');
        });
    }

    /// <summary>The same as <see cref="ToMaskedString"/>; the number itself is <see cref="Value"/>.</summary>
    public override string ToString() => ToMaskedString();

    /// <summary>Whether the digits begin with <paramref name="prefix"/>.</summary>
    /// <param name="prefix">Digits, with or without a plus: "+48" or "4850".</param>
    /// <exception cref="ArgumentNullException"><paramref name="prefix"/> is null.</exception>
    public bool StartsWith(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        Span<char> digits = stackalloc char[MaxDigits];
        return TryFormatDigits(digits, out var written)
            && digits[..written].StartsWith(prefix.AsSpan().TrimStart('+'), StringComparison.Ordinal);
    }

    /// <summary>Reads a number in international form.</summary>
    /// <param name="text">
    /// "+" or "00", then country code and subscriber number; spaces (also non-breaking), dashes, dots, slashes,
    /// parentheses and invisible direction marks between the digits are dropped.
    /// </param>
    /// <param name="defaultCountryCode">
    /// Digits of the country that numbers without "+" or "00" belong to, such as "48". Without it such numbers are
    /// refused: the country of a national number is never guessed.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is no such number; the message says why, without the number.</exception>
    public static PhoneNumber Parse(string text, string? defaultCountryCode = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PhoneNumberReader.TryRead(text, defaultCountryCode, out var number, out var problem)
            ? number
            : throw new FormatException(problem);
    }

    /// <summary>Reads a number in international form.</summary>
    /// <param name="text">As for <see cref="Parse(string, string?)"/>.</param>
    /// <param name="number">The number, when the result is true.</param>
    /// <returns>False when <paramref name="text"/> is null or no such number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number) =>
        TryParse(text, defaultCountryCode: null, out number);

    /// <summary>Reads a number in international form, or a national one of a known country.</summary>
    /// <param name="text">As for <see cref="Parse(string, string?)"/>.</param>
    /// <param name="defaultCountryCode">As for <see cref="Parse(string, string?)"/>.</param>
    /// <param name="number">The number, when the result is true.</param>
    /// <returns>False when <paramref name="text"/> is null or no such number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, string? defaultCountryCode, out PhoneNumber number) =>
        PhoneNumberReader.TryRead(text, defaultCountryCode, out number, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PhoneNumber result) =>
        PhoneNumberReader.TryRead(s, defaultCountryCode: null, out result, out _);

    static PhoneNumber ISpanParsable<PhoneNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static PhoneNumber IParsable<PhoneNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PhoneNumber>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhoneNumber result) =>
        TryParse(s, out result);

    internal bool TryFormatDigits(Span<char> destination, out int written)
    {
        if (_digits != 0)
        {
            return _digits.TryFormat(destination, out written, provider: CultureInfo.InvariantCulture);
        }

        written = 0;
        return true;
    }

    internal sealed class JsonText : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return string.IsNullOrEmpty(text) ? default
                : TryParse(text, out var number) ? number
                : throw new JsonException("Not a phone number in international form.");
        }

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
