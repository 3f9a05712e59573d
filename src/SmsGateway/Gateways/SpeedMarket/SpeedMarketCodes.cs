using SmsGateway.Http;
using static SmsGateway.Http.CodeMeaning;

namespace SmsGateway.SpeedMarket;

/// <summary>The platform's response codes and statuses in neutral terms. Source: speedmarket.com.br/api-sms-short-code; looked up 2026-11-21.</summary>
internal static class SpeedMarketCodes
{
    /// <summary>Queued, batch processed, scheduled.</summary>
    public static bool IsAccepted(string code) => code is "000" or "001" or Scheduled;

    /// <summary>Accepted for later.</summary>
    public const string Scheduled = "002";

    /// <summary>Batch processed: says nothing of its messages.</summary>
    public const string BatchProcessed = "001";

    /// <summary>A search that worked.</summary>
    public const string Found = "200";

    /// <summary>Codes are text of three digits; a number without its leading zeros is the same code.</summary>
    public static string Pad(string code) => code.Trim().PadLeft(3, '0');

    /// <summary>Null for a code that is not documented.</summary>
    public static CodeMeaning? OfListed(string code) => code switch
    {
        "010" => Rejected(SmsErrorKind.AuthenticationFailed),
        "020" or "040" or "120" or "130" or "140" or "160" or "170" => Rejected(SmsErrorKind.InvalidRequest),
        "030" or "150" => Rejected(SmsErrorKind.InvalidContent),
        "050" => Rejected(SmsErrorKind.InvalidRecipient),
        "060" => Rejected(SmsErrorKind.DestinationNotAllowed),
        "070" => Rejected(SmsErrorKind.Unknown),
        "080" => Rejected(SmsErrorKind.InsufficientBalance),
        "090" => Rejected(SmsErrorKind.AccountBlocked),
        "091" => Rejected(SmsErrorKind.IpNotAllowed),
        "100" => NotSent(SmsErrorKind.GatewayUnavailable),

        // "Please try again" is no statement that nothing was queued.
        "110" => InDoubt(SmsErrorKind.GatewayError),
        _ => null,
    };

    /// <summary>Delivery states of look-ups and callbacks.</summary>
    public static SmsDeliveryStatus OfStatus(string? status) => status switch
    {
        "-1" or "3" => SmsDeliveryStatus.Queued,
        "6" => SmsDeliveryStatus.Scheduled,
        "0" => SmsDeliveryStatus.Sent,
        "1" or "2" or "4" => SmsDeliveryStatus.Delivered,
        "9" or "-2" or "-10" or "-11" => SmsDeliveryStatus.Undelivered,
        "7" => SmsDeliveryStatus.Expired,
        "8" or "-3" or "-4" or "-5" or "-7" or "-8" or "-9" => SmsDeliveryStatus.Rejected,
        "-6" => SmsDeliveryStatus.Cancelled,
        _ => SmsDeliveryStatus.Unknown,
    };

    /// <summary>Why a message was rejected on its way, as far as its status says.</summary>
    public static SmsErrorKind? ReasonOf(string? status) => status switch
    {
        "-3" or "-4" or "-7" => SmsErrorKind.InvalidRecipient,
        "-5" => SmsErrorKind.RecipientBlocked,
        "-8" => SmsErrorKind.InvalidContent,
        "-9" => SmsErrorKind.DestinationNotAllowed,
        _ => null,
    };
}
