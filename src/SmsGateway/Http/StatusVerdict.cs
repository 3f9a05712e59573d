using System.Globalization;

namespace SmsGateway.Http;

/// <summary>
/// What an HTTP status means for a send when the body says nothing: rows 31 to 53 of the fault catalogue. A gateway whose
/// documents say otherwise decides before it asks here.
/// </summary>
public static class StatusVerdict
{
    /// <summary>
    /// What the status alone says. 429 and what never reached a send endpoint (301, 307, 308, 404, 405, 407, 415) are <see cref="SmsOutcome.NotSent"/>; other
    /// refusals of the 4xx kind are <see cref="SmsOutcome.Rejected"/>; 2xx, 302, 303, 408 and 5xx are <see cref="SmsOutcome.Unknown"/>.
    /// </summary>
    public static SmsVerdict Of(in GatewayReply reply) => reply.Status switch
    {
        301 or 307 or 308 => NotSent(SmsErrorKind.InvalidRequest, reply, $"The gateway has moved{Location(reply)}: correct the base address."),
        302 or 303 => Unknown(SmsErrorKind.InvalidRequest, reply, $"The gateway answered with a redirect{Location(reply)}, which may follow a processed request: check the base address."),
        401 => Rejected(SmsErrorKind.AuthenticationFailed, reply, "The gateway refused the credentials."),
        402 => Rejected(SmsErrorKind.InsufficientBalance, reply, "The gateway asks for payment."),
        403 => Rejected(SmsErrorKind.PermissionDenied, reply, "The gateway, or something in front of it, forbids this request."),
        404 or 405 or 415 => NotSent(SmsErrorKind.InvalidRequest, reply, "Nothing that takes SMS answers at this address: check the base address."),
        407 => NotSent(SmsErrorKind.ConnectionFailed, reply, "A proxy asks for credentials: check the proxy settings."),
        408 => Unknown(SmsErrorKind.Timeout, reply, "The gateway gave up waiting for the request."),
        409 => Rejected(SmsErrorKind.DuplicateMessage, reply, "The gateway refused the message as a repeat of an earlier one."),
        413 or 414 or 431 => Rejected(SmsErrorKind.TextTooLong, reply, "The gateway calls the request too large."),
        429 => Throttled(reply),
        500 => Unknown(SmsErrorKind.GatewayError, reply, "The gateway failed."),
        502 or 503 or 504 => Unknown(SmsErrorKind.GatewayUnavailable, reply, "The gateway, or something in front of it, is unavailable."),
        >= 400 and <= 499 => Rejected(SmsErrorKind.InvalidRequest, reply, "The gateway refused the request."),
        >= 500 and <= 599 => Unknown(SmsErrorKind.GatewayUnavailable, reply, "The gateway failed."),
        _ => Unreadable(reply),
    };

    /// <summary>A 2xx, or something odd, whose body is no answer of the gateway: <see cref="SmsOutcome.Unknown"/>.</summary>
    public static SmsVerdict Unreadable(in GatewayReply reply) => Unknown(SmsErrorKind.UnreadableResponse, reply, reply switch
    {
        { IsEmpty: true } => "The gateway answered with an empty body.",
        { IsHtml: true } => "A web page came instead of the gateway's answer.",
        _ => "The gateway's answer is not readable.",
    });

    /// <summary>Refused because of rate, before processing.</summary>
    internal static SmsVerdict Throttled(in GatewayReply reply, TimeSpan? retryAfter = null, string? gatewayCode = null) =>
        SmsVerdict.Of(SmsOutcome.NotSent, new SmsError(SmsErrorKind.RateLimited, "The gateway refused because of too many requests.")
        {
            HttpStatus = reply.Status,
            GatewayCode = gatewayCode,
            RetryAfter = retryAfter ?? reply.RetryAfter,
        });

    internal static SmsVerdict Rejected(SmsErrorKind kind, in GatewayReply reply, string message, string? gatewayCode = null) =>
        Make(SmsOutcome.Rejected, kind, reply, message, gatewayCode);

    internal static SmsVerdict Unknown(SmsErrorKind kind, in GatewayReply reply, string message, string? gatewayCode = null) =>
        Make(SmsOutcome.Unknown, kind, reply, message, gatewayCode);

    /// <summary>Something that is no send endpoint answered: certainly not processed, and no use to try again.</summary>
    internal static SmsVerdict NotSent(SmsErrorKind kind, in GatewayReply reply, string message, string? gatewayCode = null) =>
        SmsVerdict.Of(SmsOutcome.NotSent, new SmsError(kind, message)
        {
            HttpStatus = reply.Status,
            GatewayCode = gatewayCode,
            Scope = SmsErrorScope.Transport,
            IsTransient = false,
        });

    internal static SmsVerdict Make(SmsOutcome outcome, SmsErrorKind kind, in GatewayReply reply, string message, string? gatewayCode = null) =>
        SmsVerdict.Of(outcome, new SmsError(kind, message)
        {
            HttpStatus = reply.Status,
            GatewayCode = gatewayCode,
            RetryAfter = reply.RetryAfter,
        });

    // The path and query of a redirect may hold a secret; scheme and host tell what is wrong.
    private static string Location(in GatewayReply reply) =>
        Uri.TryCreate(reply.Header("Location"), UriKind.Absolute, out var target)
            ? string.Create(CultureInfo.InvariantCulture, $" to {target.GetLeftPart(UriPartial.Authority)}")
            : "";
}
