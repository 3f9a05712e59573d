using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>Reads one HTTP request from a connection: head, then as many bytes as it announces.</summary>
internal static class RequestReader
{
    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    /// <returns>Null when the caller closed before a whole request.</returns>
    public static async Task<ReceivedRequest?> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var received = new List<byte>();
        var buffer = new byte[16 * 1024];
        var end = -1;
        var length = 0;
        string[] lines = [];
        while (end < 0 || received.Count < end + length)
        {
            var count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            received.AddRange(buffer.AsSpan(0, count));
            if (end < 0)
            {
                end = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(received).IndexOf(EndOfHead);
                if (end >= 0)
                {
                    lines = Encoding.Latin1.GetString([.. received.Take(end)]).Split("\r\n");
                    end += EndOfHead.Length;
                    length = LengthOf(lines);
                }
            }
        }

        var first = lines[0].Split(' ');
        return new ReceivedRequest(first[0], first.ElementAtOrDefault(1) ?? "", HeadersOf(lines), received.Skip(end).Take(length).ToArray());
    }

    private static int LengthOf(string[] lines) =>
        HeadersOf(lines).TryGetValue("Content-Length", out var length) ? int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static Dictionary<string, string> HeadersOf(string[] lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return headers;
    }
}
