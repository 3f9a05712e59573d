using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

/// <summary>An account at SpeedSMS (speedsms.vn, Vietnam).</summary>
public sealed class SpeedSmsOptions : SmsAccountOptions
{
    /// <summary>Starts with the vendor's address and its limit of 60 requests a minute.</summary>
    public SpeedSmsOptions()
    {
        BaseAddress = new Uri("https://api.speedsms.vn/index.php/");
        Resilience.RateLimit = new SmsRateLimit { Requests = 60, Per = TimeSpan.FromMinutes(1) };
    }

    /// <summary>The access token from the profile page. Secret.</summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// The kind of SMS for messages that do not say. Null, the default, takes <see cref="SpeedSmsType.BrandName"/> for messages with a
    /// sender and <see cref="SpeedSmsType.CustomerCare"/> for those without.
    /// </summary>
    public SpeedSmsType? SmsType { get; set; }

    /// <summary>The application in whose name the gateway makes one-time codes (<c>app_id</c>); needed for <see cref="ISmsVerification"/> only.</summary>
    public string? AppId { get; set; }

    /// <summary>
    /// Says the kind of SMS a second time, as <c>type</c>: the name that some of the vendor's samples use for <c>sms_type</c>. For
    /// accounts whose messages go out as customer care whatever was asked. Default: false.
    /// </summary>
    public bool AlsoSendType { get; set; }

    /// <inheritdoc/>
    public override ISmsGateway CreateGateway() => new SpeedSmsGateway(this);

    /// <inheritdoc/>
    public override void Validate(SmsOptionsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Secret(AccessToken, nameof(AccessToken));
        check.Require(AccessToken?.Contains(':', StringComparison.Ordinal) != true, "AccessToken must not hold a colon.");
        check.Require(SmsType is null || Enum.IsDefined(SmsType.Value), "SmsType must be 1 to 8.");
        check.Require(AppId is null || !string.IsNullOrWhiteSpace(AppId), "AppId must be null or an application's id.");
    }
}

/// <summary>SpeedSMS's <c>sms_type</c>.</summary>
public enum SpeedSmsType
{
    /// <summary>Advertising.</summary>
    Advertising = 1,

    /// <summary>Customer care, from a random number.</summary>
    CustomerCare = 2,

    /// <summary>From the customer's own registered brand name; needs a sender.</summary>
    BrandName = 3,

    /// <summary>From SpeedSMS's own brand name, "Verify" or "Notify".</summary>
    Notify = 4,

    /// <summary>Through the customer's own Android phone; the sender is its device id.</summary>
    AndroidPhone = 5,

    /// <summary>From a fixed number of the vendor.</summary>
    FixedNumber = 6,

    /// <summary>From the customer's own registered number; needs a sender.</summary>
    OwnNumber = 7,

    /// <summary>From a fixed number that takes replies; needs a sender.</summary>
    TwoWayNumber = 8,
}
