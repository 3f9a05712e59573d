using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmsGateway.Tests.Support;

/// <summary>A socket that does with each connection what a test says, below HTTP: resets, half-read bodies, handshakes that never end.</summary>
public sealed class SocketServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<SocketConnection, Task> _serve;
    private readonly Task _loop;
    private int _connections;

    /// <param name="serve">Serves a connection; it is closed orderly afterwards unless that happened already.</param>
    public SocketServer(Func<SocketConnection, Task> serve)
    {
        _serve = serve;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public Uri Http => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));

    public Uri Https => new(string.Create(CultureInfo.InvariantCulture, $"https://localhost:{Port}/"));

    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var socket = await _listener.AcceptAsync(_stop.Token);
            _ = ServeAsync(new SocketConnection(socket, Interlocked.Increment(ref _connections), _stop.Token));
        }
    }

    private async Task ServeAsync(SocketConnection connection)
    {
        try
        {
            await _serve(connection);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The caller is gone, or the test is over.
        }

        connection.Socket.Dispose();
    }
}

/// <summary>One connection to a <see cref="SocketServer"/>.</summary>
public sealed record SocketConnection(Socket Socket, int Number, CancellationToken Stop)
{
    public NetworkStream Stream { get; } = new(Socket, ownsSocket: false);

    /// <summary>Reads a whole request; null when the caller closed.</summary>
    public async Task<string?> ReadRequestAsync(int? atMost = null)
    {
        var text = new StringBuilder();
        var buffer = new byte[1_024];
        while (atMost is null || text.Length < atMost)
        {
            var count = await Stream.ReadAsync(buffer, Stop);
            if (count == 0)
            {
                return null;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            var request = text.ToString();
            var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && request.Length - end - 4 >= LengthOf(request[..end]))
            {
                break;
            }
        }

        return text.ToString();
    }

    public Task WriteAsync(string text) => Stream.WriteAsync(Encoding.Latin1.GetBytes(text), Stop).AsTask();

    public Task ReplyAsync(string body, string status = "200 OK", string headers = "") =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}"));

    public Task HangAsync() => Task.Delay(Timeout.Infinite, Stop);

    private static int LengthOf(string head)
    {
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>Closes the socket itself with linger zero: that is a reset.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Socket.Close();
    }
}

/// <summary>An address where nobody listens, and nobody will while this lives: the port is bound.</summary>
public sealed class ClosedPort : IDisposable
{
    private readonly Socket _placeholder = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _placeholder.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_placeholder.LocalEndPoint!).Port}/"));

    public void Dispose() => _placeholder.Dispose();
}
