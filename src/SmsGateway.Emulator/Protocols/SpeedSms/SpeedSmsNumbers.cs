using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>Vietnamese numbers in their three forms: 84..., +84..., 0...</summary>
internal static class SpeedSmsNumbers
{
    /// <summary>The recipients of a request as they came: an array, one bare text, a query parameter.</summary>
    public static IReadOnlyList<string> Of(GatewayCall call) =>
        call.Parameters.Elements("to") ?? (call.Parameters["to"] is { Length: > 0 } single ? [single] : []);

    public static string International(string number)
    {
        var digits = PhoneDigits.Of(number);
        return digits.StartsWith('0') ? "84" + digits[1..] : digits;
    }

    public static string Local(string international) => international.StartsWith("84", StringComparison.Ordinal) ? "0" + international[2..] : international;

    public static bool IsValid(string number, string international) =>
        PhoneDigits.LooksLikeNumber(number)
        && international.StartsWith("84", StringComparison.Ordinal)
        && NumberingPlan.Kind(international) == NumberKind.Mobile;
}
