namespace SmsGateway;

/// <summary>Fetches messages that phones sent to the account, for gateways that keep them to be fetched.</summary>
public interface ISmsInbox
{
    /// <summary>Reads what arrived in a span of time. Reading takes nothing away: it may be repeated, and spans may overlap.</summary>
    /// <param name="from">The beginning. How far back a gateway remembers differs; SpeedMarket: 32 days.</param>
    /// <param name="to">The end; not before <paramref name="from"/>. Both ends are widened to whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The messages in the gateway's order. Messages compare by value, so what overlapping spans brought twice can be told apart
    /// from what is new. A message may become visible some time after it arrived: let spans overlap.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<IReadOnlyList<SmsInboundMessage>> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);
}
