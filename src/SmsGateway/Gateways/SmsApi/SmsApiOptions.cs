using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>An account at SMSAPI (smsapi.com, smsapi.pl and the vendor's other portals).</summary>
public sealed class SmsApiOptions : SmsAccountOptions
{
    /// <summary>Starts with the vendor's main and backup hosts and its limit of 100 requests a second.</summary>
    public SmsApiOptions()
    {
        BaseAddress = new Uri("https://api.smsapi.com/");
        BackupAddress = new Uri("https://api2.smsapi.com/");
        Resilience.RateLimit = new SmsRateLimit { Requests = 100 };
    }

    /// <summary>The OAuth token made in the portal, with the right to send. Secret.</summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// The vendor's second host, asked only when a connection to the first could not be made; null for none. Ignored when
    /// <see cref="SmsAccountOptions.BaseAddress"/> was changed and this was not.
    /// </summary>
    public Uri? BackupAddress { get; set; }

    /// <summary>
    /// Sends our reference as <c>idx</c> with <c>check_idx=1</c>, by which SMSAPI refuses a second message within 24 hours: lost
    /// answers are then resolved by asking again. Default: true.
    /// </summary>
    public bool DuplicateProtection { get; set; } = true;

    /// <summary>
    /// Takes it that both hosts know each other's <c>idx</c>, which no document says: then either may be asked about a lost answer, also
    /// after a restart when it is not known which host was asked. Default: false.
    /// </summary>
    public bool BackupSharesMemory { get; set; }

    internal Uri? EffectiveBackupAddress =>
        HostOf(BackupAddress) == "api2.smsapi.com" && HostOf(BaseAddress) != "api.smsapi.com" ? null : BackupAddress;

    /// <inheritdoc/>
    public override ISmsGateway CreateGateway() => new SmsApiGateway(this);

    /// <inheritdoc/>
    public override void Validate(SmsOptionsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Secret(AccessToken, nameof(AccessToken));
        check.Address(EffectiveBackupAddress, nameof(BackupAddress));
    }

    private static string? HostOf(Uri? address) => address?.IsAbsoluteUri == true ? address.Host : null;
}
