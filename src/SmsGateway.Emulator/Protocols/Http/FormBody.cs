using System.Text;

namespace SmsGateway.Emulator.Protocols.Http;

/// <summary>Reads <c>name=value&amp;...</c>, as a query or as a body.</summary>
internal static class FormBody
{
    public static void Read(ReadOnlySpan<byte> form, ParameterSet into)
    {
        while (!form.IsEmpty)
        {
            var end = form.IndexOf((byte)'&');
            var pair = end < 0 ? form : form[..end];
            form = end < 0 ? [] : form[(end + 1)..];
            var equals = pair.IndexOf((byte)'=');
            var name = equals < 0 ? pair : pair[..equals];
            if (!name.IsEmpty)
            {
                into.Add(Encoding.UTF8.GetString(Unescape(name)), equals < 0 ? [] : Unescape(pair[(equals + 1)..]));
            }
        }
    }

    /// <summary>Turns + into a blank and %XX into its byte; a percent sign without digits stays what it is.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return escaped.ToArray();
        }

        var plain = new byte[escaped.Length];
        var length = 0;
        for (var i = 0; i < escaped.Length; i++)
        {
            var letter = escaped[i];
            if (letter == '+')
            {
                letter = (byte)' ';
            }
            else if (letter == '%' && i + 2 < escaped.Length && char.IsAsciiHexDigit((char)escaped[i + 1]) && char.IsAsciiHexDigit((char)escaped[i + 2]))
            {
                letter = (byte)((Digit(escaped[i + 1]) << 4) | Digit(escaped[i + 2]));
                i += 2;
            }

            plain[length++] = letter;
        }

        return plain.AsSpan(0, length).ToArray();
    }

    private static int Digit(byte letter) => letter <= '9' ? letter - '0' : (letter | 0x20) - 'a' + 10;
}
