using SmsGateway.Http;
using static SmsGateway.Http.CodeMeaning;

namespace SmsGateway.KeyRef;

/// <summary>
/// The key/ref gateway's numbers, sentences and state words in neutral terms. Source: the vendor's page
/// (smsdirekt.se/var-api); looked up 2026-11-21. Words not on the page are marked.
/// </summary>
internal static class KeyRefCodes
{
    /// <summary>Message accepted.</summary>
    public const string Accepted = "200";

    /// <summary>Numbers: of the numeric mode, and as they may stand in JSON.</summary>
    public static CodeMeaning? OfNumber(string? code) => code switch
    {
        // Two causes in one: a missing parameter, which we never omit, or "server unable to accept".
        "400" => Rejected(SmsErrorKind.Unknown),
        "405" => Rejected(SmsErrorKind.IpNotAllowed),
        "406" => Rejected(SmsErrorKind.InsufficientBalance),
        "407" => Rejected(SmsErrorKind.AuthenticationFailed),
        _ => null,
    };

    /// <summary>Sentences of the JSON mode. The wording for key, address and credit is not documented there: read by keyword.</summary>
    public static CodeMeaning OfSentence(string sentence) => sentence.Trim().ToUpperInvariant() switch
    {
        var text when text.StartsWith("MISSING ", StringComparison.Ordinal) && text.EndsWith(" PARAMETER", StringComparison.Ordinal) => Rejected(SmsErrorKind.InvalidRequest),
        "MESSAGE NOT ACCEPTED" => Rejected(SmsErrorKind.Unknown),
        var text when text.Contains("CREDIT", StringComparison.Ordinal) => Rejected(SmsErrorKind.InsufficientBalance),
        var text when text.Contains("KEY", StringComparison.Ordinal) => Rejected(SmsErrorKind.AuthenticationFailed),
        var text when text.Split(' ', '.', ',', ':').Contains("IP") => Rejected(SmsErrorKind.IpNotAllowed),
        _ => Rejected(SmsErrorKind.Unknown),
    };

    /// <summary>States, as "queue_status/dlr_status" in lower case, "-" for none.</summary>
    public static SmsDeliveryStatus OfStatus(string status) => status switch
    {
        "pending/-" => SmsDeliveryStatus.Queued,
        "processed/sending" or "processed/-" => SmsDeliveryStatus.Sent,
        "processed/delivered" => SmsDeliveryStatus.Delivered,

        // From here on inferred: the page documents no word for failure.
        "processed/delivrd" => SmsDeliveryStatus.Delivered,
        "processed/sent" or "processed/submitted" or "processed/accepted" or "processed/buffered" or "processed/enroute" or "processed/acked" => SmsDeliveryStatus.Sent,
        "processed/undelivered" or "processed/undeliverable" or "processed/undeliv" or "processed/failed" or "processed/error" => SmsDeliveryStatus.Undelivered,
        "processed/expired" => SmsDeliveryStatus.Expired,
        "processed/rejected" or "processed/rejectd" or "processed/blocked" or "processed/blacklisted" => SmsDeliveryStatus.Rejected,
        "processed/deleted" or "processed/cancelled" or "processed/canceled" => SmsDeliveryStatus.Cancelled,
        _ when status.StartsWith("failed/", StringComparison.Ordinal) || status.StartsWith("error/", StringComparison.Ordinal)
            || status.StartsWith("rejected/", StringComparison.Ordinal) => SmsDeliveryStatus.Rejected,
        _ => SmsDeliveryStatus.Unknown,
    };

    /// <summary>The record was deleted by its user: it was accepted once, and there is no more to learn.</summary>
    public static bool IsDeleted(string status) => status == "processed/notfound";
}
