using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SmsGateway.Webhooks;

/// <summary>
/// Turns what stands in an address or a form into text. Escapes are taken off once, never twice; bytes are UTF-8 when they can be,
/// and otherwise what the gateway falls back to.
/// </summary>
internal static class WebhookText
{
    // What stands for itself: ASCII without the signs of escapes.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(0, 128).Select(static c => (char)c).Where(static c => c is not ('%' or '+'))]);

    /// <summary>Reads a name or a value.</summary>
    /// <param name="written">As it stood on the wire, a character for each byte.</param>
    /// <param name="maxBytes">How long it may be, in bytes without escapes.</param>
    /// <param name="fallback">What bytes are in that are not UTF-8.</param>
    /// <returns>The text; null for one that is too long.</returns>
    public static string? Read(ReadOnlySpan<char> written, int maxBytes, Encoding fallback)
    {
        if (!written.ContainsAnyExcept(Plain))
        {
            return written.Length <= maxBytes ? written.ToString() : null;
        }

        var rented = ArrayPool<byte>.Shared.Rent(written.Length);
        try
        {
            var length = Unescape(written, rented);
            return length <= maxBytes ? Decode(rented.AsSpan(0, length), fallback) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int Unescape(ReadOnlySpan<char> written, Span<byte> octets)
    {
        var length = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            if (c == '%' && i + 2 < written.Length && char.IsAsciiHexDigit(written[i + 1]) && char.IsAsciiHexDigit(written[i + 2]))
            {
                c = (char)((ValueOf(written[i + 1]) << 4) | ValueOf(written[i + 2]));
                i += 2;
            }
            else if (c == '+')
            {
                c = ' ';
            }

            octets[length++] = c <= byte.MaxValue ? (byte)c : (byte)'?';
        }

        return length;
    }

    private static string Decode(ReadOnlySpan<byte> octets, Encoding fallback) => Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : fallback.GetString(octets);

    private static int ValueOf(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
