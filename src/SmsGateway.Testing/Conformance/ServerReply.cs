using System.Globalization;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>What a <see cref="ReplyServer"/> does with a request.</summary>
public sealed class ServerReply
{
    private ServerReply(ServerAct act, byte[] bytes) => (Act, Bytes) = (act, bytes);

    internal ServerAct Act { get; }

    internal byte[] Bytes { get; }

    /// <summary>Answers.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">What the body is called; null for nothing.</param>
    /// <param name="headers">Further header lines, such as "Retry-After: 1".</param>
    public static ServerReply Of(string body, int status = 200, string? contentType = null, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Of(Encoding.UTF8.GetBytes(body), status, contentType, headers);
    }

    /// <summary>Answers with bytes.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">What the body is called; null for nothing.</param>
    /// <param name="headers">Further header lines.</param>
    public static ServerReply Of(ReadOnlyMemory<byte> body, int status = 200, string? contentType = null, params string[] headers) =>
        new(ServerAct.Reply, [.. Head(body.Length, status, contentType, headers), .. body.Span]);

    /// <summary>Answers with the beginning of a body that it announced longer, then closes.</summary>
    /// <param name="body">What of the body comes.</param>
    public static ServerReply CutOff(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new(ServerAct.ReplyAndClose, [.. Head(bytes.Length + 100, 200, contentType: null, []), .. bytes]);
    }

    /// <summary>Closes the connection without an answer.</summary>
    public static ServerReply Close() => new(ServerAct.ReplyAndClose, []);

    /// <summary>Resets the connection without an answer.</summary>
    public static ServerReply Reset() => new(ServerAct.Reset, []);

    /// <summary>Never answers.</summary>
    public static ServerReply Hang() => new(ServerAct.Hang, []);

    private static byte[] Head(int length, int status, string? contentType, string[] headers)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Scripted\r\nContent-Length: {length}\r\n");
        head.Append(contentType is null ? "" : $"Content-Type: {contentType}\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }
}

/// <summary>What happens on the wire.</summary>
internal enum ServerAct
{
    Reply,
    ReplyAndClose,
    Reset,
    Hang,
}
