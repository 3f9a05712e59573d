using System.Globalization;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Dates as Unix seconds or in ISO 8601, and nothing else.</summary>
internal static class SmsApiDates
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-ddTHH:mmK",
    ];

    public static bool TryRead(string text, out DateTimeOffset date)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253_402_300_799)
        {
            date = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return true;
        }

        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }
}
