namespace SmsGateway.SmsClub;

/// <summary>
/// SMS Club's complete API, in the vendor's own terms. For plain sending prefer <see cref="ISmsClient"/>, which takes care of
/// grouping, limits and lost answers. Source: the vendor's API pages and its public code. Thread-safe.
/// </summary>
/// <remarks>
/// Every method throws <see cref="SmsException"/> for what the gateway refuses and for answers that do not come or cannot be
/// read, and <see cref="OperationCanceledException"/> when cancelled. Methods that send are tried again only while nothing had
/// left; a lost answer then says <see cref="SmsErrorKind.ConnectionLost"/> or <see cref="SmsErrorKind.Timeout"/>, and the message may be on its way.
/// </remarks>
public interface ISmsClubClient
{
    /// <summary>Sends one text to at most 100 numbers (<c>/sms/send</c>).</summary>
    Task<SmsClubSent> SendAsync(SmsClubSend message, CancellationToken cancellationToken = default);

    /// <summary>Sends a text of its own to each number (<c>/v2/sms/send</c>). What it answers is documented nowhere; it is read like <c>/sms/send</c>.</summary>
    Task<SmsClubSent> SendPersonalisedAsync(string sender, IReadOnlyList<SmsClubPersonalText> messages, CancellationToken cancellationToken = default);

    /// <summary>Asks for the states of at most 100 ids (<c>/sms/status</c>). Ids that the gateway does not know are missing in the answer.</summary>
    Task<IReadOnlyList<SmsClubState>> GetStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>Lists the account's alpha names (<c>/sms/originator</c>).</summary>
    Task<IReadOnlyList<string>> GetOriginatorsAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks for the balance (<c>/sms/balance</c>).</summary>
    Task<SmsClubBalance> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Applies for an alpha name (<c>/originators/registration-originators</c>). The answer is documented nowhere and returned as it comes.</summary>
    Task<string> RegisterOriginatorAsync(SmsClubOriginatorApplication application, CancellationToken cancellationToken = default);

    /// <summary>Asks how an application stands (<c>/originators/stat-originators</c>): words such as Approved, Being moderated, Rejected. Returned as it comes.</summary>
    Task<string> GetOriginatorStateAsync(string senderId, CancellationToken cancellationToken = default);

    /// <summary>Sends a Viber message, with an SMS for phones without Viber when one is given (<c>/vibers/send</c>).</summary>
    Task<SmsClubViberSent> SendViberAsync(SmsClubViberSend message, CancellationToken cancellationToken = default);

    /// <summary>Sends a Viber message that can be answered (<c>/vibers/chat</c>).</summary>
    Task<SmsClubViberSent> SendViberChatAsync(SmsClubViberSend message, CancellationToken cancellationToken = default);

    /// <summary>Asks for the states of Viber messages (<c>/vibers/status</c>).</summary>
    Task<IReadOnlyList<SmsClubViberState>> GetViberStatusAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>Lists the account's Viber senders (<c>/vibers/originator</c>).</summary>
    Task<IReadOnlyList<string>> GetViberOriginatorsAsync(CancellationToken cancellationToken = default);
}
