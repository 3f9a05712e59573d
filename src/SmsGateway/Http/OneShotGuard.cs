namespace SmsGateway.Http;

/// <summary>
/// Stands right above the sockets and lets each attempt through once, so that no handler of the host's - a retry handler
/// registered for every client, say - can turn one SMS into several. What the first pass brought is what counts.
/// </summary>
internal sealed class OneShotGuard : DelegatingHandler
{
    private readonly bool _keepReplies;

    /// <param name="primary">The handler with the sockets.</param>
    /// <param name="keepReplies">Handlers that are not ours stand above the guard and may drop what the first pass brought.</param>
    public OneShotGuard(HttpMessageHandler primary, bool keepReplies)
        : base(primary) => _keepReplies = keepReplies;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(AttemptContent.Key, out var attempt))
        {
            throw new InvalidOperationException("A request without the library's token was stopped: a handler replaced it, options and all.");
        }

        if (!attempt.TryPass())
        {
            throw new InvalidOperationException("A handler tried to send a request a second time. It was stopped: the first may have become an SMS.");
        }

        attempt.WasReplaced = !ReferenceEquals(request.Content, attempt);

        // With "Expect: 100-continue" the headers would leave before the body is started.
        if (request.Headers.ExpectContinue == true)
        {
            request.Headers.ExpectContinue = false;
        }

        return _keepReplies ? SendAndKeepAsync(request, attempt, cancellationToken) : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAndKeepAsync(HttpRequestMessage request, AttemptContent attempt, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            using var body = await ReplyBody.ReadAsync(response, attempt.Exchange.Request.MaxReplyBytes, cancellationToken).ConfigureAwait(false);
            var copy = body.Bytes.ToArray();
            attempt.FirstReply = new GuardedReply((int)response.StatusCode, copy, response.Headers, Exception: null);
            var content = new ByteArrayContent(copy);
            foreach (var header in response.Content.Headers.NonValidated)
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            response.Content = content;
            return response;
        }
        catch (Exception exception)
        {
            attempt.FirstReply = new GuardedReply(0, [], Headers: null, exception);
            throw;
        }
    }
}
