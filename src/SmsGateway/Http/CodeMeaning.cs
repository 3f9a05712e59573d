using System.Runtime.InteropServices;

namespace SmsGateway.Http;

/// <summary>What a gateway's code means: what went wrong, and whether the message may have been taken. The rows of a table of codes.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Outcome">What is known of the message; decides whether it may be sent again.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CodeMeaning(SmsErrorKind Kind, SmsOutcome Outcome)
{
    /// <summary>Certainly not accepted.</summary>
    public static CodeMeaning Rejected(SmsErrorKind kind) => new(kind, SmsOutcome.Rejected);

    /// <summary>Certainly not processed; may be repeated later.</summary>
    public static CodeMeaning NotSent(SmsErrorKind kind) => new(kind, SmsOutcome.NotSent);

    /// <summary>Says nothing about whether the message was queued.</summary>
    public static CodeMeaning InDoubt(SmsErrorKind kind) => new(kind, SmsOutcome.Unknown);

    /// <summary>The verdict, with a sentence of ours; the gateway's own words are kept apart, for they may hold a number or a text.</summary>
    /// <param name="reply">The reply; its status and <c>Retry-After</c> become part of the error.</param>
    /// <param name="gateway">The gateway's name for people.</param>
    /// <param name="code">The code as the gateway wrote it; null when it gave none.</param>
    /// <param name="gatewayMessage">The gateway's own words; null when it gave none.</param>
    public SmsVerdict ToVerdict(in GatewayReply reply, string gateway, string? code, string? gatewayMessage) =>
        SmsVerdict.Of(Outcome, ToError(reply, gateway, code, gatewayMessage));

    /// <summary>The error alone.</summary>
    internal SmsError ToError(in GatewayReply reply, string gateway, string? code, string? gatewayMessage) => new(Kind, Sentence(gateway))
    {
        GatewayCode = code,
        GatewayMessage = gatewayMessage,
        HttpStatus = reply.Status,
        RetryAfter = reply.RetryAfter,
    };

    private string Sentence(string gateway) => Kind switch
    {
        SmsErrorKind.InvalidRecipient => $"{gateway} does not take this number.",
        SmsErrorKind.RecipientBlocked => $"{gateway} has this number on a blacklist, or it opted out.",
        SmsErrorKind.DestinationNotAllowed => $"The {gateway} account may not send to this destination.",
        SmsErrorKind.InvalidContent => $"{gateway} refused the text.",
        SmsErrorKind.TextTooLong => $"{gateway} calls the text too long.",
        SmsErrorKind.EncodingNotSupported => $"{gateway} does not take the characters of this text.",
        SmsErrorKind.DuplicateMessage => $"{gateway} refused the message as a repeat of an earlier one.",
        SmsErrorKind.InvalidSender => $"{gateway} does not know this sender, or does not allow it.",
        SmsErrorKind.InvalidRequest => $"{gateway} refused the request as malformed.",
        SmsErrorKind.AuthenticationFailed => $"{gateway} refused the credentials.",
        SmsErrorKind.IpNotAllowed => $"{gateway} does not allow requests from this IP address: open it in the gateway's panel.",
        SmsErrorKind.PermissionDenied => $"The {gateway} account may not do this.",
        SmsErrorKind.AccountBlocked => $"The {gateway} account is blocked.",
        SmsErrorKind.InsufficientBalance => $"The {gateway} account has not enough credit.",
        SmsErrorKind.RateLimited => $"{gateway} refused because of too many requests.",
        SmsErrorKind.GatewayUnavailable => $"{gateway} is unavailable.",
        SmsErrorKind.GatewayError => $"{gateway} reports an internal error.",
        _ when Outcome == SmsOutcome.Unknown => $"{gateway} answered in a way that nobody knows.",
        _ => $"{gateway} refused the message without a reason that is known.",
    };
}
