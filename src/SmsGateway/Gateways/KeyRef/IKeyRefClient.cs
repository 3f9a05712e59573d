namespace SmsGateway.KeyRef;

/// <summary>
/// The key/ref gateway's complete API, in the vendor's own terms: one send and one look-up. For plain sending prefer
/// <see cref="ISmsClient"/>, which takes care of references, limits and lost answers. Source: smsdirekt.se/var-api. Thread-safe.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ArgumentNullException"/> for a null argument, <see cref="SmsException"/> for what the gateway
/// refuses and for answers that do not come or cannot be read, and <see cref="OperationCanceledException"/> when cancelled. Sending
/// is tried again only while nothing had left; a lost answer then says <see cref="SmsErrorKind.ConnectionLost"/> or
/// <see cref="SmsErrorKind.Timeout"/>, and the message may be on its way: <see cref="GetReportAsync"/> with the same number and
/// reference finds out.
/// </remarks>
public interface IKeyRefClient
{
    /// <summary>Sends one message to one number (<c>send_sms.php</c>). The gateway gives no id: number and reference are the handle.</summary>
    /// <exception cref="ArgumentException">The number is not digits alone, a field is empty, or the text is too long for a GET.</exception>
    Task<KeyRefSent> SendAsync(KeyRefSend message, CancellationToken cancellationToken = default);

    /// <summary>Asks where a message is (<c>dlr.php</c>).</summary>
    /// <param name="fullNumber">The number, digit for digit as it was sent.</param>
    /// <param name="reference">The reference, exactly as it was sent.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The report. That the gateway does not know number and reference is an answer, too (<see cref="KeyRefReport.IsFound"/>); so soon
    /// after sending it may only mean "not visible yet".
    /// </returns>
    /// <exception cref="ArgumentException">The number is not digits alone, or the reference is empty.</exception>
    Task<KeyRefReport> GetReportAsync(string fullNumber, string reference, CancellationToken cancellationToken = default);
}
