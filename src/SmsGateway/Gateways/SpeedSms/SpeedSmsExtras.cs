using System.Text.Json.Serialization.Metadata;

namespace SmsGateway.SpeedSms;

/// <summary>SpeedSMS's own send options, for <see cref="SmsMessage.With{TExtras}"/>.</summary>
public sealed record SpeedSmsExtras : ISmsExtras<SpeedSmsExtras>
{
    /// <inheritdoc/>
    public static string ExtrasName => "speedsms";

    /// <inheritdoc/>
    public static JsonTypeInfo<SpeedSmsExtras> ExtrasJson => SpeedSmsJson.Default.SpeedSmsExtras;

    /// <summary>The kind of SMS; null for the account's choice.</summary>
    public SpeedSmsType? SmsType { get; init; }
}
