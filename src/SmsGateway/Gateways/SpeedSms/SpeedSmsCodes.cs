using System.Globalization;
using SmsGateway.Http;
using static SmsGateway.Http.CodeMeaning;

namespace SmsGateway.SpeedSms;

/// <summary>
/// SpeedSMS's codes and statuses in neutral terms. Source: the vendor's page (English PHP guide) and one live report;
/// looked up 2026-11-21.
/// </summary>
internal static class SpeedSmsCodes
{
    /// <summary>Some numbers of the call are bad; they are listed at the top level.</summary>
    public const string InvalidNumbers = "105";

    /// <summary>Codes in the body of an HTTP 200, with their leading zeros; null for a code that is not documented.</summary>
    public static CodeMeaning? OfListed(string? code) => code switch
    {
        "007" => Rejected(SmsErrorKind.IpNotAllowed),
        "008" => Rejected(SmsErrorKind.AccountBlocked),
        "009" => Rejected(SmsErrorKind.PermissionDenied),
        "101" => Rejected(SmsErrorKind.InvalidRequest),
        InvalidNumbers => Rejected(SmsErrorKind.InvalidRecipient),
        "110" => Rejected(SmsErrorKind.EncodingNotSupported),
        "113" => Rejected(SmsErrorKind.TextTooLong),
        "300" => Rejected(SmsErrorKind.InsufficientBalance),

        // "Please try again" is advice, not a statement that nothing was queued.
        "500" => InDoubt(SmsErrorKind.GatewayError),
        _ => null,
    };

    /// <summary>Refusals that come without any code.</summary>
    public static CodeMeaning OfMessage(string? message) => message?.Trim().ToUpperInvariant() switch
    {
        "SENDER NOT FOUND" => Rejected(SmsErrorKind.InvalidSender),
        _ => Rejected(SmsErrorKind.Unknown),
    };

    /// <summary>HTTP statuses, which the framework answers before the service looks at anything.</summary>
    public static CodeMeaning? OfHttp(int status) => status switch
    {
        404 or 405 or 415 => Rejected(SmsErrorKind.InvalidRequest),
        _ => null,
    };

    /// <summary>The status of <c>sms/status</c>, best effort: clients disagree. Not the webhook's.</summary>
    public static SmsDeliveryStatus OfPoll(int? status) => status switch
    {
        -1 => SmsDeliveryStatus.Sent,
        0 => SmsDeliveryStatus.Queued,
        1 => SmsDeliveryStatus.Delivered,
        2 => SmsDeliveryStatus.Undelivered,
        _ => SmsDeliveryStatus.Unknown,
    };

    /// <summary>The same for a status as it was written; anything but a whole number is unknown.</summary>
    public static SmsDeliveryStatus OfPoll(string? status) =>
        OfPoll(int.TryParse(status, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

    /// <summary>The status of a report pushed to us. Not the look-up's.</summary>
    public static SmsDeliveryStatus OfReport(int? status) => status switch
    {
        0 => SmsDeliveryStatus.Delivered,
        >= 1 and <= 63 => SmsDeliveryStatus.Sent,
        >= 64 => SmsDeliveryStatus.Undelivered,
        _ => SmsDeliveryStatus.Unknown,
    };
}
