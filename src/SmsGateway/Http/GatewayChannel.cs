namespace SmsGateway.Http;

/// <summary>
/// The one way to a gateway for everybody who has something to ask it: account client and native clients alike. Time limits,
/// retries, limiter and breaker of the account hold for all of them.
/// </summary>
public sealed class GatewayChannel
{
    private readonly Lazy<GatewayTransport> _transport;
    private readonly Func<(ISmsGateway Gateway, IAttemptPolicy Policy)> _current;

    internal GatewayChannel(string account, TimeProvider time, Func<GatewayTransport> transport, Func<(ISmsGateway Gateway, IAttemptPolicy Policy)> current)
    {
        _transport = new Lazy<GatewayTransport>(transport);
        _current = current;
        Account = account;
        Time = time;
    }

    /// <summary>The account's name.</summary>
    public string Account { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The driver for the options of this moment.</summary>
    public ISmsGateway Gateway => _current().Gateway;

    /// <summary>Sees an exchange through to its end; it is settled afterwards, whatever happened.</summary>
    internal Task RunAsync(GatewayExchange exchange)
    {
        exchange.Policy ??= _current().Policy;
        try
        {
            return _transport.Value.RunAsync(exchange);
        }
        catch (Exception exception) when (exchange.TryStart())
        {
            // The client could not be made.
            exchange.Settle(exchange.Failed(TransportFailure.Classify(exception, mayHaveLeft: false, timedOut: false, cancelled: false)));
            return Task.CompletedTask;
        }
    }

    /// <summary>Asks a question, repeating it as the resilience options allow.</summary>
    /// <exception cref="SmsException">It was refused, or no readable answer came.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<T> QueryAsync<T>(GatewayRequest request, QueryReader<T> read, CancellationToken cancellationToken) =>
        AskAsync(new QueryExchange<T>(request, read, repeatable: true) { Account = Account, CallerToken = cancellationToken });

    /// <summary>Does something that must not be done twice by itself.</summary>
    /// <exception cref="SmsException">It was refused, or it is not known whether it was done: see <see cref="SmsException.Error"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; it may have been done.</exception>
    public Task<T> CommandAsync<T>(GatewayRequest request, QueryReader<T> read, CancellationToken cancellationToken) =>
        AskAsync(new QueryExchange<T>(request, read, repeatable: false) { Account = Account, CallerToken = cancellationToken });

    /// <summary>Does something that the gateway itself keeps from being done twice: repeated within the reach of that guard.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the answer; it is told whether an earlier, identical request went unanswered.</param>
    /// <param name="protection">The gateway's guard, and how far it reaches.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="SmsException">It was refused, or it is not known whether it was done: see <see cref="SmsException.Error"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; it may have been done.</exception>
    internal Task<T> CommandAsync<T>(GatewayRequest request, ProtectedReader<T> read, DuplicateProtection protection, CancellationToken cancellationToken)
    {
        QueryExchange<T> exchange = null!;
        exchange = new QueryExchange<T>(request, (in GatewayReply reply) => read(reply, exchange.WasUnknown), repeatable: false)
        {
            Account = Account,
            Protection = protection,
            CallerToken = cancellationToken,
        };
        return AskAsync(exchange);
    }

    private async Task<T> AskAsync<T>(QueryExchange<T> exchange)
    {
        await RunAsync(exchange).ConfigureAwait(false);
        if (exchange.Outcome.Error is not { } error)
        {
            return exchange.Value!;
        }

        if (error.Kind == SmsErrorKind.Canceled)
        {
            throw new OperationCanceledException(error.Message, error.Exception, exchange.CallerToken);
        }

        throw new SmsException(error);
    }
}
