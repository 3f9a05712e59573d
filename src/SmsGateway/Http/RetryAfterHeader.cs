using System.Globalization;

namespace SmsGateway.Http;

/// <summary>Reads <c>Retry-After</c> as servers write it: seconds, a date, or nonsense.</summary>
internal static class RetryAfterHeader
{
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        // Beyond what a TimeSpan holds is "not today" all the same.
        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds > 0 ? TimeSpan.FromSeconds((double)Math.Min(seconds, 10_000_000)) : null;
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now
            ? date - now
            : null;
    }
}
