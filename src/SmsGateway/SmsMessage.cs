using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>One text to one number, with what the sender wants of it. Immutable; make variants with <c>with</c>.</summary>
/// <param name="To">
/// The recipient as given, in international form ("+48 500 111 222"). It is read when the message is sent: a malformed
/// number rejects its own entry, never the batch.
/// </param>
/// <param name="Text">The text as the phone shall show it.</param>
public sealed record SmsMessage(string To, string Text)
{
    /// <summary>The sender name or number; null for the account's own default.</summary>
    public string? From { get; init; }

    /// <summary>
    /// Your handle for this message, kept in results, reports and look-ups; generated when null. What characters and
    /// lengths a gateway takes differs; lower-case letters and digits, 10 to 20, fit all five.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>What the message is for.</summary>
    public SmsCategory Category { get; init; }

    /// <summary>When it shall go out; null for now. A gateway without scheduling rejects the message as not supported.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>How long delivery may be tried, counted from sending; null for the gateway's default.</summary>
    public TimeSpan? Validity { get; init; }

    /// <summary>Show at once and do not store (a "class 0" message).</summary>
    public bool Flash { get; init; }

    /// <summary>What to do with characters that GSM-7 lacks; null for the account's default.</summary>
    public SmsUnicodePolicy? UnicodePolicy { get; init; }

    /// <summary>The text's language, for transliteration; null for the account's. Cyrillic letters are left alone without one.</summary>
    public SmsTransliterationLanguage? TransliterationLanguage { get; init; }

    /// <summary>The most segments the text may need, 1 to 255; null for the account's default. Enforced before any request.</summary>
    public int? MaxSegments { get; init; }

    /// <summary>Where the gateway shall report delivery of this message, for gateways that take the address per message.</summary>
    public Uri? DeliveryReportUrl { get; init; }

    /// <summary>Let the gateway check everything and send nothing. A gateway without a test mode rejects the message as not supported.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Two sends with one key are one send: see <c>UseIdempotencyKeys</c>. Without that middleware the key has no effect.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The account that shall send it, by name; null leaves the choice to the routes.</summary>
    public string? Account { get; init; }

    [JsonInclude]
    [JsonPropertyName("Extras")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal SmsExtras? Extras { get; init; }

    /// <summary>This message with options for one gateway, such as <c>SmsApiExtras</c>. Other gateways ignore them; they survive failover.</summary>
    /// <typeparam name="TExtras">The gateway's extras type; a message holds one of each.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="extras"/> is null.</exception>
    public SmsMessage With<TExtras>(TExtras extras)
        where TExtras : class, ISmsExtras<TExtras>
    {
        ArgumentNullException.ThrowIfNull(extras);
        return this with { Extras = SmsExtras.With(Extras, extras) };
    }

    /// <summary>The options for one gateway, or null when the message has none.</summary>
    /// <typeparam name="TExtras">The gateway's extras type.</typeparam>
    public TExtras? GetExtras<TExtras>()
        where TExtras : class, ISmsExtras<TExtras> => Extras?.Get<TExtras>();

    /// <summary>The same text to many numbers: one message each. Use <c>with</c> on the items for anything else.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<SmsMessage> ToMany(IEnumerable<string> to, string text)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(text);
        return [.. to.Select(number => new SmsMessage(number, text))];
    }

    /// <summary>Category, reference and lengths. Never the number or the text.</summary>
    public override string ToString() =>
        $"SmsMessage {{ Reference = {Reference ?? "none"}, Category = {Category}, Text = {Text?.Length ?? 0} characters }}";
}
