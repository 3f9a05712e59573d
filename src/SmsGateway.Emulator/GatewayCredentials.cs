using System.Security.Cryptography;

namespace SmsGateway.Emulator;

/// <summary>
/// Made-up credentials for all five gateways: plain strings that a test puts into the options of its own client. They are
/// random, so that a request can belong to one inbox only.
/// </summary>
public sealed class GatewayCredentials
{
    /// <summary>SMSAPI: the bearer token, or <c>access_token</c>.</summary>
    public string SmsApiAccessToken { get; init; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>SMSAPI: the user name of the older form of authentication.</summary>
    public string SmsApiUser { get; init; } = "user" + RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>SMSAPI: the API password of the older form; its MD5 as hexadecimal digits travels.</summary>
    public string SmsApiPassword { get; init; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>SpeedSMS: the access token, user of Basic authentication.</summary>
    public string SpeedSmsAccessToken { get; init; } = RandomNumberGenerator.GetHexString(32);

    /// <summary>SpeedMarket: the user.</summary>
    public string SpeedMarketUser { get; init; } = "conta" + RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>SpeedMarket: the password.</summary>
    public string SpeedMarketPassword { get; init; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>SMS Club: the bearer token.</summary>
    public string SmsClubToken { get; init; } = RandomNumberGenerator.GetHexString(15);

    /// <summary>SMS Club: the login that Viber calls may use instead of the token.</summary>
    public string SmsClubLogin { get; init; } = "380" + RandomNumberGenerator.GetString("0123456789", 9);

    /// <summary>SMS Club: the password to that login.</summary>
    public string SmsClubPassword { get; init; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The key of the key and reference gateway.</summary>
    public string KeyRefKey { get; init; } = RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>Shows no credential.</summary>
    public override string ToString() => nameof(GatewayCredentials) + " (masked)";
}
