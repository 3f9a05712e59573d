using System.Globalization;
using Polly;

namespace SmsGateway.Http;

/// <summary>Makes one attempt: sends one message, reads the reply, says what it came to. Never throws.</summary>
internal static class AttemptRunner
{
    public delegate Task<HttpResponseMessage> Sender(HttpRequestMessage message, CancellationToken cancellationToken);

    /// <param name="attempt">The attempt, not made before.</param>
    /// <param name="message">Its message.</param>
    /// <param name="send">The handler below.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends with the caller's wish or with any of our clocks.</param>
    public static async ValueTask<Outcome<AttemptOutcome>> RunAsync(
        AttemptContent attempt, HttpRequestMessage message, Sender send, TimeProvider time, CancellationToken cancellationToken)
    {
        var exchange = attempt.Exchange;
        var started = time.GetTimestamp();
        exchange.Begin(time.GetUtcNow());
        AttemptOutcome outcome;
        try
        {
            using var request = message;
            using var response = await send(message, cancellationToken).ConfigureAwait(false);
            await WaitForFirstPassAsync(attempt, cancellationToken).ConfigureAwait(false);
            outcome = attempt.FirstReply is { } kept ? Read(attempt, kept, time, cancellationToken)
                : attempt.HasPassed || exchange.IsQuery ? await ReadAsync(exchange, response, time, cancellationToken).ConfigureAwait(false)
                : AnsweredInPlace(exchange, (int)response.StatusCode);
        }
        catch (Exception exception)
        {
            await WaitForFirstPassAsync(attempt, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            outcome = attempt.FirstReply is { } kept
                ? Read(attempt, kept, time, cancellationToken)
                : Fail(attempt, exception, cancellationToken);
        }

        exchange.End(outcome, time.GetElapsedTime(started));
        exchange.Policy!.Heed(outcome);
        return Outcome.FromResult(outcome);
    }

    // A handler of the host's may turn away from a request that is still on its way; we do not.
    private static Task WaitForFirstPassAsync(AttemptContent attempt, CancellationToken cancellationToken) =>
        attempt is { KeepsReply: true, HasPassed: true, FirstReply: null } ? attempt.WaitForFirstPassAsync(cancellationToken) : Task.CompletedTask;

    private static async ValueTask<AttemptOutcome> ReadAsync(
        GatewayExchange exchange, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        using var body = await ReplyBody.ReadAsync(response, exchange.Request.MaxReplyBytes, cancellationToken).ConfigureAwait(false);
        return exchange.Read(new GatewayReply((int)response.StatusCode, body.Bytes, response.Headers, time.GetUtcNow()));
    }

    private static AttemptOutcome Read(AttemptContent attempt, GuardedReply kept, TimeProvider time, CancellationToken cancellationToken) =>
        kept.Exception is null
            ? attempt.Exchange.Read(new GatewayReply(kept.Status, kept.Body, kept.Headers, time.GetUtcNow()))
            : Fail(attempt, kept.Exception, cancellationToken);

    // Whatever it says, it is not the gateway's word: the request never came as far as the sockets.
    private static AttemptOutcome AnsweredInPlace(GatewayExchange exchange, int status) =>
        exchange.Failed(AttemptOutcome.NotSent(new SmsError(SmsErrorKind.ConnectionFailed, string.Create(
            CultureInfo.InvariantCulture, $"A handler answered in place of the gateway, with status {status}; nothing was sent."))
        { IsTransient = false }));

    private static AttemptOutcome Fail(AttemptContent attempt, Exception exception, CancellationToken cancellationToken)
    {
        var cancelled = attempt.Exchange.CallerToken.IsCancellationRequested;
        return attempt.Exchange.Failed(TransportFailure.Classify(exception, attempt.MayHaveLeft, cancellationToken.IsCancellationRequested && !cancelled, cancelled));
    }
}
