using SmsGateway.Http;

namespace SmsGateway.SmsClub;

/// <summary>An account at SMS Club (smsclub.mobi, Ukraine).</summary>
public sealed class SmsClubOptions : SmsAccountOptions
{
    /// <summary>Starts with the vendor's address and its limit of 9 requests a second.</summary>
    public SmsClubOptions()
    {
        BaseAddress = new Uri("https://im.smsclub.mobi/");
        Resilience.RateLimit = new SmsRateLimit { Requests = 9 };
    }

    /// <summary>The token from the profile page. Secret.</summary>
    public string? Token { get; set; }

    /// <summary>The vendor's referral programme: sent with each message when set; no idempotency key.</summary>
    public long? IntegrationId { get; set; }

    /// <summary>
    /// Sends characters beyond the basic plane (emoji) although they were seen to arrive as "?". Default: false, which rejects
    /// such texts.
    /// </summary>
    public bool AllowEmoji { get; set; }

    /// <summary>
    /// After a lost answer, repeats the identical request once within the two minutes in which SMS Club refuses repeats (453): a
    /// refusal then means that the first was accepted. For messages that travel alone. Rests on one observation, so it is off by
    /// default: the lost message then stays unknown.
    /// </summary>
    public bool ProbeDuplicates { get; set; }

    /// <inheritdoc/>
    public override ISmsGateway CreateGateway() => new SmsClubGateway(this);

    /// <inheritdoc/>
    public override void Validate(SmsOptionsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Secret(Token, nameof(Token));
    }
}
