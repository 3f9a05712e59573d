using System.Globalization;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>Dates as this vendor writes them, <c>yyyy-MM-dd HH:mm:ss</c>, and time zones as <c>-03:00</c>.</summary>
internal static class SpeedMarketDates
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";
    private static readonly string[] Readable = [Format, "yyyy-MM-ddTHH:mm:ss"];

    public static bool TryZone(string? text, TimeSpan usual, out TimeSpan zone)
    {
        zone = usual;
        if (text is null)
        {
            return true;
        }

        if (text is not ['+' or '-', _, _, ':', _, _] || !TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var span) || span > TimeSpan.FromHours(14))
        {
            return false;
        }

        zone = text[0] == '-' ? -span : span;
        return true;
    }

    public static bool TryRead(string? text, TimeSpan zone, out DateTimeOffset date)
    {
        date = default;
        if (!DateTime.TryParseExact(text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        date = new(local, zone);
        return true;
    }

    public static string Write(DateTimeOffset date, TimeSpan zone) => date.ToOffset(zone).ToString(Format, CultureInfo.InvariantCulture);
}
