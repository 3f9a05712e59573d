using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>A moment as SMSAPI writes it: Unix seconds as number or text, or RFC 3339; anything else is none.</summary>
internal sealed class SmsApiTime : JsonConverter<DateTimeOffset?>
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(WireText.ReadText(ref reader));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => throw new NotSupportedException();

    public static DateTimeOffset? Parse(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds >= Earliest && seconds <= Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

/// <summary>Numbers of replies in the sizes of the model.</summary>
internal static class SmsApiNumbers
{
    /// <summary>A whole number, or null where there is none or it does not fit.</summary>
    public static int? ToInt(this decimal? number) =>
        number is { } value && value >= int.MinValue && value <= int.MaxValue && decimal.Truncate(value) == value ? (int)value : null;

    /// <summary>A whole number, or null where there is none or it does not fit.</summary>
    public static long? ToLong(this decimal? number) =>
        number is { } value && value >= long.MinValue && value <= long.MaxValue && decimal.Truncate(value) == value ? (long)value : null;
}
