using System.Net;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>
/// Sees an exchange through its attempts. It makes a fresh message, content and token for each, and decides on the gateway's
/// own reading of the reply. Handlers above it that try again, or hedge, get the end of the first time.
/// </summary>
internal sealed class ResilienceHandler(TimeProvider time) : DelegatingHandler, IExchangeHandler
{
    private bool _isGuarded;

    // Nothing of the host's stands between this handler and the guard: what comes back is the gateway's.
    private bool IsAlone => InnerHandler is OneShotGuard;

    public async Task RunAsync(GatewayExchange exchange, CancellationToken cancellationToken)
    {
        if (!exchange.TryStart())
        {
            if (!exchange.IsSettled)
            {
                await exchange.WhenSettledAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        AttemptOutcome outcome;
        try
        {
            RequireGuard();
            exchange.Handler = this;
            outcome = await exchange.Policy!.RunAsync(exchange, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Not an attempt's doing, for those never throw: no guard, or the account was disposed of meanwhile. What the attempts said stands.
            outcome = exchange.AttemptCount > 0 ? exchange.Outcome
                : TransportFailure.Classify(exception, mayHaveLeft: false, timedOut: false, exchange.CallerToken.IsCancellationRequested);
        }

        if (exchange.AttemptCount == 0)
        {
            // Refused here: it belongs into the story all the same.
            exchange.Begin(time.GetUtcNow());
            exchange.End(exchange.Failed(outcome), TimeSpan.Zero);
        }

        exchange.Settle(outcome);
    }

    public ValueTask<AttemptOutcome> AttemptAsync(GatewayExchange exchange, CancellationToken cancellationToken)
    {
        var message = exchange.CreateMessage(meetsOthers: !IsAlone);
        foreach (var header in exchange.Outer?.Headers.NonValidated ?? default)
        {
            if (!message.Headers.NonValidated.Contains(header.Key))
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return AttemptRunner.RunAsync((AttemptContent)message.Content!, message, SendBelowAsync, time, cancellationToken);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (AttemptContent.Of(request) is not { Exchange: var exchange })
        {
            throw new InvalidOperationException("This client belongs to an SMS account: send through ISmsClient or the gateway's own client.");
        }

        exchange.Outer ??= request;
        await RunAsync(exchange, cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage((HttpStatusCode)(exchange.Outcome.Error?.HttpStatus ?? (exchange.Outcome.Error is null ? 200 : 503))) { RequestMessage = request };
    }

    private Task<HttpResponseMessage> SendBelowAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        base.SendAsync(message, cancellationToken);

    // Somebody may have set another primary handler after ours were put together: better no SMS than two.
    private void RequireGuard()
    {
        var handler = _isGuarded ? null : InnerHandler;
        while (!_isGuarded && handler is DelegatingHandler { InnerHandler: var below })
        {
            _isGuarded = handler is OneShotGuard;
            handler = below;
        }

        if (!_isGuarded)
        {
            throw new InvalidOperationException("The guard against repeats is not in place: set the primary handler through ConfigurePrimaryHttpMessageHandler.");
        }
    }
}
