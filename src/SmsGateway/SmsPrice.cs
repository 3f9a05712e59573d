using System.Globalization;

namespace SmsGateway;

/// <summary>A price as the gateway stated it.</summary>
/// <param name="Amount">The amount, for all segments of the message.</param>
/// <param name="Currency">The ISO 4217 code, or null where the gateway names none: SMSAPI counts points, key/ref gives a bare number.</param>
public readonly record struct SmsPrice(decimal Amount, string? Currency = null)
{
    /// <summary>The amount in invariant notation, with its currency when known: "0.16", "500 VND".</summary>
    public override string ToString() => Currency is null
        ? Amount.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");
}
