namespace SmsGateway.Http;

/// <summary>
/// The one way to a gateway for everybody who has something to ask it: account client and native clients alike. Time limits,
/// retries, limiter and breaker of the account hold for all of them.
/// </summary>
public sealed class GatewayChannel
{
    // The handlers below live as long as the account: one client is enough, and making one costs.
    private readonly Lazy<HttpClient> _client;
    private readonly Func<(ISmsGateway Gateway, IAttemptPolicy Policy)> _current;

    internal GatewayChannel(IHttpClientFactory clients, string account, string clientName, TimeProvider time, Func<(ISmsGateway Gateway, IAttemptPolicy Policy)> current)
    {
        _client = new Lazy<HttpClient>(() => clients.CreateClient(clientName));
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
    internal async Task RunAsync(GatewayExchange exchange)
    {
        exchange.Policy ??= _current().Policy;
        using var message = exchange.CreateMessage();
        SmsError? refusal = null;
        try
        {
            using var response = await _client.Value
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, exchange.CallerToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!exchange.IsStarted)
        {
            // The client could not be made, or a handler of the host's threw before any attempt.
            refusal = TransportFailure.Classify(exception, mayHaveLeft: false, timedOut: false, exchange.CallerToken.IsCancellationRequested).Error;
        }
        catch (Exception)
        {
            // A handler of the host's threw, or gave up waiting, above the attempts; they go on to their own end.
        }

        if (exchange.TryStart())
        {
            refusal ??= new SmsError(SmsErrorKind.ConnectionFailed, "A handler answered in place of the gateway.") { IsTransient = false };
            exchange.Settle(exchange.Failed(AttemptOutcome.NotSent(refusal)));
        }
        else if (!exchange.IsSettled)
        {
            await exchange.WhenSettledAsync().ConfigureAwait(false);
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
