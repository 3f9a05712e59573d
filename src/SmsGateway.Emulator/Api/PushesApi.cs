using System.Text.Json;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>Delivery reports and messages from phones, on demand.</summary>
internal static class PushesApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("POST", "/api/v1/messages/{id}/report", ReportAsync),
        new("GET", "/api/v1/replies", RepliesAsync),
        new("POST", "/api/v1/replies", ReplyAsync),
    ];

    private static async Task ReportAsync(ApiCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false) ?? throw new FormatException("The body is an object.");
        if (MessagesApi.Find(call, call.Value) is not { } message || call.Core.FindInbox(message.Inbox) is not { } inbox)
        {
            await call.ProblemAsync(404, "There is no such message.").ConfigureAwait(false);
            return;
        }

        var state = body.Word<DeliveryState>("state") ?? DeliveryState.Delivered;
        var options = new ReportOptions(
            Times(body),
            body.Milliseconds("delayMs"),
            body.Flag("beforeResponse"),
            body.Flag("perSegment"),
            body.Word<WebhookTamper>("tamper") ?? WebhookTamper.None,
            Retry(body))
        {
            RawStatus = body.Text("rawStatus"),
            Target = body.Address("target"),
        };
        if (options.BeforeResponse && message.Answered.IsGiven)
        {
            // Too late for this one: the next message to the number has its report first.
            inbox.EarlyReports[message.To] = state;
            await call.EmptyAsync(202).ConfigureAwait(false);
            return;
        }

        // What was asked for happens, also when the caller does not stay to see it.
        var report = inbox.ReportAsync(message, state, options, call.Core.Stopping);
        await AnswerAsync(call, await report.WaitAsync(call.Aborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task ReplyAsync(ApiCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false) ?? throw new FormatException("The body is an object.");
        if (body.Text("from") is not { Length: > 0 } from || body.Text("text") is not { } text)
        {
            throw new FormatException("A reply has a number (from) and a text.");
        }

        var answers = body.Text("inReplyTo") is { } id ? MessagesApi.Find(call, id) ?? throw new FormatException("There is no message inReplyTo.") : null;
        var digits = Text.PhoneDigits.Of(from);
        var name = body.Text("inbox") ?? answers?.Inbox ?? MessagesApi.All(call).LastOrDefault(message => Text.PhoneDigits.Of(message.To) == digits)?.Inbox;
        var inbox = name is null ? call.Core.Default : call.Core.FindInbox(name) ?? throw new FormatException($"There is no inbox {name}.");
        var options = new ReplyOptions
        {
            Gateway = body.Word<Gateway>("gateway"),
            InReplyTo = answers,
            To = body.Text("to"),
            Times = Times(body),
            Delay = body.Milliseconds("delayMs"),
            Tamper = body.Word<WebhookTamper>("tamper") ?? WebhookTamper.None,
            Retry = Retry(body),
            Target = body.Address("target"),
        };
        var reply = inbox.ReplyAsync(from, text, options, call.Core.Stopping);
        await AnswerAsync(call, await reply.WaitAsync(call.Aborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static Task RepliesAsync(ApiCall call)
    {
        var number = call.Query("from") is { Length: > 0 } from ? Text.PhoneDigits.Of(from) : null;
        return ApiPage.WriteAsync(
            call,
            new CapturedReplies(new StoreView<CapturedReply>(call.Core.Replies, log: null)),
            reply => number is null || Text.PhoneDigits.Of(reply.From) == number,
            MessageJson.Write);
    }

    private static Task AnswerAsync(ApiCall call, WebhookAttempt attempt) => call.JsonAsync(attempt, ExchangeJson.Write);

    private static int Times(JsonElement body)
    {
        var times = body.Number("times", 1);
        return times is >= 1 and <= 100 ? times : throw new FormatException("times is 1 to 100.");
    }

    private static RetryPolicy? Retry(JsonElement body) => body.Member("retry") is not { } retry ? null
        : retry.Number("attempts", 1) is >= 1 and <= 100 and var attempts ? new(attempts, retry.Milliseconds("intervalMs"))
        : throw new FormatException("attempts is 1 to 100.");
}
