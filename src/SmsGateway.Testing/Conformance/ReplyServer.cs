using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SmsGateway.Testing;

/// <summary>
/// A bare HTTP server on loopback that answers each request as it is told, below HTTP where that is needed: it closes, resets, cuts
/// replies off and keeps silent.
/// </summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed class ReplyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ReceivedRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts on a free port.</summary>
    /// <param name="answer">What it does with each request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public ReplyServer(Func<ReceivedRequest, CancellationToken, Task<ServerReply>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Answer = answer;
        _listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));
        _accepting = AcceptAsync();
    }

    /// <summary>Starts on a free port and gives every request the same.</summary>
    /// <param name="answer">What it does with each request.</param>
    public ReplyServer(ServerReply answer)
        : this((_, _) => Task.FromResult(answer))
    {
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it does with each request; may be changed between requests.</summary>
    public Func<ReceivedRequest, CancellationToken, Task<ServerReply>> Answer { get; set; }

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Waits until so many requests have come.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task WaitForRequestsAsync(int count, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task arrival;
            lock (_requests)
            {
                if (_requests.Count >= count)
                {
                    return;
                }

                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Task[] connections;
        lock (_connections)
        {
            connections = [.. _connections];
        }

        await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var socket = await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false);
            lock (_connections)
            {
                _connections.Add(ServeAsync(socket));
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            var stream = new NetworkStream(socket, ownsSocket: false);
            await using (stream.ConfigureAwait(false))
            {
                try
                {
                    while (await RequestReader.ReadAsync(stream, _stop.Token).ConfigureAwait(false) is { } request && await AnswerAsync(socket, stream, request).ConfigureAwait(false))
                    {
                        // The connection goes on.
                    }
                }
                catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
                {
                    // The caller is gone, or the server stops.
                }
            }
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(Socket socket, NetworkStream stream, ReceivedRequest request)
    {
        var answering = Answer(request, _stop.Token);
        Note(request);
        var reply = await answering.ConfigureAwait(false);
        switch (reply.Act)
        {
            case ServerAct.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token).ConfigureAwait(false);
                return false;
            case ServerAct.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            default:
                await stream.WriteAsync(reply.Bytes, _stop.Token).ConfigureAwait(false);
                return reply.Act == ServerAct.Reply;
        }
    }

    private void Note(ReceivedRequest request)
    {
        TaskCompletionSource arrival;
        lock (_requests)
        {
            _requests.Add(request);
            arrival = _arrival;
            _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        arrival.SetResult();
    }
}
