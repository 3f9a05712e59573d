using SmsGateway;
using SmsGateway.Http;

namespace Postbox;

/// <summary>An account at Postbox.</summary>
public sealed class PostboxOptions : SmsAccountOptions
{
    /// <summary>Starts with the vendor's address and its limit of 20 requests a second.</summary>
    public PostboxOptions()
    {
        BaseAddress = new Uri("https://api.postbox.example/v1/");
        Resilience.RateLimit = new SmsRateLimit { Requests = 20 };
    }

    /// <summary>The key from the account page. Secret.</summary>
    public string? Key { get; set; }

    /// <inheritdoc/>
    public override ISmsGateway CreateGateway() => new PostboxGateway(this);

    /// <inheritdoc/>
    public override void Validate(SmsOptionsCheck check) => check.Secret(Key, nameof(Key));
}
