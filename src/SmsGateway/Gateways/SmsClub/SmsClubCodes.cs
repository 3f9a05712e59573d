using SmsGateway.Http;
using static SmsGateway.Http.CodeMeaning;

namespace SmsGateway.SmsClub;

/// <summary>SMS Club's signals and statuses in neutral terms. Source: the vendor's page and its public code; looked up 2026-11-21.</summary>
internal static class SmsClubCodes
{
    /// <summary>The same text to the same number less than two minutes ago.</summary>
    public const int Duplicate = 453;

    /// <summary>Members of <c>add_info</c> that name a field of the request.</summary>
    public static CodeMeaning OfField(string? field) => field switch
    {
        "src_addr" => Rejected(SmsErrorKind.InvalidSender),
        "message" => Rejected(SmsErrorKind.InvalidContent),
        _ => Rejected(SmsErrorKind.InvalidRequest),
    };

    /// <summary>HTTP statuses.</summary>
    public static CodeMeaning? OfHttp(int status) => status switch
    {
        400 or 404 or 405 or 415 => Rejected(SmsErrorKind.InvalidRequest),
        401 => Rejected(SmsErrorKind.AuthenticationFailed),
        Duplicate => Rejected(SmsErrorKind.DuplicateMessage),
        _ => null,
    };

    /// <summary>HTTP statuses of the Viber calls.</summary>
    public static CodeMeaning? OfViberHttp(int status) => status switch
    {
        460 => Rejected(SmsErrorKind.PermissionDenied),
        461 or 466 => Rejected(SmsErrorKind.InvalidSender),
        462 or 467 => Rejected(SmsErrorKind.InvalidContent),
        463 => Rejected(SmsErrorKind.InvalidRecipient),
        464 or 468 => Rejected(SmsErrorKind.InsufficientBalance),
        465 => InDoubt(SmsErrorKind.GatewayError),
        _ => null,
    };

    /// <summary>Members of the Viber error list, and of its list of numbers that were left out.</summary>
    public static CodeMeaning OfViberKey(string key) => key switch
    {
        "account" => Rejected(SmsErrorKind.PermissionDenied),
        "systemError" => InDoubt(SmsErrorKind.GatewayError),
        "noMoney" => Rejected(SmsErrorKind.InsufficientBalance),
        "anyCorrectPhones" or "incorrectPhones" => Rejected(SmsErrorKind.InvalidRecipient),
        "blackList" => Rejected(SmsErrorKind.RecipientBlocked),
        "text" or "upload_img" => Rejected(SmsErrorKind.InvalidContent),
        "sender" => Rejected(SmsErrorKind.InvalidSender),
        "SMS" => Rejected(SmsErrorKind.InvalidRequest),
        _ => Rejected(SmsErrorKind.Unknown),
    };

    /// <summary>Delivery states; the legacy gate writes them in lower case.</summary>
    public static SmsDeliveryStatus OfStatus(string? status) => status?.ToUpperInvariant() switch
    {
        "ENROUTE" => SmsDeliveryStatus.Sent,
        "DELIVRD" => SmsDeliveryStatus.Delivered,
        "EXPIRED" => SmsDeliveryStatus.Expired,
        "UNDELIV" => SmsDeliveryStatus.Undelivered,
        "REJECTD" => SmsDeliveryStatus.Rejected,
        _ => SmsDeliveryStatus.Unknown,
    };
}
