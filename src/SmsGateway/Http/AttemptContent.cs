using System.Net;
using System.Net.Http.Headers;

namespace SmsGateway.Http;

/// <summary>
/// The body of one attempt, and its token. It notes when the HTTP stack first asks for the body: while it has not, nothing
/// of the request left, for headers are flushed together with the first bytes of the body. Exception types cannot tell this.
/// </summary>
internal sealed class AttemptContent : HttpContent
{
    /// <summary>Where the token is found when a handler replaced the content.</summary>
    public static readonly HttpRequestOptionsKey<AttemptContent> Key = new("SmsGateway.Attempt");

    private readonly ReadOnlyMemory<byte> _body;
    private volatile bool _started;
    private volatile GuardedReply? _firstReply;
    private TaskCompletionSource? _firstPass;
    private int _passed;

    public AttemptContent(GatewayExchange exchange, ReadOnlyMemory<byte> body, MediaTypeHeaderValue? type)
    {
        Exchange = exchange;
        _body = body;
        if (type is not null)
        {
            Headers.ContentType = type;
        }
    }

    public GatewayExchange Exchange { get; }

    /// <summary>Handlers that are not ours stand between attempt and guard: what the first pass brings is kept, for they may lose or replace it.</summary>
    public bool KeepsReply
    {
        get => _firstPass is not null;
        init => _firstPass = value ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
    }

    /// <summary>What the first pass through the guard brought, once it is over and was to be kept.</summary>
    public GuardedReply? FirstReply => _firstReply;

    /// <summary>Some handler sent another content in place of this one; then only the guard can tell whether anything left.</summary>
    public bool WasReplaced { get; set; }

    /// <summary>Nobody read the body yet.</summary>
    public bool IsFresh => !_started;

    /// <summary>The attempt reached the sockets, or at least their handler.</summary>
    public bool HasPassed => Volatile.Read(ref _passed) != 0;

    /// <summary>The gateway may have this attempt, or may yet get it: a handler may have turned away from a pass that goes on.</summary>
    public bool MayHaveLeft => HasPassed && (_started || WasReplaced || (KeepsReply && _firstReply is null));

    /// <summary>The token that a request bears; null for one that is not ours.</summary>
    public static AttemptContent? Of(HttpRequestMessage request) =>
        request.Content as AttemptContent ?? (request.Options.TryGetValue(Key, out var token) ? token : null);

    /// <summary>True for the first caller only.</summary>
    public bool TryPass() => Interlocked.Exchange(ref _passed, 1) == 0;

    /// <summary>Keeps what the first pass brought.</summary>
    public void Keep(GuardedReply reply)
    {
        _firstReply = reply;
        _firstPass?.TrySetResult();
    }

    /// <summary>Waits for the first pass to be over, where it is kept.</summary>
    public Task WaitForFirstPassAsync(CancellationToken cancellationToken) =>
        _firstPass is null ? Task.CompletedTask : _firstPass.Task.WaitAsync(cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _started = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}

/// <summary>A reply that the guard kept because a handler above it might lose or replace it.</summary>
internal sealed record GuardedReply(int Status, byte[] Body, HttpResponseHeaders? Headers, Exception? Exception);
