using System.Text.Json.Serialization.Metadata;

namespace SmsGateway.SpeedMarket;

/// <summary>SpeedMarket's own send options, for <see cref="SmsMessage.With{TExtras}"/>.</summary>
public sealed record SpeedMarketExtras : ISmsExtras<SpeedMarketExtras>
{
    /// <inheritdoc/>
    public static string ExtrasName => "speedmarket";

    /// <inheritdoc/>
    public static JsonTypeInfo<SpeedMarketExtras> ExtrasJson => SpeedMarketJson.Default.SpeedMarketExtras;

    /// <summary>The service; null for the account's. Media services take an address as text.</summary>
    public SpeedMarketService? Service { get; init; }

    /// <summary>Shown under a WhatsApp picture or video; at most 490 characters.</summary>
    public string? Caption { get; init; }
}
