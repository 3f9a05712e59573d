using System.Net;
using System.Net.Http.Headers;

namespace SmsGateway.Http;

/// <summary>
/// The body of one attempt, and its token. It notes when the HTTP stack first asks for the body: while it has not, nothing
/// of the request left, for headers are flushed together with the first bytes of the body. Exception types cannot tell this.
/// </summary>
internal sealed class AttemptContent : HttpContent
{
    public static readonly HttpRequestOptionsKey<AttemptContent> Key = new("SmsGateway.Attempt");

    private readonly ReadOnlyMemory<byte> _body;
    private volatile bool _started;
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

    /// <summary>What the first pass through the guard brought, when handlers that are not ours stand between.</summary>
    public GuardedReply? FirstReply { get; set; }

    /// <summary>Some handler sent another content in place of this one; then only the guard can tell whether anything left.</summary>
    public bool WasReplaced { get; set; }

    /// <summary>The gateway may have this attempt.</summary>
    public bool MayHaveLeft => _passed != 0 && (_started || WasReplaced);

    /// <summary>True for the first caller only.</summary>
    public bool TryPass() => Interlocked.Exchange(ref _passed, 1) == 0;

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
