using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SmsGateway.Http;

/// <summary>
/// A complete reply: status and body. The body is UTF-8 without byte order mark or white space around it, whatever the
/// gateway labelled it; what was not valid UTF-8 was read as Latin-1. Content types are ignored on purpose.
/// </summary>
public readonly struct GatewayReply
{
    private readonly HttpResponseHeaders? _headers;

    /// <summary>Makes a reply from a status and the body's bytes as they came.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="headers">The reply's headers.</param>
    /// <param name="now">The time of reading, for dates in headers.</param>
    public GatewayReply(int status, ReadOnlyMemory<byte> body, HttpResponseHeaders? headers = null, DateTimeOffset now = default)
    {
        Status = status;
        Body = Normalise(body);
        _headers = headers;
        Now = now;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body, normalised; valid only during the call that got this reply.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The time of reading.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>2xx.</summary>
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>Nothing but white space came.</summary>
    public bool IsEmpty => Body.IsEmpty;

    /// <summary>The body begins with "&lt;": a web page, not an answer of the gateway.</summary>
    public bool IsHtml => !Body.IsEmpty && Body.Span[0] == (byte)'<';

    /// <summary>How long the reply asks to wait, from <c>Retry-After</c>; null when absent, illegible or not ahead.</summary>
    public TimeSpan? RetryAfter => RetryAfterHeader.Read(Header("Retry-After"), Now);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        _headers is not null && _headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>Reads the body as JSON.</summary>
    /// <returns>False when it is not exactly one JSON value of that shape; nothing is thrown.</returns>
    public bool TryReadJson<T>(JsonTypeInfo<T> shape, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = null;
        if (Body.IsEmpty || Body.Span[0] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        try
        {
            value = JsonSerializer.Deserialize(Body.Span, shape);
        }
        catch (JsonException)
        {
            // Cut off, nested too deep, two values, duplicate members, another shape: not readable, that is all.
        }

        return value is not null;
    }

    private static ReadOnlyMemory<byte> Normalise(ReadOnlyMemory<byte> body)
    {
        while (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        var from = 0;
        var span = body.Span;
        while (from < span.Length && IsSpace(span[from]))
        {
            from++;
        }

        var to = span.Length;
        while (to > from && IsSpace(span[to - 1]))
        {
            to--;
        }

        body = body[from..to];
        return System.Text.Unicode.Utf8.IsValid(body.Span)
            ? body
            : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(body.Span));
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
