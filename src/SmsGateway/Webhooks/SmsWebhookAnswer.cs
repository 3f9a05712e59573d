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
