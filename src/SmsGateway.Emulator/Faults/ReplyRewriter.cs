using System.IO.Compression;
using System.Text;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Faults;

/// <summary>Colours a genuine reply: its label, its bytes, or what its JSON says.</summary>
internal static class ReplyRewriter
{
    private const int FloodedHeaders = 25;
    private const int FloodedLength = 8_000;

    public static GatewayReply Rewrite(GatewayReply reply, Wire wire, ReplyAnatomy anatomy) => wire.Kind switch
    {
        WireKind.CutBody => reply with { Body = reply.Body[..(reply.Body.Length / 2)] },
        WireKind.ByteOrderMark => reply with { Body = [.. "\uFEFF"u8, .. reply.Body] },
        WireKind.Prefix => reply with { Body = [.. Encoding.UTF8.GetBytes(wire.Text ?? ""), .. reply.Body] },
        WireKind.WrongCharset => reply with { ContentType = (reply.ContentType ?? "text/html").Split(';')[0] + "; charset=" + wire.Text },
        WireKind.WrongType => reply with { ContentType = wire.Text },
        WireKind.Latin1 => reply with { Body = Encoding.Convert(Encoding.UTF8, Encoding.Latin1, reply.Body) },
        WireKind.BadGzip => reply.With("Content-Encoding", "gzip"),
        WireKind.Gzip => (reply with { Body = Compressed(reply.Body) }).With("Content-Encoding", "gzip"),
        WireKind.HeaderFlood => reply with { Headers = [.. reply.Headers, .. Flood()] },
        WireKind.ExtraFields or WireKind.NullFields or WireKind.DuplicateIds or WireKind.FewerResults or WireKind.Shuffled
            => reply with { Body = JsonRewriter.Rewrite(reply.Body, wire, anatomy) },
        _ => reply,
    };

    private static byte[] Compressed(byte[] body)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> Flood() =>
        Enumerable.Range(0, FloodedHeaders).Select(i => KeyValuePair.Create(FormattableString.Invariant($"X-Flood-{i}"), new string('x', FloodedLength)));
}
