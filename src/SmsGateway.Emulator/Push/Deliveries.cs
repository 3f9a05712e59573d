using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Push;

/// <summary>Moves messages to a state and tells the application; brings it what phones say.</summary>
internal sealed class Deliveries(EmulatorCore core)
{
    /// <summary>Changes the state and pushes the report, if this gateway pushes any.</summary>
    public async Task<WebhookAttempt> ReportAsync(
        SmsInbox inbox, IReadOnlyList<CapturedMessage> messages, DeliveryState state, ReportOptions options, CancellationToken cancellationToken)
    {
        if (options.Delay > TimeSpan.Zero)
        {
            await Task.Delay(options.Delay, core.Options.Time, cancellationToken).ConfigureAwait(false);
        }

        if (!options.BeforeResponse)
        {
            foreach (var message in messages)
            {
                await message.Answered.WaitAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        var now = core.Now;
        var raw = string.IsNullOrEmpty(options.RawStatus) ? null : options.RawStatus;
        foreach (var message in messages)
        {
            message.Move(state, now, raw);
            core.Feed.Publish(EventKind.State, message);
        }

        var protocol = core.Protocol(messages[0].Gateway);
        var push = protocol.Report(new(inbox, [.. messages.Select(message => new ReportRecord(message, state, raw, now))], options.Tamper));
        if (push is null)
        {
            return NotMade(inbox, protocol.Gateway, WebhookKind.Report, "this gateway pushes no reports; the state is there to be asked for");
        }

        var target = options.Target ?? Target(messages[0].ReportUrl) ?? inbox.ReportTarget(messages[0]);
        if (target is null)
        {
            return NoTarget(inbox, protocol.Gateway, WebhookKind.Report);
        }

        var order = new PushOrder(inbox, protocol.Gateway, WebhookKind.Report, Tampered(push, options.Tamper), target, messages);
        var times = options.Times * (options.PerSegment ? messages[0].Segments : 1);
        return await RepeatAsync(order, times, options.Retry ?? RetryPolicy.Once, cancellationToken).ConfigureAwait(false);
    }

    public async Task<WebhookAttempt> ReplyAsync(SmsInbox inbox, CapturedReply reply, ReplyOptions options, CancellationToken cancellationToken)
    {
        if (options.Delay > TimeSpan.Zero)
        {
            await Task.Delay(options.Delay, core.Options.Time, cancellationToken).ConfigureAwait(false);
        }

        core.Replies.Add(inbox.ReplyRecords, reply);
        core.Feed.Publish(EventKind.Reply, reply);
        var protocol = core.Protocol(reply.Gateway);
        var push = protocol.Reply(new(inbox, reply, reply.Answers, options.Tamper));
        if (push is null)
        {
            return NotMade(inbox, protocol.Gateway, WebhookKind.Reply, "this gateway brings no messages from phones");
        }

        var target = options.Target ?? inbox.ReplyTarget(protocol.Gateway);
        if (target is null)
        {
            return NoTarget(inbox, protocol.Gateway, WebhookKind.Reply);
        }

        var order = new PushOrder(inbox, protocol.Gateway, WebhookKind.Reply, Tampered(push, options.Tamper), target, []) { Reply = reply };
        return await RepeatAsync(order, options.Times, options.Retry ?? RetryPolicy.Once, cancellationToken).ConfigureAwait(false);
    }

    public Task<WebhookAttempt> PushAsync(PushOrder order, CancellationToken cancellationToken) =>
        core.Pusher.PushAsync(order, RetryPolicy.Once, cancellationToken);

    public static Uri? Target(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var target) ? target : null;

    private static WebhookAttempt NoTarget(SmsInbox inbox, Gateway gateway, WebhookKind kind) =>
        NotMade(inbox, gateway, kind, "no target: neither the request nor the inbox names an address for pushes");

    private static WebhookAttempt NotMade(SmsInbox inbox, Gateway gateway, WebhookKind kind, string why) =>
        new() { Gateway = gateway, Kind = kind, Inbox = inbox.Name, Error = why };

    private async Task<WebhookAttempt> RepeatAsync(PushOrder order, int times, RetryPolicy retry, CancellationToken cancellationToken)
    {
        var attempt = await core.Pusher.PushAsync(order, retry, cancellationToken).ConfigureAwait(false);
        for (var time = 1; time < times; time++)
        {
            attempt = await core.Pusher.PushAsync(order, retry, cancellationToken).ConfigureAwait(false);
        }

        return attempt;
    }

    private static PushRequest Tampered(PushRequest push, WebhookTamper tamper) => tamper switch
    {
        WebhookTamper.WrongMethod => push.Turned(),
        WebhookTamper.Cut => push.Cut(),
        _ => push,
    };
}
