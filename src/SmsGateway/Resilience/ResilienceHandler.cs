using System.Net;
using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>
/// Sees an exchange through its attempts. It makes a fresh message, content and token for each, and decides on the gateway's
/// own reading of the reply. Handlers above it that try again get the end of the first time.
/// </summary>
internal sealed class ResilienceHandler(Func<AccountPipeline> pipeline, TimeProvider time) : DelegatingHandler
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
            var call = new Call(this, request, exchange);
            var outcome = await pipeline().ExecuteAsync(
                exchange,
                static async (context, call) => Outcome.FromResult(await call.Handler.AttemptAsync(call, context.CancellationToken).ConfigureAwait(false)),
                call,
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

    private async ValueTask<AttemptOutcome> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Exchange.AttemptCount == 0)
        {
            return await AttemptRunner.RunAsync(call.Exchange, call.First, call.Sender, time, cancellationToken).ConfigureAwait(false);
        }

        using var message = call.Exchange.CreateMessage();
        foreach (var header in call.First.Headers.NonValidated)
        {
            if (!message.Headers.NonValidated.Contains(header.Key))
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return await AttemptRunner.RunAsync(call.Exchange, message, call.Sender, time, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendBelowAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        base.SendAsync(message, cancellationToken);

    private sealed record Call(ResilienceHandler Handler, HttpRequestMessage First, GatewayExchange Exchange)
    {
        public AttemptRunner.Sender Sender => Handler.SendBelowAsync;
    }
}
