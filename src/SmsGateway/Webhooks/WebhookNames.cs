using System.Text;

namespace SmsGateway.Webhooks;

/// <summary>Reads the names of fields: a gateway uses the same few in each callback, and they need not be made anew.</summary>
internal static class WebhookNames
{
    private const int Places = 256;
    private const int MaxKept = 32;

    private static readonly string?[] Kept = new string?[Places];

    /// <summary>As <see cref="WebhookText.Read"/> does, but mostly a string that is there already. Thread-safe: of two at a time one stays.</summary>
    /// <param name="written">As it stood on the wire, a character for each byte.</param>
    /// <param name="fallback">What bytes are in that are not UTF-8.</param>
    public static string? Read(ReadOnlySpan<char> written, Encoding fallback)
    {
        if (written.Length is 0 or > MaxKept)
        {
            return WebhookText.Read(written, SmsWebhookFields.MaxValueBytes, fallback);
        }

        ref var place = ref Kept[((written.Length * 31) + (written[0] * 7) + (written[written.Length / 2] * 3) + written[^1]) % Places];
        if (place is { } kept && written.SequenceEqual(kept))
        {
            return kept;
        }

        var name = WebhookText.Read(written, SmsWebhookFields.MaxValueBytes, fallback);
        return written.SequenceEqual(name) ? place = name : name;
    }
}
