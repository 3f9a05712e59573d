using System.Net.Http.Headers;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>A request as a gateway sends it to an application, byte by byte.</summary>
/// <param name="Gateway">The gateway's name in code, such as "SmsApi".</param>
/// <param name="Name">What it is about, such as "report".</param>
/// <param name="Method">"GET" or "POST".</param>
public sealed record WebhookSample(string Gateway, string Name, string Method)
{
    /// <summary>The query as it stands in the address, escapes and all; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>What the gateway calls the body; null without one.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The request to an application's address, which may hold a query of its own.</summary>
    /// <param name="address">The address that the gateway was told.</param>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public HttpRequestMessage ToRequest(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var target = address.OriginalString;
        var request = new HttpRequestMessage(
            new HttpMethod(Method),
            new Uri(Query.Length == 0 ? target : $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Query}", UriKind.RelativeOrAbsolute));
        if (ContentType is not null)
        {
            request.Content = new ReadOnlyMemoryContent(Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        return request;
    }

    /// <summary>Gateway and name.</summary>
    public override string ToString() => $"{Gateway} {Name}";

    internal static WebhookSample Get(string gateway, string name, string query) => new(gateway, name, "GET") { Query = query };

    internal static WebhookSample Post(string gateway, string name, string contentType, string body) =>
        new(gateway, name, "POST") { ContentType = contentType, Body = Encoding.UTF8.GetBytes(body) };
}
