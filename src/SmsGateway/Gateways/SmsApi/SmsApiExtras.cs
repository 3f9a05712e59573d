using System.Text.Json.Serialization.Metadata;

namespace SmsGateway.SmsApi;

/// <summary>
/// SMSAPI's own options of a neutral message, for <see cref="SmsMessage.With{TExtras}"/>. With a template or a binary content the
/// message's own text is what other gateways send, should one of them take over. Source: docs.smsapi.com, sections 2 to 4.
/// </summary>
public sealed record SmsApiExtras : SmsApiSendOptions, ISmsExtras<SmsApiExtras>
{
    /// <inheritdoc/>
    public static string ExtrasName => "smsapi";

    /// <inheritdoc/>
    public static JsonTypeInfo<SmsApiExtras> ExtrasJson => SmsApiJson.Default.SmsApiExtras;

    /// <summary>
    /// Lets tags such as <c>[%goto:https://example.com%]</c> or <c>[%contact.name%]</c> in the text be replaced by SMSAPI. Without it a
    /// text that holds one is refused here: there is no way to write them literally.
    /// </summary>
    public bool AllowTags { get; init; }

    /// <summary>
    /// This recipient's values for <c>[%1%]</c> to <c>[%4%]</c> in the text or template, without "|" (<c>param1</c> to <c>param4</c>).
    /// Messages that differ in nothing but these share one request, up to 100.
    /// </summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The options in force. Never a value.</summary>
    public override string ToString() => $"SmsApiExtras {{ Fast = {Fast}, Template = {Template ?? "none"}, Parameters = {Parameters?.Count ?? 0} }}";
}
