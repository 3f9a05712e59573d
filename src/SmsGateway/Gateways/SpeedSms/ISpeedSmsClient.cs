namespace SmsGateway.SpeedSms;

/// <summary>
/// SpeedSMS's complete API, in the vendor's own terms. For plain sending prefer <see cref="ISmsClient"/>, which takes care of
/// grouping, limits and lost answers. Source: the vendor's PHP guide and samples. Thread-safe.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ArgumentNullException"/> for a null argument, <see cref="SmsException"/> for what the gateway
/// refuses and for answers that do not come or cannot be read, and <see cref="OperationCanceledException"/> when cancelled. Methods
/// that send are tried again only while nothing had left; a lost answer then says <see cref="SmsErrorKind.ConnectionLost"/> or
/// <see cref="SmsErrorKind.Timeout"/>, and the message may be on its way: this gateway has no reference by which to find out.
/// </remarks>
public interface ISpeedSmsClient
{
    /// <summary>Asks for the account's balance and e-mail address (<c>GET /user/info</c>).</summary>
    Task<SpeedSmsUser> GetUserInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends one text to at most 100 numbers (<c>POST /sms/send</c>). Numbers that are not taken may stand in the answer of a success.</summary>
    /// <exception cref="SpeedSmsInvalidPhonesException">The whole call was refused because of some numbers (105).</exception>
    Task<SpeedSmsSent> SendAsync(SpeedSmsSend message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for the state of every recipient of one call (<c>GET /sms/status/{tranId}</c>). Best effort: prefer webhooks, and never
    /// send again because of it.
    /// </summary>
    /// <param name="tranId">The call's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SpeedSmsState>> GetStatusAsync(string tranId, CancellationToken cancellationToken = default);

    /// <summary>Calls one number and reads a code aloud (<c>POST /voice/otp</c>).</summary>
    /// <param name="to">The number, "84..." without plus.</param>
    /// <param name="code">The code alone, such as "1234".</param>
    /// <param name="cancellationToken">Stops waiting; the phone may ring all the same.</param>
    /// <exception cref="SpeedSmsInvalidPhonesException">The number was refused (105).</exception>
    Task<SpeedSmsSent> CallAsync(string to, string code, CancellationToken cancellationToken = default);

    /// <summary>Sends a picture message (<c>POST /mms/send</c>). What it answers is documented nowhere; it is read like <c>/sms/send</c>.</summary>
    /// <exception cref="SpeedSmsInvalidPhonesException">The whole call was refused because of some numbers (105).</exception>
    Task<SpeedSmsSent> SendMmsAsync(SpeedSmsMms message, CancellationToken cancellationToken = default);

    /// <summary>Lets the gateway make a code and send it (<c>POST /pin/create</c>). What it answers is documented nowhere; read like <c>/sms/send</c>.</summary>
    /// <param name="to">The number; the vendor's samples use the local form "0...".</param>
    /// <param name="content">The text, with <c>{pin_code}</c> where the code belongs.</param>
    /// <param name="appId">The application's id from the dashboard.</param>
    /// <param name="cancellationToken">Stops waiting; the code may be sent all the same.</param>
    /// <exception cref="SpeedSmsInvalidPhonesException">The number was refused (105).</exception>
    Task<SpeedSmsPin> CreatePinAsync(string to, string content, string appId, CancellationToken cancellationToken = default);

    /// <summary>Checks a code (<c>POST /pin/verify</c>). It uses up one of the allowed tries, so it is not repeated after a lost answer.</summary>
    /// <param name="phone">The number in the form that was used to create the code.</param>
    /// <param name="pinCode">What the user typed.</param>
    /// <param name="appId">The application's id from the dashboard.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<SpeedSmsPinCheck> VerifyPinAsync(string phone, string pinCode, string appId, CancellationToken cancellationToken = default);
}
