using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SmsGateway.Webhooks;

namespace SmsGateway.AspNetCore;

/// <summary>One request: admitted by its address, read within limits, stored, answered.</summary>
internal sealed class WebhookEndpoint(SmsWebhookReceiver receiver, TimeProvider time, SmsWebhookOptions options, bool hasSecret)
{
    public async Task HandleAsync(HttpContext context)
    {
        var route = context.Request.RouteValues;
        var account = route["account"] as string ?? "";
        var aborted = context.RequestAborted;
        context.Response.Headers.CacheControl = "no-store";
        var answer = await receiver.AdmitAsync(
            account, route["secret"] as string, context.Connection.RemoteIpAddress, context.Request.Method, hasSecret, aborted).ConfigureAwait(false);
        try
        {
            answer ??= await ReadAsync(context, account, aborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            return; // nobody is there any more to hear an answer
        }

        await WriteAsync(context.Response, answer, aborted).ConfigureAwait(false);
    }

    private async ValueTask<SmsWebhookAnswer> ReadAsync(HttpContext context, string account, CancellationToken aborted)
    {
        var body = ReadOnlyMemory<byte>.Empty;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (context.Request.ContentLength > options.MaxBodyBytes)
            {
                return SmsWebhookAnswer.TooLarge;
            }

            try
            {
                body = await ReadBodyAsync(context, aborted).ConfigureAwait(false);
            }
            catch (BadHttpRequestException exception)
            {
                return new SmsWebhookAnswer(exception.StatusCode);
            }
            catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
            {
                return SmsWebhookAnswer.RequestTimeout;
            }

            if (body.Length > options.MaxBodyBytes)
            {
                return SmsWebhookAnswer.TooLarge;
            }
        }

        var headers = context.Request.Headers;
        return await receiver.ReceiveAsync(
            new SmsWebhookRequest
            {
                Account = account,
                Method = context.Request.Method,
                Query = context.Request.QueryString is { HasValue: true } query ? query.Value![1..] : "",
                ContentType = context.Request.ContentType,
                Body = body,
                ReceivedAt = time.GetUtcNow(),
                Header = name => headers.TryGetValue(name, out var values) ? values.ToString() : null,
            },
            aborted).ConfigureAwait(false);
    }

    // One byte more than is allowed tells that it is too much.
    private async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context, CancellationToken aborted)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxBodyBytes;
        }

        using var patience = new CancellationTokenSource(options.ReadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        var buffer = new byte[(int)Math.Min(context.Request.ContentLength ?? 4096, options.MaxBodyBytes) + 1];
        var length = 0;
        while (true)
        {
            var count = await context.Request.Body.ReadAsync(buffer.AsMemory(length), either.Token).ConfigureAwait(false);
            length += count;
            if (count == 0 || length > options.MaxBodyBytes)
            {
                return buffer.AsMemory(0, length);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, options.MaxBodyBytes + 1));
            }
        }
    }

    private static ValueTask WriteAsync(HttpResponse response, SmsWebhookAnswer answer, CancellationToken aborted)
    {
        response.StatusCode = answer.Status;
        response.ContentLength = answer.Body.Length;
        response.ContentType = answer.ContentType;
        if (answer.Status is 408 or 413)
        {
            response.Headers.Connection = "close";
        }

        return answer.Body.Length > 0 ? response.Body.WriteAsync(answer.Body, aborted) : ValueTask.CompletedTask;
    }
}
