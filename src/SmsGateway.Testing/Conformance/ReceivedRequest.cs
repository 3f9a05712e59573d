using System.Text;

namespace SmsGateway.Testing;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">Such as "POST".</param>
/// <param name="Target">Path and query as they were written.</param>
/// <param name="Headers">The headers; names without regard to case, the last one of a name.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Whether the request carries content, if only an empty one: one without is silently sent again by the HTTP stack.</summary>
    public bool HasContent => Headers.ContainsKey("Content-Length") || Headers.ContainsKey("Transfer-Encoding");

    /// <summary>Method and path; never query or body.</summary>
    public override string ToString() => $"{Method} {Target.Split('?')[0]}";
}
