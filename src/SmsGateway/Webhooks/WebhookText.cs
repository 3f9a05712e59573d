using System.Text;
using System.Text.Unicode;

namespace SmsGateway.Webhooks;

/// <summary>
/// Turns what stands in an address or a form into text. Escapes are taken off once, never twice; bytes are UTF-8 when they can be,
/// and otherwise what the gateway falls back to.
/// </summary>
internal static class WebhookText
{
    /// <summary>Takes the escapes off.</summary>
    /// <param name="escaped">As it stood on the wire.</param>
    /// <param name="octets">Room for the bytes; as long as <paramref name="escaped"/> at least.</param>
    /// <returns>The bytes: where there are no escapes, those that were given.</returns>
    public static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> escaped, Span<byte> octets)
    {
        if (!escaped.ContainsAny((byte)'%', (byte)'+'))
        {
            return escaped;
        }

        var written = 0;
        for (var i = 0; i < escaped.Length; i++)
        {
            var octet = escaped[i];
            if (octet == '%' && i + 2 < escaped.Length && char.IsAsciiHexDigit((char)escaped[i + 1]) && char.IsAsciiHexDigit((char)escaped[i + 2]))
            {
                octet = (byte)((ValueOf(escaped[i + 1]) << 4) | ValueOf(escaped[i + 2]));
                i += 2;
            }
            else if (octet == '+')
            {
                octet = (byte)' ';
            }

            octets[written++] = octet;
        }

        return octets[..written];
    }

    /// <summary>Decodes bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> octets, Encoding fallback) =>
        Ascii.IsValid(octets) ? Encoding.Latin1.GetString(octets) // the same, and the quickest
        : Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets)
        : fallback.GetString(octets);

    private static int ValueOf(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
