using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Push;

/// <summary>Sends reports and replies to the application: few at a time, no redirects, no proxy, no cookies, little patience.</summary>
internal sealed class Pusher : IDisposable
{
    private const int AnswerLimit = 64 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly EmulatorCore _core;
    private readonly TargetPolicy _policy;
    private readonly SemaphoreSlim _inFlight = new(8);
    private readonly Lazy<HttpMessageInvoker> _http;

    public Pusher(EmulatorCore core, TargetPolicy policy)
    {
        _core = core;
        _policy = policy;
        _http = new(CreateInvoker);
    }

    /// <summary>Pushes until the receiver acknowledges or the attempts are used up. Never throws for what the receiver does.</summary>
    public async Task<WebhookAttempt> PushAsync(PushOrder order, RetryPolicy retry, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await TryAsync(order, attempt, cancellationToken).ConfigureAwait(false);
            if (outcome.IsAcknowledged || outcome.Method is null || attempt >= retry.Attempts)
            {
                return outcome;
            }

            await Task.Delay(retry.Interval, _core.Options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Why nothing is pushed to an address, or null.</summary>
    public string? Refusal(Uri target) => _policy.Refusal(target);

    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }

        _inFlight.Dispose();
    }

    private async Task<WebhookAttempt> TryAsync(PushOrder order, int attempt, CancellationToken cancellationToken)
    {
        if (_policy.Refusal(order.Target) is { } refusal)
        {
            return Record(order, new Answer(0, null, "refused: " + refusal, default), attempt, sent: false);
        }

        await _inFlight.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Record(order, await ExchangeAsync(order, cancellationToken).ConfigureAwait(false), attempt, sent: true);
        }
        finally
        {
            _inFlight.Release();
        }
    }

    private async Task<Answer> ExchangeAsync(PushOrder order, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken, _core.Stopping);
        try
        {
            using var request = CreateRequest(order);
            using var response = await _http.Value.SendAsync(request, linked.Token).ConfigureAwait(false);
            var body = await ReadAsync(response, linked.Token).ConfigureAwait(false);
            return new((int)response.StatusCode, body, null, TimeProvider.System.GetElapsedTime(started));
        }
        catch (HttpRequestException exception)
        {
            return new(0, null, exception.HttpRequestError + ": " + exception.Message, TimeProvider.System.GetElapsedTime(started));
        }
        catch (IOException exception)
        {
            return new(0, null, exception.Message, TimeProvider.System.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(0, null, "no answer in time", TimeProvider.System.GetElapsedTime(started));
        }
    }

    private static HttpRequestMessage CreateRequest(PushOrder order)
    {
        var request = new HttpRequestMessage(new HttpMethod(order.Request.Method), order.Address())
        {
            Version = HttpVersion.Version11,

            // A GET gets an (empty) content too: without one, the handler would repeat it by itself when the receiver hangs up.
            Content = new ByteArrayContent(order.Request.Body ?? []),
        };
        if (order.Request.ContentType is { } type)
        {
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return request;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[AnswerLimit];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private WebhookAttempt Record(PushOrder order, Answer answer, int attempt, bool sent)
    {
        var record = new WebhookAttempt
        {
            Gateway = order.Gateway,
            Kind = order.Kind,
            Inbox = order.Inbox.Name,
            At = _core.Now,
            Attempt = attempt,
            Method = sent ? order.Request.Method : null,
            Url = Secrets.MaskUrl(order.Address().OriginalString),
            Body = order.Request.Body is { } body ? Encoding.UTF8.GetString(body) : null,
            Messages = [.. order.Messages.Select(message => message.Sequence)],
            Reply = order.Reply?.Sequence,
            Status = answer.Status == 0 ? null : answer.Status,
            Answer = answer.Body,
            Error = answer.Error,
            IsAcknowledged = answer.Error is null && _core.Protocol(order.Gateway).IsAcknowledged(answer.Status, answer.Body ?? ""),
            Elapsed = answer.Elapsed,
        };
        _core.Webhooks.Add(order.Inbox.WebhookRecords, record);
        foreach (var message in order.Messages)
        {
            message.Note(FormattableString.Invariant($"{order.Kind} pushed: {answer.Error ?? FormattableString.Invariant($"{answer.Status} in {answer.Elapsed.TotalMilliseconds:0} ms")}"), _core.Now);
        }

        _core.Feed.Publish(EventKind.Webhook, record);
        _core.Meter.Count(record);
        return record;
    }

    private static HttpMessageInvoker CreateInvoker() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 64,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        ConnectCallback = TargetPolicy.ConnectAsync,
    });

    private readonly record struct Answer(int Status, string? Body, string? Error, TimeSpan Elapsed);
}
