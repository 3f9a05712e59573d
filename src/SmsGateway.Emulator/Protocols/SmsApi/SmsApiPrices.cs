using System.Globalization;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>One line of the price list. The script prints every value as text; REST prints numbers.</summary>
internal sealed record SmsApiPrice(string Country, string Network, int Mcc, int Mnc, decimal Amount)
{
    private const long ChangedAt = 1_363_009_268;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("country", Country);
        writer.WriteString("network", Network);
        writer.WriteString("mcc", Mcc.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("mnc", Mnc.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("date", ChangedAt.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("price", Amount.ToString("0.0000", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    public static void WriteRest(Utf8JsonWriter writer, SmsApiPrice price)
    {
        writer.WriteStartObject("price");
        writer.WriteNumber("amount", price.Amount);
        writer.WriteString("currency", "EUR");
        writer.WriteEndObject();
        writer.WriteStartObject("country");
        writer.WriteString("name", price.Country);
        writer.WriteNumber("mcc", price.Mcc);
        writer.WriteEndObject();
        writer.WriteStartObject("network");
        writer.WriteString("name", price.Network);
        writer.WriteNumber("mnc", price.Mnc);
        writer.WriteEndObject();
        writer.WriteString("changed_at", "2013-03-11");
    }
}

/// <summary>The price list: made up, but of the right shape.</summary>
internal static class SmsApiPrices
{
    public static readonly IReadOnlyList<SmsApiPrice> All =
    [
        new("Greece", "Cosmote", 202, 1, 0.018m),
        new("Greece", "Vodafone", 202, 5, 0.018m),
        new("United Kingdom", "Example network", 234, 15, 0.032m),
        new("Poland", "Example network", 260, 2, 0.021m),
        new("Sweden", "Example network", 240, 1, 0.041m),
    ];
}
