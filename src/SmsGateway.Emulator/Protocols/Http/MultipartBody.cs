using System.Text;

namespace SmsGateway.Emulator.Protocols.Http;

/// <summary>
/// Reads <c>multipart/form-data</c> as clients write it: the boundary quoted or not, names quoted or not, the headers of a
/// part in any order.
/// </summary>
internal static class MultipartBody
{
    public static void Read(ReadOnlySpan<byte> body, ParameterSet into)
    {
        // The first line is the boundary itself, so the label need not be asked.
        var lineEnd = body.IndexOf("\r\n"u8);
        if (lineEnd < 3 || !body.StartsWith("--"u8))
        {
            return;
        }

        var boundary = body[..lineEnd].ToArray();
        body = body[(lineEnd + 2)..];
        while (body.IndexOf(boundary) is > 0 and var end)
        {
            ReadPart(body[..end], into);
            var next = end + boundary.Length + 2;
            body = next < body.Length ? body[next..] : [];
        }
    }

    private static void ReadPart(ReadOnlySpan<byte> part, ParameterSet into)
    {
        var headEnd = part.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return;
        }

        var value = part[(headEnd + 4)..];
        if (value.EndsWith("\r\n"u8))
        {
            value = value[..^2];
        }

        if (Name(Encoding.UTF8.GetString(part[..headEnd])) is { } name)
        {
            into.Add(name, value.ToArray());
        }
    }

    private static string? Name(string head)
    {
        foreach (var line in head.Split("\r\n"))
        {
            if (!line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var piece in line.Split(';'))
            {
                var attribute = piece.Trim();
                if (attribute.StartsWith("name=", StringComparison.OrdinalIgnoreCase))
                {
                    return attribute["name=".Length..].Trim('"');
                }
            }
        }

        return null;
    }
}
