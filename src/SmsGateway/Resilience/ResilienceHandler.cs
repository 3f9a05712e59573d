using System.Net;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>
/// Sees an exchange through its attempts. It makes a fresh message, content and token for each, and decides on the gateway's
/// own reading of the reply. Handlers above it that try again get the end of the first time.
/// </summary>
internal sealed class ResilienceHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(AttemptContent.Key, out var content))
        {
            throw new InvalidOperationException("This client belongs to an SMS account: send through ISmsClient or the gateway's own client.");
        }

        var exchange = content.Exchange;
        if (!exchange.IsSettled)
        {
            var outcome = await exchange.Policy!.RunAsync(
                exchange,
                static (call, cancellationToken) => call.Handler.AttemptAsync(call.Exchange, call.Request, cancellationToken),
                (Handler: this, Exchange: exchange, Request: request),
                cancellationToken).ConfigureAwait(false);
            if (exchange.AttemptCount == 0)
            {
                // Refused here: it belongs into the story all the same.
                exchange.Begin(time.GetUtcNow());
                exchange.End(exchange.Failed(outcome), TimeSpan.Zero);
            }

            exchange.Settle(outcome);
        }

        return new HttpResponseMessage((HttpStatusCode)(exchange.Outcome.Error?.HttpStatus ?? (exchange.Outcome.Error is null ? 200 : 503))) { RequestMessage = request };
    }

    private async ValueTask<AttemptOutcome> AttemptAsync(GatewayExchange exchange, HttpRequestMessage first, CancellationToken cancellationToken)
    {
        if (exchange.AttemptCount == 0)
        {
            return await AttemptRunner.RunAsync(exchange, first, SendBelowAsync, time, cancellationToken).ConfigureAwait(false);
        }

        using var message = exchange.CreateMessage();
        foreach (var header in first.Headers.NonValidated)
        {
            if (!message.Headers.NonValidated.Contains(header.Key))
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return await AttemptRunner.RunAsync(exchange, message, SendBelowAsync, time, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendBelowAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        base.SendAsync(message, cancellationToken);
}
