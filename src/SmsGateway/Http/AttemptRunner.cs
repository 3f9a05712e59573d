namespace SmsGateway.Http;

/// <summary>Makes one attempt: sends one message, reads the reply, says what it came to. Never throws.</summary>
internal static class AttemptRunner
{
    public delegate Task<HttpResponseMessage> Sender(HttpRequestMessage message, CancellationToken cancellationToken);

    /// <param name="exchange">What is being done.</param>
    /// <param name="message">A message of that exchange, not used before.</param>
    /// <param name="send">The handler below.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends with the caller's wish or with any of our clocks.</param>
    public static async ValueTask<AttemptOutcome> RunAsync(
        GatewayExchange exchange, HttpRequestMessage message, Sender send, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        exchange.Begin(time.GetUtcNow());
        var attempt = (AttemptContent)message.Content!;
        AttemptOutcome outcome;
        try
        {
            using var response = await send(message, cancellationToken).ConfigureAwait(false);
            outcome = attempt.FirstReply is { } kept
                ? Read(exchange, kept, attempt, time, cancellationToken)
                : await ReadAsync(exchange, response, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            outcome = attempt.FirstReply is { Exception: null } kept
                ? Read(exchange, kept, attempt, time, cancellationToken)
                : Fail(exchange, attempt, attempt.FirstReply?.Exception ?? exception, cancellationToken);
        }

        exchange.End(outcome, time.GetElapsedTime(started));
        return outcome;
    }

    private static async ValueTask<AttemptOutcome> ReadAsync(
        GatewayExchange exchange, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        using var body = await ReplyBody.ReadAsync(response, exchange.Request.MaxReplyBytes, cancellationToken).ConfigureAwait(false);
        return exchange.Read(new GatewayReply((int)response.StatusCode, body.Bytes, response.Headers, time.GetUtcNow()));
    }

    private static AttemptOutcome Read(
        GatewayExchange exchange, GuardedReply kept, AttemptContent attempt, TimeProvider time, CancellationToken cancellationToken) =>
        kept.Exception is null
            ? exchange.Read(new GatewayReply(kept.Status, kept.Body, kept.Headers, time.GetUtcNow()))
            : Fail(exchange, attempt, kept.Exception, cancellationToken);

    private static AttemptOutcome Fail(GatewayExchange exchange, AttemptContent attempt, Exception exception, CancellationToken cancellationToken)
    {
        var cancelled = exchange.CallerToken.IsCancellationRequested;
        return exchange.Failed(TransportFailure.Classify(exception, attempt.MayHaveLeft, cancellationToken.IsCancellationRequested && !cancelled, cancelled));
    }
}
