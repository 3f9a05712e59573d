using System.Globalization;

namespace SmsGateway.SpeedMarket;

/// <summary>Times as the platform writes them: no offset in the time, the zone beside it or none.</summary>
internal static class SpeedMarketTime
{
    private const string Plain = "yyyy-MM-dd HH:mm:ss";
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss";
    private static readonly string[] Local = [Plain, Iso];
    private static readonly string[] WithOffset = [Iso + "zzz", Iso + "'Z'"];

    // "From the beginning" and "until the end" have no room for an offset.
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Write(DateTimeOffset time, TimeSpan zone) =>
        InZone(time, zone).ToString(Plain, CultureInfo.InvariantCulture);

    /// <summary>The beginning of a span.</summary>
    public static string WriteStart(DateTimeOffset time, TimeSpan zone) =>
        InZone(time, zone).ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>The end of a span: seconds that have begun count whole.</summary>
    public static string WriteEnd(DateTimeOffset time, TimeSpan zone) =>
        WriteStart(time.Ticks % TimeSpan.TicksPerSecond == 0 || time > Latest ? time : time.AddSeconds(1), zone);

    /// <summary>A zone that can be written.</summary>
    public static bool IsZone(TimeSpan zone) => zone.Duration() <= TimeSpan.FromHours(14) && zone.Ticks % TimeSpan.TicksPerMinute == 0;

    public static string WriteZone(TimeSpan zone) =>
        (zone < TimeSpan.Zero ? "-" : "+") + zone.ToString("hh\\:mm", CultureInfo.InvariantCulture);

    /// <summary>Null for anything that is no such time.</summary>
    public static DateTimeOffset? Read(string? text, TimeSpan zone)
    {
        text = text?.Trim();
        return DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? local.Year is > 1 and < 9999 ? new DateTimeOffset(local, zone) : null
            : DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
            : null;
    }

    private static DateTimeOffset InZone(DateTimeOffset time, TimeSpan zone) =>
        (time < Earliest ? Earliest : time > Latest ? Latest : time).ToOffset(zone);
}
