using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Faults;

/// <summary>
/// Faults below HTTP, made on the connection's own socket. What is written here reaches the network before the connection
/// ends: nothing lies in a buffer of the server that an abort would throw away. Over TLS the bytes break the encryption
/// instead, which is a fault of its own.
/// </summary>
internal sealed class RawWire(HttpContext http, CancellationToken ends)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Bytes that are no HTTP, no JSON and no UTF-8.</summary>
    public static readonly byte[] Noise = [0x16, 0xff, 0xfe, 0x00, 0x07, (byte)'?', 0x80, 0xc3, 0x28, 0x0d, 0x0a, 0x0d, 0x0a];

    public static byte[] WithNoise(byte[] body) => [.. body, .. Noise];

    private Socket Socket => http.Features.Get<IConnectionSocketFeature>()!.Socket;

    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ends);

    /// <summary>Ends the connection in order: the caller reads an end, not an error.</summary>
    public async Task FinAsync()
    {
        Socket.Shutdown(SocketShutdown.Send);

        // An abort would send RST behind the FIN, and could overtake it in the caller's eyes: let the caller close first.
        await Task.Delay(Grace, TimeProvider.System, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
    }

    public Task ResetAsync()
    {
        Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Sends bytes as they are, then ends as told.</summary>
    public async Task SendThenAsync(string head, ReadOnlyMemory<byte> body, After then)
    {
        await SendAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body.Span]).ConfigureAwait(false);
        await EndAsync(then).ConfigureAwait(false);
    }

    /// <summary>Ends a reply that is under way.</summary>
    public async Task EndAsync(After then)
    {
        switch (then)
        {
            case After.Hang:
                await HangAsync().ConfigureAwait(false);
                break;
            case After.Reset:
                await LetArriveAsync().ConfigureAwait(false);
                await ResetAsync().ConfigureAwait(false);
                break;
            default:
                await FinAsync().ConfigureAwait(false);
                break;
        }
    }

    /// <summary>What was written is on its way; without a pause, a reset (or the end of an unsent buffer) could overtake it.</summary>
    public Task LetArriveAsync() => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, ends);

    /// <summary>Interim replies, then the genuine one in the ordinary way.</summary>
    public async Task ContinueAsync(long times, GatewayReply reply)
    {
        var interim = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();
        for (var i = 0L; i < times; i++)
        {
            await SendAsync(interim).ConfigureAwait(false);
        }

        await ReplyWriter.WriteAsync(http, reply).ConfigureAwait(false);
    }

    /// <summary>The head of a reply as the server would write it, or under another status line.</summary>
    public static string Head(GatewayReply reply, string? statusLine = null)
    {
        var head = new StringBuilder(statusLine ?? string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} OK")).Append("\r\n");
        if (reply.ContentType is not null)
        {
            head.Append("Content-Type: ").Append(reply.ContentType).Append("\r\n");
        }

        foreach (var (name, value) in reply.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length}\r\n\r\n").ToString();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await Socket.SendAsync(bytes, SocketFlags.None, ends).ConfigureAwait(false)..];
        }
    }
}
