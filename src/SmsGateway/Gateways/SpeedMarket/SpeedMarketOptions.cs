using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>An account at SpeedMarket or SMSMarket (Brazil), two brands of one platform.</summary>
public sealed class SpeedMarketOptions : SmsAccountOptions
{
    /// <summary>Starts with the https address of the SMSMarket brand.</summary>
    /// <remarks>
    /// The SpeedMarket brand documents only <c>http://54.233.99.254/webservice-rest/</c>: to use it, set it together with
    /// <see cref="SmsAccountOptions.AllowInsecureHttp"/>, and know that user and password then travel in clear text.
    /// </remarks>
    public SpeedMarketOptions() => BaseAddress = new Uri("https://api.smsmarket.com.br/webservice-rest/");

    /// <summary>The user.</summary>
    public string? User { get; set; }

    /// <summary>The password. Secret.</summary>
    public string? Password { get; set; }

    /// <summary>How user and password travel. Default: <see cref="SpeedMarketCredentials.Basic"/>, as the vendor recommends.</summary>
    public SpeedMarketCredentials Credentials { get; set; }

    /// <summary>The service that carries messages which are not flash: <see cref="SpeedMarketService.Sms"/> by default.</summary>
    public SpeedMarketService Service { get; set; }

    /// <summary>The zone in which times are written and, where replies name none, read.</summary>
    /// <value>-14 to 14 hours, whole minutes. Default: -3 hours, Brasília.</value>
    public TimeSpan TimeZone { get; set; } = TimeSpan.FromHours(-3);

    /// <inheritdoc/>
    public override ISmsGateway CreateGateway() => new SpeedMarketGateway(this);

    /// <inheritdoc/>
    public override void Validate(SmsOptionsCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Secret(User, nameof(User));
        check.Secret(Password, nameof(Password));
        check.Require(User?.Contains(':', StringComparison.Ordinal) != true, "User must not hold a colon.");
        check.Require(Service is SpeedMarketService.Sms or SpeedMarketService.Flash or SpeedMarketService.Interactive, "Service must be Sms, Flash or Interactive.");
        check.Require(Enum.IsDefined(Credentials), "Credentials must be Basic, Query or Form.");
        check.Require(SpeedMarketTime.IsZone(TimeZone), "TimeZone must be -14 to 14 hours in whole minutes.");
    }
}

/// <summary>Where user and password stand in a request. Batches always have them in the header: their JSON has no place for them.</summary>
public enum SpeedMarketCredentials
{
    /// <summary>In the <c>Authorization</c> header.</summary>
    Basic = 0,

    /// <summary>In the address, where proxies and access logs keep them. Only for servers that take nothing else.</summary>
    Query = 1,

    /// <summary>In the form, among the other fields.</summary>
    Form = 2,
}

/// <summary>The platform's services (its <c>type</c>).</summary>
public enum SpeedMarketService
{
    /// <summary>SMS.</summary>
    Sms = 0,

    /// <summary>Interactive SMS in flash mode: shown at once.</summary>
    Flash = 1,

    /// <summary>Interactive SMS: replies come back as inbound messages.</summary>
    Interactive = 2,

    /// <summary>A voice call that speaks the text.</summary>
    VoiceText = 3,

    /// <summary>A voice call that plays an audio file.</summary>
    VoiceAudio = 4,

    /// <summary>A WhatsApp text.</summary>
    WhatsAppText = 5,

    /// <summary>A WhatsApp picture (.jpg, at most 1 MB and 1,024 pixels).</summary>
    WhatsAppImage = 6,

    /// <summary>A WhatsApp audio message.</summary>
    WhatsAppAudio = 7,

    /// <summary>A WhatsApp video (.mp4, at most 2 MB).</summary>
    WhatsAppVideo = 8,
}
