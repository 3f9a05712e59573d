using SmsGateway.Http;

namespace SmsGateway.KeyRef;

/// <summary>An account at a white-label key/ref gateway, such as smsdirekt.se (Sweden). Each reseller has an address of its own.</summary>
public sealed class KeyRefOptions : SmsAccountOptions
{
    /// <summary>Starts with one request at a time: the vendor documents no rate.</summary>
    public KeyRefOptions() => Resilience.MaxConcurrentRequests = 1;

    /// <summary>The API key from the account manager. Secret.</summary>
    public string? Key { get; set; }

    /// <summary>What form of reply to ask for; both are read whatever was asked. Default: JSON, which explains missing parameters better.</summary>
    public KeyRefReplyFormat ReplyFormat { get; set; }

    /// <summary>
    /// Sends by GET, for resellers that refuse POST. Key and text then stand in the address, where proxies and access logs keep
    /// them. Default: false.
    /// </summary>
    public bool UseGet { get; set; }

    /// <summary>
    /// The longest reference to send, 10 to 100. Default: 20. A gateway that cut a longer one would later deny knowing it.
    /// </summary>
    public int MaxReferenceLength { get; set; } = 20;

    /// <inheritdoc/>
    public override ISmsGateway CreateGateway() => new KeyRefGateway(this);

    /// <inheritdoc/>
    public override void Validate(SmsOptionsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Secret(Key, nameof(Key));
        check.Require(Enum.IsDefined(ReplyFormat), "ReplyFormat must be Json or Number.");
        check.Require(MaxReferenceLength is >= 10 and <= 100, "MaxReferenceLength must be 10 to 100.");
    }
}

/// <summary>The two forms of a key/ref gateway's replies.</summary>
public enum KeyRefReplyFormat
{
    /// <summary>A JSON object.</summary>
    Json = 0,

    /// <summary>A bare number, which explains refused keys, addresses and credit better.</summary>
    Number = 1,
}
