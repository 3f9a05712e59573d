namespace SmsGateway.Webhooks;

/// <summary>What a gateway gets to hear.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record SmsWebhookAnswer(int Status)
{
    private static readonly byte[] Okay = "OK"u8.ToArray();

    /// <summary>200 with exactly the two letters <c>OK</c>: what SMSAPI insists on, and nobody minds.</summary>
    public static SmsWebhookAnswer Ok { get; } = new(200) { Body = Okay, ContentType = "text/plain" };

    /// <summary>400: not one of the gateway's callbacks.</summary>
    public static SmsWebhookAnswer BadRequest { get; } = new(400);

    /// <summary>401: the signature is missing, wrong or too old.</summary>
    public static SmsWebhookAnswer Unauthorized { get; } = new(401);

    /// <summary>403: from an address that is not listed.</summary>
    public static SmsWebhookAnswer Forbidden { get; } = new(403);

    /// <summary>404: no such account, or a wrong secret; which of the two is not told.</summary>
    public static SmsWebhookAnswer NotFound { get; } = new(404);

    /// <summary>405: the gateway calls by another method.</summary>
    public static SmsWebhookAnswer MethodNotAllowed { get; } = new(405);

    /// <summary>408: the body did not come in time.</summary>
    public static SmsWebhookAnswer RequestTimeout { get; } = new(408);

    /// <summary>413: larger than any callback.</summary>
    public static SmsWebhookAnswer TooLarge { get; } = new(413);

    /// <summary>415: in a form that the gateway does not use.</summary>
    public static SmsWebhookAnswer UnsupportedMediaType { get; } = new(415);

    /// <summary>503: nothing, or not everything, was stored; the gateway should try again.</summary>
    public static SmsWebhookAnswer NotStored { get; } = new(503);

    /// <summary>The body, byte by byte; mostly empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body's type; null without a body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the gateway is told that all is well.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
