using System.Globalization;

namespace SmsGateway.Webhooks;

/// <summary>Single values as callbacks write them; null for anything that cannot be read, never an exception.</summary>
internal static class WebhookValues
{
    /// <summary>A number in international form, with or without plus or "00"; national ones only where the account knows its country.</summary>
    public static PhoneNumber? ToNumber(string? text, string? defaultCountryCode) =>
        PhoneNumberReader.TryReadWireDigits(text, out var number) || PhoneNumber.TryParse(text, defaultCountryCode, out number) ? number : null;

    /// <summary>Seconds since 1970.</summary>
    public static DateTimeOffset? ToTime(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        && seconds > 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>A price that is not negative, in whatever the gateway counts in.</summary>
    public static SmsPrice? ToPrice(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? new SmsPrice(amount) : null;

    /// <summary>A whole number.</summary>
    public static int? ToInteger(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
