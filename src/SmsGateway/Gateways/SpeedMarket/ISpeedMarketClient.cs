namespace SmsGateway.SpeedMarket;

/// <summary>
/// SpeedMarket's (SMSMarket's) complete API, in the vendor's own terms: nine services, look-ups, inbound messages, balances. For plain
/// sending prefer <see cref="ISmsClient"/>, which takes care of grouping, limits and lost answers. Source:
/// speedmarket.com.br/api-sms-short-code. Thread-safe.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ArgumentNullException"/> for a null argument, <see cref="SmsException"/> for what the gateway
/// refuses and for answers that do not come or cannot be read, and <see cref="OperationCanceledException"/> when cancelled. Methods
/// that send or consume are tried again only while nothing had left; a lost answer then says
/// <see cref="SmsErrorKind.ConnectionLost"/> or <see cref="SmsErrorKind.Timeout"/>, and the message may be on its way:
/// <see cref="GetByCampaignIdAsync"/> finds out. The platform keeps everything for 32 days.
/// </remarks>
public interface ISpeedMarketClient
{
    /// <summary>Sends one message of any service (<c>send-single</c>).</summary>
    /// <exception cref="ArgumentException">The campaign id holds a comma.</exception>
    Task<SpeedMarketSent> SendSingleAsync(SpeedMarketMessage message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends up to 5,000 messages (<c>send-multiple</c>). The answer gives no ids; they are learnt by
    /// <see cref="GetByCampaignIdAsync"/>. Credentials always travel in the header here.
    /// </summary>
    /// <exception cref="ArgumentException">A campaign id holds a comma, or two messages have the same.</exception>
    Task<SpeedMarketBatchSent> SendMultipleAsync(SpeedMarketBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Asks for sent messages by their ids (<c>mt_id</c>), a hundred a request. What is not known is missing in the answer.</summary>
    /// <exception cref="ArgumentException">An id is empty or holds a comma.</exception>
    Task<IReadOnlyList<SpeedMarketRecord>> GetByIdAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for sent messages by the campaign ids you gave them (<c>mt_id</c>), a hundred a request. What is not known, or not visible
    /// yet, is missing in the answer; several records for one id mean that it was sent several times.
    /// </summary>
    /// <exception cref="ArgumentException">A campaign id is empty or holds a comma.</exception>
    Task<IReadOnlyList<SpeedMarketRecord>> GetByCampaignIdAsync(IReadOnlyList<string> campaignIds, CancellationToken cancellationToken = default);

    /// <summary>Asks for the messages sent in a span of time, by service and status (<c>mt_date</c>).</summary>
    /// <exception cref="ArgumentException">The span ends before it begins.</exception>
    Task<IReadOnlyList<SpeedMarketRecord>> SearchAsync(SpeedMarketSearch search, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the inbound messages that were not taken yet (<c>mo_new</c>). Each is given out once: what this call brings and the caller
    /// loses is lost here for good. It is never repeated by itself. Safer: <see cref="ReadInboundAsync"/>. The shape of the answer is
    /// documented nowhere and read tolerantly.
    /// </summary>
    /// <param name="service">Only answers to messages of this service; null for all.</param>
    /// <param name="cancellationToken">Stops waiting; messages may be used up all the same.</param>
    Task<IReadOnlyList<SpeedMarketInbound>> TakeNewInboundAsync(SpeedMarketService? service = null, CancellationToken cancellationToken = default);

    /// <summary>Asks for the inbound messages of a span of time (<c>mo</c>). May be repeated. The shape of the answer is documented nowhere and read tolerantly.</summary>
    /// <exception cref="ArgumentException">The span ends before it begins.</exception>
    Task<IReadOnlyList<SpeedMarketInbound>> GetInboundAsync(SpeedMarketInboundSearch search, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads inbound messages on from a cursor, over <c>mo</c>: nothing is used up, so a crash loses nothing. Process the messages,
    /// then keep <see cref="SpeedMarketInboundPage.Next"/>; after a crash in between they come once more.
    /// </summary>
    /// <param name="cursor">Where to go on; <see cref="SpeedMarketInboundCursor.From"/> for the first time.</param>
    /// <param name="service">Only answers to messages of this service; null for all. Keep a cursor for each.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cursor's overlap is negative.</exception>
    Task<SpeedMarketInboundPage> ReadInboundAsync(SpeedMarketInboundCursor cursor, SpeedMarketService? service = null, CancellationToken cancellationToken = default);

    /// <summary>Asks for the credits of the four families of services (<c>balance</c>).</summary>
    Task<SpeedMarketBalance> GetBalanceAsync(CancellationToken cancellationToken = default);
}
