using SmsGateway;
using SmsGateway.Http;
using static SmsGateway.Http.CodeMeaning;

namespace Postbox;

/// <summary>Postbox's codes and statuses in neutral terms. Source: docs.postbox.example/v1, sections 4 and 5; looked up 2026-11-22.</summary>
internal static class PostboxCodes
{
    public const string Accepted = "0";

    /// <summary>Codes of a whole reply and of single recipients; both come with HTTP 200.</summary>
    public static CodeMeaning OfError(string? code) => code switch
    {
        "10" => Rejected(SmsErrorKind.AuthenticationFailed),
        "11" => Rejected(SmsErrorKind.AccountBlocked),
        "12" => Rejected(SmsErrorKind.InsufficientBalance),

        // "Too many requests; nothing was processed": in so many words, so it may be sent again.
        "13" => NotSent(SmsErrorKind.RateLimited),
        "20" => Rejected(SmsErrorKind.TextTooLong),
        "21" => Rejected(SmsErrorKind.InvalidRecipient),
        "22" => Rejected(SmsErrorKind.RecipientBlocked),
        "23" => Rejected(SmsErrorKind.InvalidSender),

        // "Internal error": whether the message was queued before it, the page does not say.
        "90" => InDoubt(SmsErrorKind.GatewayError),
        _ => InDoubt(SmsErrorKind.Unknown),
    };

    /// <summary>Where a message is, in reports and look-ups alike.</summary>
    public static SmsDeliveryStatus OfStatus(string? status) => status switch
    {
        "queued" => SmsDeliveryStatus.Queued,
        "sent" => SmsDeliveryStatus.Sent,
        "delivered" => SmsDeliveryStatus.Delivered,
        "failed" => SmsDeliveryStatus.Undelivered,
        "expired" => SmsDeliveryStatus.Expired,
        _ => SmsDeliveryStatus.Unknown,
    };
}
