using Microsoft.Extensions.Options;

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

    internal sealed class Validator : IValidateOptions<KeyRefOptions>
    {
        public ValidateOptionsResult Validate(string? name, KeyRefOptions options)
        {
            var check = new AccountOptionsCheck(name, options);
            check.Secret(options.Key, nameof(Key));
            check.Require(Enum.IsDefined(options.ReplyFormat), "ReplyFormat must be Json or Number.");
            check.Require(options.MaxReferenceLength is >= 10 and <= 100, "MaxReferenceLength must be 10 to 100.");
            return check.Result;
        }
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
