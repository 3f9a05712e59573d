namespace SmsGateway.Tests.Reliability;

/// <summary>Handlers as a host may have them, for all its clients or for one.</summary>
internal static class Handlers
{
    /// <summary>Changes each request before it goes on.</summary>
    public sealed class Changing(Action<HttpRequestMessage> change) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            change(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Tries everything that is not a plain yes again, at once, as careless retry handlers do.</summary>
    public sealed class RetryingEverything(int times = 4) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || attempt == times)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (Exception) when (attempt < times)
                {
                }
            }
        }
    }

    /// <summary>Sends copies side by side and takes the first that ends, as hedging does; options go along, as in the well-known one.</summary>
    public sealed class Hedging(int copies = 3) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var bytes = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            var attempts = Enumerable.Range(0, copies).Select(_ => base.SendAsync(CloneOf(request, bytes), cancellationToken)).ToList();
            return await await Task.WhenAny(attempts);
        }
    }

    /// <summary>Sends a copy in place of each request: new message, new content, same options.</summary>
    public sealed class Cloning : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await base.SendAsync(CloneOf(request, await request.Content!.ReadAsByteArrayAsync(cancellationToken)), cancellationToken);
    }

    /// <summary>Reads the body into memory first, as logging handlers do.</summary>
    public sealed class Buffering : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken); // which buffers
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Gives up after a time without stopping what it began, then answers or throws by itself.</summary>
    public sealed class Deserting(TimeSpan after, HttpResponseMessage? answer) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sending = base.SendAsync(request, CancellationToken.None);
            return await Task.WhenAny(sending, Task.Delay(after, cancellationToken)) == sending ? await sending
                : answer ?? throw new TimeoutException("A handler of the host's gave up.");
        }
    }

    /// <summary>Answers without asking anybody.</summary>
    public sealed class Answering(int status, string body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(body), RequestMessage = request });
    }

    /// <summary>Cancels what takes longer, as a handler with a time limit of its own does.</summary>
    public sealed class Limiting(TimeSpan time) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(time);
            return await base.SendAsync(request, limit.Token);
        }
    }

    /// <summary>Stands in place of the sockets: answers everything alike, and counts.</summary>
    public sealed class Counting(Func<string> body) : HttpMessageHandler
    {
        private int _now;
        private int _most;
        private int _requests;

        public int Requests => _requests;

        public int MostAtOnce => _most;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            var now = Interlocked.Increment(ref _now);
            for (var most = _most; now > most; most = _most)
            {
                Interlocked.CompareExchange(ref _most, now, most);
            }

            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            await Task.Yield();
            Interlocked.Decrement(ref _now);
            return new HttpResponseMessage { Content = new StringContent(body()), RequestMessage = request };
        }
    }

    private static HttpRequestMessage CloneOf(HttpRequestMessage request, byte[] body)
    {
        var clone = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, Content = new ByteArrayContent(body) };
        foreach (var header in request.Headers)
        {
            clone.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        foreach (var header in request.Content!.Headers)
        {
            clone.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        foreach (var option in request.Options)
        {
            ((IDictionary<string, object?>)clone.Options)[option.Key] = option.Value;
        }

        return clone;
    }
}
