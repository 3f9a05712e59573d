namespace SmsGateway.SmsApi;

/// <summary>SMS: <c>/sms.do</c>. Source: docs.smsapi.com, sections 2 to 4. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiSms
{
    /// <summary>Sends one message to one number, to many, or to a group of contacts.</summary>
    /// <remarks>
    /// Not repeated once it may have left, but for one case: a message to a single recipient with
    /// <see cref="SmsApiRecipient.Idx"/> and <see cref="SmsApiSend.CheckIdx"/>, which SMSAPI itself refuses to send twice within 24
    /// hours. A refusal of the repeat then counts as the first one's success, without an id
    /// (<see cref="SmsApiSentMessage.IsDuplicate"/>). A bulk has no such repeat, for SMSAPI does not say which of its recipients an
    /// unanswered request took: repeat it recipient by recipient, or send through <see cref="ISmsClient"/>, which does.
    /// </remarks>
    /// <param name="message">What to send.</param>
    /// <param name="cancellationToken">Stops the call; the message may be sent all the same.</param>
    /// <returns>
    /// What was accepted. SMSAPI skips bad numbers of a bulk without a word: they are simply missing here. Match by idx, then by
    /// submitted number, never by position.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The message could not be written without being misread; nothing was sent.</exception>
    /// <exception cref="SmsException">It was refused, or it is not known whether it was taken.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<SmsApiSent> SendAsync(SmsApiSend message, CancellationToken cancellationToken = default);

    /// <summary>Deletes scheduled messages that have not left yet (<c>sch_del</c>).</summary>
    /// <param name="ids">Ids of scheduled messages, at least one. How many fit is documented nowhere.</param>
    /// <param name="cancellationToken">Stops the call; they may be deleted all the same.</param>
    /// <returns>The ids that were deleted. An id that SMSAPI does not know is refused with code 301, as is one that left already.</returns>
    Task<IReadOnlyList<string>> DeleteScheduledAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>Asks where messages are (<c>status</c>). A bad id is refused with code 400, which says nothing of the message.</summary>
    /// <param name="ids">Message ids, at least one. How many fit is documented nowhere. There is no look-up by idx.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SmsApiMessageState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);
}
