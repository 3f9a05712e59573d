using System.Text.Json.Serialization.Metadata;

namespace SmsGateway.SpeedMarket;

/// <summary>
/// SpeedMarket's own send options, for <see cref="SmsMessage.With{TExtras}"/>. The other parameters of a send are the message's own:
/// number and country (To), campaign id (Reference), schedule (SendAt).
/// </summary>
public sealed record SpeedMarketExtras : ISmsExtras<SpeedMarketExtras>
{
    /// <inheritdoc/>
    public static string ExtrasName => "speedmarket";

    /// <inheritdoc/>
    public static JsonTypeInfo<SpeedMarketExtras> ExtrasJson => SpeedMarketJson.Default.SpeedMarketExtras;

    /// <summary>The service; null for the account's. Media services take an address as text.</summary>
    public SpeedMarketService? Service { get; init; }

    /// <summary>Shown under a WhatsApp picture or video; at most 490 characters. Messages of other services are rejected with it.</summary>
    public string? Caption { get; init; }

    /// <summary>The zone in which <see cref="SmsMessage.SendAt"/> is written; null for the account's. The moment stays the same.</summary>
    /// <value>-14 to 14 hours, whole minutes.</value>
    public TimeSpan? TimeZone { get; init; }
}
