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
    /// The destinations of this account, as prefixes ("+48"): other numbers are refused before any request. Empty, the default, allows
    /// all. Together with <see cref="BlockedPrefixes"/> a guard against being made to pay for premium or far-away numbers.
    /// </summary>
    public IList<string> AllowedPrefixes { get; } = [];

    /// <summary>Destinations that are refused before any request although they are allowed otherwise, as prefixes ("+48700"). Default: none.</summary>
    public IList<string> BlockedPrefixes { get; } = [];

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

    /// <summary>Time, retries, limits and look-ups.</summary>
    public SmsResilienceOptions Resilience { get; set; } = new();

    /// <summary>Makes the driver for these options, which are valid; for authors of gateways.</summary>
    public abstract ISmsGateway CreateGateway();

    /// <summary>Checks what this gateway adds to the common options; for authors of gateways.</summary>
    public abstract void Validate(SmsOptionsCheck check);
}
