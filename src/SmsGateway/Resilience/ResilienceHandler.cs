using System.Net;
using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>
/// Sees an exchange through its attempts. It makes a fresh message, content and token for each, and decides on the gateway's
/// own reading of the reply. Handlers above it that try again, or hedge, get the end of the first time.
/// </summary>
internal sealed class ResilienceHandler(TimeProvider time) : DelegatingHandler, IExchangeHandler
{
    private bool _isGuarded;
    private AttemptRunner.Sender? _sendBelow;

    // Nothing of the host's stands between this handler and the guard: what comes back is the gateway's.
    private bool IsAlone => InnerHandler is OneShotGuard;

    public Task RunAsync(GatewayExchange exchange, CancellationToken cancellationToken)
    {
        if (exchange.TryStart())
        {
            exchange.Handler = this;
            return exchange.Policy!.RunAsync(exchange, cancellationToken);
        }

        return exchange.IsSettled ? Task.CompletedTask : exchange.WhenSettledAsync().WaitAsync(cancellationToken);
    }

    // Somebody may have set another primary handler after ours were put together: better no SMS than two.
    public void RequireGuard()
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

    public ValueTask<Outcome<AttemptOutcome>> AttemptAsync(GatewayExchange exchange, CancellationToken cancellationToken)
    {
        var message = exchange.CreateMessage(meetsOthers: !IsAlone);
        foreach (var header in exchange.Outer?.Headers.NonValidated ?? default)
        {
            if (!message.Headers.NonValidated.Contains(header.Key))
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return AttemptRunner.RunAsync((AttemptContent)message.Content!, message, _sendBelow ??= SendBelowAsync, time, cancellationToken);
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
}
