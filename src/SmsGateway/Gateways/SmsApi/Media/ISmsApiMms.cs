namespace SmsGateway.SmsApi;

/// <summary>
/// Multimedia messages: <c>/mms.do</c>, which works like <c>/sms.do</c>. A service of the Polish portal (api.smsapi.pl). Source: the
/// vendor's official clients; its page does not have it. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.
/// </summary>
public interface ISmsApiMms
{
    /// <summary>Sends a multimedia message. Repeated after a lost answer in the one case of <see cref="ISmsApiSms.SendAsync"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The message could not be written without being misread; nothing was sent.</exception>
    Task<SmsApiSent> SendAsync(SmsApiMms message, CancellationToken cancellationToken = default);

    /// <summary>Deletes scheduled messages that have not left yet; see <see cref="ISmsApiSms.DeleteScheduledAsync"/>.</summary>
    Task<IReadOnlyList<string>> DeleteScheduledAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>Asks where messages are; see <see cref="ISmsApiSms.GetStatusAsync"/>.</summary>
    Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);
}

/// <summary>
/// Voice messages: <c>/vms.do</c>, which works like <c>/sms.do</c>. A service of the Polish portal (api.smsapi.pl). Source: the
/// vendor's official clients; its page does not have it. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.
/// </summary>
public interface ISmsApiVms
{
    /// <summary>Calls a number and reads a text or plays a file. Repeated after a lost answer in the one case of <see cref="ISmsApiSms.SendAsync"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The message could not be written without being misread; nobody was called.</exception>
    Task<SmsApiSent> SendAsync(SmsApiVms message, CancellationToken cancellationToken = default);

    /// <summary>Deletes scheduled calls that were not made yet; see <see cref="ISmsApiSms.DeleteScheduledAsync"/>.</summary>
    Task<IReadOnlyList<string>> DeleteScheduledAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>Asks where calls are; see <see cref="ISmsApiSms.GetStatusAsync"/>.</summary>
    Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);
}
