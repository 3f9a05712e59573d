namespace SmsGateway.Http;

/// <summary>A request as a driver wants it. Secrets belong into the authorization or the body, never into the address.</summary>
/// <param name="Address">The absolute address.</param>
/// <param name="Body">The body; may be empty, but the request always carries a content object: a bodiless request would be repeated silently by the HTTP stack.</param>
/// <param name="ContentType">The body's media type, without parameters; null for none.</param>
public sealed record GatewayRequest(Uri Address, ReadOnlyMemory<byte> Body, string? ContentType)
{
    /// <summary>The media type of forms, as <see cref="FormWriter"/> writes them.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>POST unless said otherwise.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The credentials, where they travel in a header: its whole value, such as "Bearer ...".</summary>
    public string? Authorization { get; init; }

    /// <summary>The media type to ask for; null asks for nothing, for replies are read whatever they are labelled.</summary>
    public string? Accept { get; init; }

    /// <summary>The same service at another host, used only after proof that nothing of an attempt had left.</summary>
    public Uri? BackupAddress { get; init; }

    /// <summary>The largest reply that is read, in bytes.</summary>
    public int MaxReplyBytes { get; init; } = 256 * 1024;

    /// <summary>The address without query: all that may be shown.</summary>
    public override string ToString() => $"{Method} {Address.GetLeftPart(UriPartial.Path)}";
}
