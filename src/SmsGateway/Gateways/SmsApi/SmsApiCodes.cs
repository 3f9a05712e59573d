using SmsGateway.Http;
using static SmsGateway.Http.CodeMeaning;

namespace SmsGateway.SmsApi;

/// <summary>
/// SMSAPI's codes and status words in neutral terms. Source: the vendor's page (docs.smsapi.com, section 13) and the newer
/// error list; looked up 2026-11-21.
/// </summary>
internal static class SmsApiCodes
{
    /// <summary>The accepted-earlier signal of <c>check_idx</c>: this request sent nothing, an earlier one with the same idx was accepted.</summary>
    public const string DuplicateIdx = "53";

    /// <summary>No number that could receive SMS.</summary>
    public const string NoRecipient = "13";

    /// <summary>The id of a status look-up is none.</summary>
    public const string BadStatusId = "400";

    /// <summary>No such scheduled message.</summary>
    public const string NotScheduled = "301";

    /// <summary>More than ten messages to one number within a minute.</summary>
    public const string TooManyToOneNumber = "52";

    /// <summary>Integer errors in the body, as text.</summary>
    public static CodeMeaning OfError(string code) => code switch
    {
        "7" or "110" or "401" or "997" or "1000" or "4001" => Rejected(SmsErrorKind.PermissionDenied),
        "101" or "102" => Rejected(SmsErrorKind.AuthenticationFailed),
        "105" => Rejected(SmsErrorKind.IpNotAllowed),
        "103" => Rejected(SmsErrorKind.InsufficientBalance),

        NoRecipient or "40" or "41" or "4210" or "4211" or "4212" or "4213" or "4214" => Rejected(SmsErrorKind.InvalidRecipient),
        "57" or "59" => Rejected(SmsErrorKind.RecipientBlocked),
        "98" or "112" => Rejected(SmsErrorKind.DestinationNotAllowed),
        "96" => Rejected(SmsErrorKind.Unknown),

        "11" or "30" or "76" or "94" or "106" => Rejected(SmsErrorKind.InvalidContent),
        "12" => Rejected(SmsErrorKind.TextTooLong),
        "17" => Rejected(SmsErrorKind.EncodingNotSupported),

        "14" or "2010" or "2030" or "2031" or "2060" or "2061" or "2062" or "2110" or "2111" or "2112" or "2115" =>
            Rejected(SmsErrorKind.InvalidSender),

        DuplicateIdx => Rejected(SmsErrorKind.DuplicateMessage),

        TooManyToOneNumber or "202" or "203" => NotSent(SmsErrorKind.RateLimited),

        // Whether the message was queued is not said; a repeat under the same idx is safe.
        "8" or "200" or "201" or "666" or "999" => InDoubt(SmsErrorKind.GatewayError),
        "998" => InDoubt(SmsErrorKind.GatewayUnavailable),

        "18" or "19" or "20" or "25" or "27" or "28" or "50" or "54" or "56" or "70" or "72" or "74" or "93" or "104" =>
            Rejected(SmsErrorKind.InvalidRequest),
        NotScheduled or BadStatusId or "409" => Rejected(SmsErrorKind.InvalidRequest),
        "1001" or "1010" or "1020" or "1021" or "1030" or "1032" or "1100" or "1110" or "1111" or "1112" or "1113" or "1114" or
        "1115" or "1120" or "1121" or "1122" or "1123" or "1130" or "1131" or "1140" or "1141" or "1150" or "1160" or "1170" or
        "1180" or "1183" or "1190" or "1192" or "1193" => Rejected(SmsErrorKind.InvalidRequest),
        "2001" or "2100" => Rejected(SmsErrorKind.InvalidRequest),
        "4000" or "4002" or "4003" or "4004" or "4100" or "4101" or "4110" or "4111" or "4112" or "4113" or "4114" or "4115" or
        "4116" or "4121" or "4122" or "4200" or "4201" or "4220" or "4221" or "4222" or "4230" or "4231" or "4232" or "4240" or
        "4241" or "4250" or "4260" or "4270" or "4271" or "4272" or "4280" => Rejected(SmsErrorKind.InvalidRequest),

        // Tags of the REST part, in place of a number.
        "authorization_failed" => Rejected(SmsErrorKind.AuthenticationFailed),
        "invalid_request_data" or "invalid_domain_logic" or "not_found" => Rejected(SmsErrorKind.InvalidRequest),
        _ => Rejected(SmsErrorKind.Unknown),
    };

    /// <summary>Whether the gateway documents the code; with an HTTP status of failure an unlisted word is somebody else's.</summary>
    public static bool IsListed(string code) => code.All(char.IsAsciiDigit) || OfError(code).Kind != SmsErrorKind.Unknown;

    /// <summary>HTTP statuses whose body holds no error of the gateway.</summary>
    public static CodeMeaning? OfHttp(int status) => status switch
    {
        401 => Rejected(SmsErrorKind.AuthenticationFailed),
        403 => Rejected(SmsErrorKind.PermissionDenied),
        404 or 405 or 409 or 415 => Rejected(SmsErrorKind.InvalidRequest),
        _ => null,
    };

    /// <summary>Delivery states: numbers (callbacks), upper-case names (look-ups) and lower-case names (REST).</summary>
    public static SmsDeliveryStatus OfStatus(string? status) => status switch
    {
        "409" or "QUEUE" or "queued" => SmsDeliveryStatus.Queued,
        "403" or "SENT" or "sent" or "410" or "ACCEPTED" or "411" or "RENEWAL" => SmsDeliveryStatus.Sent,
        "404" or "DELIVERED" or "delivered" => SmsDeliveryStatus.Delivered,
        "405" or "UNDELIVERED" or "undelivered" or "406" or "FAILED" or "failed" => SmsDeliveryStatus.Undelivered,
        "402" or "EXPIRED" or "expired" => SmsDeliveryStatus.Expired,
        "407" or "REJECTED" => SmsDeliveryStatus.Rejected,
        "412" or "STOP" or "stopped" => SmsDeliveryStatus.Cancelled,
        _ => SmsDeliveryStatus.Unknown,
    };

    /// <summary>Whether a state is the last word. "Not found" and "unknown" are, for the gateway, although they say nothing of the phone.</summary>
    public static bool IsFinal(string? status) => status switch
    {
        "401" or "NOT_FOUND" or "408" or "UNKNOWN" or "unknown" => true,
        _ => OfStatus(status).IsFinal(),
    };

    /// <summary>What a look-up of a number found: "OK", or "FAIL" with a reason. Reasons that pass leave the state open.</summary>
    public static NumberState OfLookup(string? status, string? info) => (status?.ToUpperInvariant(), info) switch
    {
        ("OK", _) => NumberState.Active,
        (_, "ABSENT_SUBSCRIBER") => NumberState.Absent,
        (_, "UNKNOWN_SUBSCRIBER" or "TELESERVICE_NOT_PROVISIONED" or "CALL_BARRED") => NumberState.Invalid,
        _ => NumberState.Unknown,
    };
}
