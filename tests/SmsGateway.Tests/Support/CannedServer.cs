using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmsGateway.Tests.Support;

/// <summary>A bare socket that answers every request with the same bytes and keeps each request exactly as it stood on the wire.</summary>
public sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public CannedServer()
    {
        _listener.Start();
        _loop = AcceptAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));

    public ConcurrentQueue<string> Requests { get; } = [];

    public int Status { get; set; } = 200;

    public byte[] Body { get; set; } = [];

    /// <summary>One header line, without its end.</summary>
    public string? Header { get; set; }

    /// <summary>The only request, line ends as "\n", what differs from run to run replaced: the port and our version.</summary>
    public string Single()
    {
        var text = Assert.Single(Requests).Replace("\r\n", "\n").Replace(Address.Authority, "HOST");
        return System.Text.RegularExpressions.Regex.Replace(text, @"SmsGateway/[^\n]+", "SmsGateway/VERSION");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptSocketAsync(_stop.Token);
                await AnswerAsync(connection);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(Socket connection)
    {
        var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (!IsComplete(received))
        {
            var count = await connection.ReceiveAsync(buffer, _stop.Token);
            if (count == 0)
            {
                return;
            }

            received.Write(buffer, 0, count);
        }

        Requests.Enqueue(Encoding.Latin1.GetString(received.ToArray()));
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Canned\r\nConnection: close\r\nContent-Length: {Body.Length}\r\n{(Header is null ? "" : Header + "\r\n")}\r\n");
        await connection.SendAsync(Encoding.Latin1.GetBytes(head), _stop.Token);
        await connection.SendAsync(Body, _stop.Token);
        connection.Shutdown(SocketShutdown.Send);
    }

    private static bool IsComplete(MemoryStream received)
    {
        var text = Encoding.Latin1.GetString(received.ToArray());
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        const string Length = "Content-Length: ";
        var at = text.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        var length = at < 0 || at > end ? 0 : int.Parse(text[(at + Length.Length)..text.IndexOf('\r', at)], CultureInfo.InvariantCulture);
        return received.Length >= end + 4 + length;
    }
}
