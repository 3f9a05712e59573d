using System.Text.Json.Serialization.Metadata;

namespace SmsGateway.SmsApi;

/// <summary>SMSAPI's own send options, for <see cref="SmsMessage.With{TExtras}"/>. Source: docs.smsapi.com, sections 2 to 4.</summary>
public sealed record SmsApiExtras : ISmsExtras<SmsApiExtras>
{
    /// <inheritdoc/>
    public static string ExtrasName => "smsapi";

    /// <inheritdoc/>
    public static JsonTypeInfo<SmsApiExtras> ExtrasJson => SmsApiJson.Default.SmsApiExtras;

    /// <summary>Highest priority, at one and a half times the price; not for bulk or marketing (<c>fast</c>).</summary>
    public bool Fast { get; init; }

    /// <summary>
    /// Lets tags such as <c>[%goto:https://example.com%]</c> or <c>[%contact.name%]</c> in the text be replaced by SMSAPI. Without it a
    /// text that holds one is refused here: there is no way to write them literally.
    /// </summary>
    public bool AllowTags { get; init; }
}
