using System.Net;

namespace SmsGateway.Http;

/// <summary>
/// Stands right above the sockets and lets each attempt through once, so that no handler of the host's - a retry handler
/// registered for every client, say - can turn one SMS into several. What the first pass brought is what counts.
/// </summary>
internal sealed class OneShotGuard(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (AttemptContent.Of(request) is not { } attempt)
        {
            throw new InvalidOperationException("A request without the library's token was stopped: a handler replaced it, options and all.");
        }

        if (request.Content is null)
        {
            throw new InvalidOperationException("A request without a body was stopped: a handler took it away, and the HTTP stack repeats bodiless requests silently.");
        }

        if (!attempt.TryPass())
        {
            return StopAsync(attempt, cancellationToken);
        }

        attempt.WasReplaced = !ReferenceEquals(request.Content, attempt);

        // With "Expect: 100-continue" the headers would leave before the body is started.
        request.Headers.Remove("Expect");
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return attempt.KeepsReply ? SendAndKeepAsync(request, attempt, cancellationToken) : base.SendAsync(request, cancellationToken);
    }

    /// <summary>Not a way around the guard.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("SMS are sent asynchronously.");

    // Whoever hedges gets no answer before the first pass has one.
    private static async Task<HttpResponseMessage> StopAsync(AttemptContent attempt, CancellationToken cancellationToken)
    {
        await attempt.WaitForFirstPassAsync(cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("A handler tried to send a request a second time. It was stopped: the first may have become an SMS.");
    }

    private async Task<HttpResponseMessage> SendAndKeepAsync(HttpRequestMessage request, AttemptContent attempt, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            using var body = await ReplyBody.ReadAsync(response, attempt.Exchange.Request.MaxReplyBytes, cancellationToken).ConfigureAwait(false);
            var copy = body.Bytes.ToArray();
            attempt.Keep(new GuardedReply((int)response.StatusCode, copy, response.Headers, Exception: null));
            var content = new ByteArrayContent(copy);
            foreach (var header in response.Content.Headers.NonValidated)
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            response.Content = content;
            return response;
        }
        catch (Exception exception) when (attempt.FirstReply is null)
        {
            attempt.Keep(new GuardedReply(0, [], Headers: null, exception));
            throw;
        }
    }
}
