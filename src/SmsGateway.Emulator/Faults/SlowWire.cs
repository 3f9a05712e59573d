using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Faults;

/// <summary>Replies that are right, but slow, far too long, or cut; all through the server's own stream.</summary>
internal static class SlowWire
{
    public static async Task DribbleAsync(HttpContext http, GatewayReply reply, TimeSpan pace, CancellationToken ends)
    {
        ReplyWriter.WriteHead(http, reply);
        http.Response.ContentLength = reply.Body.Length;
        for (var i = 0; i < reply.Body.Length; i++)
        {
            await http.Response.BodyWriter.WriteAsync(reply.Body.AsMemory(i, 1), ends).ConfigureAwait(false);
            await Task.Delay(pace, TimeProvider.System, ends).ConfigureAwait(false);
        }
    }

    /// <summary>Half a body over TLS, where bytes on the socket would not be readable at all.</summary>
    public static async Task HalfAsync(HttpContext http, GatewayReply reply, RawWire raw, After then)
    {
        ReplyWriter.WriteHead(http, reply);
        http.Response.ContentLength = reply.Body.Length;
        await http.Response.BodyWriter.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2)).ConfigureAwait(false);
        await raw.LetArriveAsync().ConfigureAwait(false);
        await raw.EndAsync(then).ConfigureAwait(false);
    }

    public static async Task HugeAsync(HttpContext http, GatewayReply reply, long size, CancellationToken ends)
    {
        ReplyWriter.WriteHead(http, reply);
        var left = Math.Max(0, size - reply.Body.Length);
        http.Response.ContentLength = reply.Body.Length + left;
        await http.Response.BodyWriter.WriteAsync(reply.Body, ends).ConfigureAwait(false);
        var blanks = new byte[64 << 10];
        blanks.AsSpan().Fill((byte)' ');
        while (left > 0)
        {
            var length = (int)Math.Min(left, blanks.Length);
            await http.Response.BodyWriter.WriteAsync(blanks.AsMemory(0, length), ends).ConfigureAwait(false);
            left -= length;
        }
    }
}
