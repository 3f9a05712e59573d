using SmsGateway.Http;

namespace SmsGateway;

/// <summary>What the accounts of all gateways have in common. Read at start, and again whenever the configuration changes.</summary>
public abstract class SmsAccountOptions
{
    /// <summary>Where the gateway answers. With or without a slash at the end; may have a path of its own.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Allows an <c>http://</c> base address although credentials then travel in clear text. Loopback addresses need no such
    /// leave. Default: false.
    /// </summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The sender for messages that name none; null for the gateway's own default.</summary>
    public string? Sender { get; set; }

    /// <summary>
    /// The country of numbers that are written without one, as digits ("48"). Null, the default, refuses such numbers.
    /// </summary>
    public string? DefaultCountryCode { get; set; }

    /// <summary>
    /// The destinations of this account, as prefixes ("+48"): other numbers are refused before any request. Null, the default, allows
    /// all. Together with <see cref="BlockedPrefixes"/> a guard against being made to pay for premium or far-away numbers.
    /// </summary>
    public IList<string>? AllowedPrefixes { get; set; }

    /// <summary>Destinations that are refused before any request although they are allowed otherwise, as prefixes ("+48700"). Default: none.</summary>
    public IList<string>? BlockedPrefixes { get; set; }

    /// <summary>What to do with characters that GSM-7 lacks, for messages that do not say. Default: <see cref="SmsUnicodePolicy.Allow"/>.</summary>
    public SmsUnicodePolicy UnicodePolicy { get; set; }

    /// <summary>The language of texts that are transliterated: Cyrillic letters need one. Default: none, which leaves them as they are.</summary>
    public SmsTransliterationLanguage TransliterationLanguage { get; set; }

    /// <summary>The most segments for messages that do not say, 1 to 255; null, the default, leaves it to the gateway's limit.</summary>
    public int? MaxSegments { get; set; }

    /// <summary>How many requests of one call run side by side, 1 to 64. Default: 4.</summary>
    public int MaxParallelRequests { get; set; } = 4;

    /// <summary>Which replies are kept as they came. Default: <see cref="SmsRawResponses.WhenNotAccepted"/>.</summary>
    public SmsRawResponses KeepRawResponses { get; set; }

    /// <summary>
    /// The secrets that the address of a callback may hold, for gateways that call back: letters, digits and - _ . ~, at least
    /// 128 bits, made by <see cref="SmsWebhookSecret.Create"/>. Several are good at once, so that one can be replaced.
    /// </summary>
    public IList<string> WebhookSecrets { get; set; } = [];

    /// <summary>
    /// The addresses from which the gateway calls, as "192.0.2.7" or "192.0.2.0/24"; empty, the default, allows all. An extra and
    /// never the only check; behind a proxy the application must set up forwarded headers for it.
    /// </summary>
    public IList<string> WebhookSources { get; set; } = [];

    /// <summary>
    /// Asks the gateway from time to time where sent messages are, and hands the answers to the event handlers; see
    /// <see cref="SmsEventOptions.PollDelays"/>. Null, the default, does so where the gateway never calls back.
    /// </summary>
    public bool? PollStatus { get; set; }

    /// <summary>
    /// How often inbound messages are fetched and handed to the event handlers, for gateways that keep them to be fetched. Null, the default:
    /// never. Messages that are pushed as well are still handled once.
    /// </summary>
    /// <value>5 seconds to 1 day.</value>
    public TimeSpan? PollInbox { get; set; }

    /// <summary>Time, retries, limits and look-ups.</summary>
    public SmsResilienceOptions Resilience { get; set; } = new();

    /// <summary>Makes the driver for these options, which are valid; for authors of gateways.</summary>
    public abstract ISmsGateway CreateGateway();

    /// <summary>Checks what this gateway adds to the common options; for authors of gateways.</summary>
    public abstract void Validate(SmsOptionsCheck check);
}
