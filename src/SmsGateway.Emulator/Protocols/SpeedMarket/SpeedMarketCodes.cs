namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>The page's list of response codes, in its own words; 091 is from newer documentation and the words are ours.</summary>
internal static class SpeedMarketCodes
{
    public static string Description(string code) => code switch
    {
        "000" => "Success queued",
        "001" => "Batch processed",
        "002" => "Scheduled",
        "010" => "User or password is invalid",
        "020" => "Empty or invalid type",
        "030" => "Empty message content",
        "040" => "Scheduling date invalid or incorrect",
        "050" => "Empty or invalid number",
        "060" => "International sending not allowed",
        "070" => "Message rejected by server",
        "080" => "Insufficient or expired balance",
        "090" => "Blocked account \u2013 Please contact support",
        "091" => "IP address not allowed",
        "100" => "This service is currently under maintenance",
        "110" => "There was an error processing, please try again, or contact us",
        "120" => "Message array cannot exceed 5000",
        "130" => "Message array is empty",
        "140" => "Incorrect time zone",
        "150" => "File extension not allowed",
        "160" => "Unknown method or unknown parameter",
        "170" => "Invalid search attributes",
        "200" => "Successful search",
        _ => "Refused",
    };

    /// <summary>The status of a message as the page numbers it.</summary>
    public static string Status(CapturedMessage message, string carrier) => message.RawState ?? Status(message.State, carrier);

    public static string Status(DeliveryState state, string carrier) => state switch
    {
        DeliveryState.Queued => "-1",
        DeliveryState.Scheduled => "-1",
        DeliveryState.Sent => "0",

        // These two operators never say more than that they took it.
        DeliveryState.Delivered or DeliveryState.Undelivered when ReportsNoHandset(carrier) => "0",
        DeliveryState.Delivered => "1",
        DeliveryState.Undelivered => "9",
        DeliveryState.Expired => "7",
        DeliveryState.Rejected => "8",
        DeliveryState.Cancelled => "-6",
        _ => "-2",
    };

    public static bool ReportsNoHandset(string carrier) =>
        carrier.StartsWith("Oi", StringComparison.OrdinalIgnoreCase) || carrier.StartsWith("Sercomtel", StringComparison.OrdinalIgnoreCase);
}
