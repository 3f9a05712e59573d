using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmsGateway;

/// <summary>
/// Marks a message as the confirmation of an opt-out, which the suppression list lets through once:
/// <c>message.With(new SmsOptOutConfirmation())</c>.
/// </summary>
public sealed record SmsOptOutConfirmation : ISmsExtras<SmsOptOutConfirmation>
{
    /// <inheritdoc/>
    public static string ExtrasName => "opt-out-confirmation";

    /// <inheritdoc/>
    public static JsonTypeInfo<SmsOptOutConfirmation> ExtrasJson => SmsOptOutConfirmationJson.Default.SmsOptOutConfirmation;
}

[JsonSerializable(typeof(SmsOptOutConfirmation))]
internal sealed partial class SmsOptOutConfirmationJson : JsonSerializerContext;
