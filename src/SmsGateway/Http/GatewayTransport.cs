namespace SmsGateway.Http;

/// <summary>
/// How exchanges reach the handlers of an account's HTTP client: straight into ours when nothing of the host's stands above it, which
/// saves a request and a response that nobody would read; else as any request.
/// </summary>
internal sealed class GatewayTransport
{
    private readonly HttpClient _client;
    private readonly HttpMessageHandler _handlers; // held, so that the factory does not dispose of them
    private readonly IExchangeHandler? _first;
    private readonly KeyValuePair<string, string>[] _headers;

    public GatewayTransport(IHttpClientFactory clients, IHttpMessageHandlerFactory handlers, string clientName)
    {
        // The handlers live as long as the account: one client is enough, and making one costs.
        _client = clients.CreateClient(clientName);
        _headers = [.. _client.DefaultRequestHeaders.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];
        _handlers = handlers.CreateHandler(clientName);
        _first = _handlers is DelegatingHandler { InnerHandler: IExchangeHandler first } && IsOfTheFactory(_handlers) ? first : null;
    }

    /// <summary>Sees an exchange through; whatever happens, it is settled afterwards.</summary>
    public Task RunAsync(GatewayExchange exchange)
    {
        exchange.DefaultHeaders = _headers;
        return _first is null ? RunThroughAsync(exchange) : _first.RunAsync(exchange, exchange.CallerToken);
    }

    private async Task RunThroughAsync(GatewayExchange exchange)
    {
        using var message = exchange.CreateMessage(meetsOthers: true);
        SmsError? refusal = null;
        try
        {
            using var response = await _client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, exchange.CallerToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!exchange.IsStarted)
        {
            // A handler of the host's threw before any attempt.
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

    // The factory's own outermost handler does nothing but keep count.
    private static bool IsOfTheFactory(HttpMessageHandler handler) => handler.GetType().Assembly == typeof(IHttpClientFactory).Assembly;
}
