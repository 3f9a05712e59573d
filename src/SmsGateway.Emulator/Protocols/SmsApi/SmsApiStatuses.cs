namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The vendor's list of delivery states, by number and by name.</summary>
internal static class SmsApiStatuses
{
    public static string Name(DeliveryState state) => Both(state).Name;

    public static (string Number, string Name) Both(DeliveryState state) => state switch
    {
        DeliveryState.Queued or DeliveryState.Scheduled => ("409", "QUEUE"),
        DeliveryState.Sent => ("403", "SENT"),
        DeliveryState.Delivered => ("404", "DELIVERED"),
        DeliveryState.Undelivered => ("405", "UNDELIVERED"),
        DeliveryState.Expired => ("402", "EXPIRED"),
        DeliveryState.Rejected => ("407", "REJECTED"),
        DeliveryState.Cancelled => ("412", "STOP"),
        _ => ("408", "UNKNOWN"),
    };

    /// <summary>A number or name that a test put there, with its other half where the list has one.</summary>
    public static (string Number, string Name) Both(string raw) => raw switch
    {
        "401" or "NOT_FOUND" => ("401", "NOT_FOUND"),
        "402" or "EXPIRED" => ("402", "EXPIRED"),
        "403" or "SENT" => ("403", "SENT"),
        "404" or "DELIVERED" => ("404", "DELIVERED"),
        "405" or "UNDELIVERED" => ("405", "UNDELIVERED"),
        "406" or "FAILED" => ("406", "FAILED"),
        "407" or "REJECTED" => ("407", "REJECTED"),
        "408" or "UNKNOWN" => ("408", "UNKNOWN"),
        "409" or "QUEUE" => ("409", "QUEUE"),
        "410" or "ACCEPTED" => ("410", "ACCEPTED"),
        "411" or "RENEWAL" => ("411", "RENEWAL"),
        "412" or "STOP" => ("412", "STOP"),
        _ => char.IsAsciiDigit(raw[0]) ? (raw, "BRAND_NEW") : ("", raw),
    };
}
