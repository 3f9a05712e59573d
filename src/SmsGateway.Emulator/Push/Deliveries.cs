using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Push;

/// <summary>Moves messages through their states and tells the application, by schedule or on demand.</summary>
internal sealed class Deliveries(EmulatorCore core)
{
    /// <summary>Begins the life of accepted messages. Returns the pushes that must be over before the reply leaves.</summary>
    public IReadOnlyList<Task> Start(SmsInbox inbox, IReadOnlyList<CapturedMessage> messages)
    {
        var early = new List<Task>();
        foreach (var message in messages)
        {
            if (message.ScheduledAt is { } due && !message.IsTest)
            {
                core.Agenda.At(due, () => Leave(message));
            }
        }

        foreach (var group in Plans(inbox, messages).GroupBy(entry => (entry.Plan, entry.Message.ReportUrl, entry.Message.ScheduledAt)))
        {
            foreach (var batch in group.Select(entry => entry.Message).Chunk(core.Protocol(messages[0].Gateway).ReportsPerPush))
            {
                StartPlan(inbox, group.Key.Plan, batch, early);
            }
        }

        return early;
    }

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
        foreach (var message in messages)
        {
            message.Move(state, now, options.RawStatus);
            core.Feed.Publish(EventKind.State, message);
        }

        var protocol = core.Protocol(messages[0].Gateway);
        var push = protocol.Report(new(inbox, [.. messages.Select(message => new ReportRecord(message, state, options.RawStatus, now))], options.Tamper));
        if (push is null)
        {
            return NotMade(inbox, protocol.Gateway, WebhookKind.Report, "this gateway pushes no reports; the state is there to be asked for");
        }

        var target = options.Target ?? Target(messages[0].ReportUrl) ?? inbox.ReportTarget(protocol.Gateway);
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

        var order = new PushOrder(inbox, protocol.Gateway, WebhookKind.Reply, Tampered(push, options.Tamper), target, []);
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

    private void Leave(CapturedMessage message)
    {
        if (message.State == DeliveryState.Scheduled)
        {
            message.Move(DeliveryState.Sent, core.Now);
            core.Feed.Publish(EventKind.State, message);
        }
    }

    private IEnumerable<(CapturedMessage Message, DeliverySchedule Plan)> Plans(SmsInbox inbox, IReadOnlyList<CapturedMessage> messages)
    {
        var usual = inbox.Delivery;
        foreach (var message in messages)
        {
            var plan = message.IsTest ? DeliverySchedule.Manual
                : core.Options.MagicNumbers ? MagicNumbers.Plan(message.To, usual)
                : usual;
            if (core.Options.MagicNumbers && !message.IsTest && MagicNumbers.RepliesStop(message.To))
            {
                _ = inbox.ReplyAfterAsync(message, "STOP");
            }

            if (plan.Plan.Count > 0)
            {
                yield return (message, plan);
            }
        }
    }

    private void StartPlan(SmsInbox inbox, DeliverySchedule plan, CapturedMessage[] batch, List<Task> early)
    {
        var start = batch[0].ScheduledAt ?? batch[0].AcceptedAt;
        var retry = core.Protocol(batch[0].Gateway).Retry(inbox);
        foreach (var step in plan.Plan)
        {
            var options = new ReportOptions(step.Times, BeforeResponse: step.BeforeResponse, PerSegment: step.PerSegment, Tamper: step.Tamper, Retry: retry);
            if (step.BeforeResponse)
            {
                early.Add(TellAsync(inbox, batch, step, options with { Retry = null }));
            }
            else
            {
                core.Agenda.At(start + step.After, () => _ = TellAsync(inbox, batch, step, options));
            }
        }
    }

    private async Task TellAsync(SmsInbox inbox, CapturedMessage[] batch, DeliveryStep step, ReportOptions options)
    {
        try
        {
            // A message withdrawn in the meantime has no further states.
            var alive = Array.FindAll(batch, message => message.State != DeliveryState.Cancelled);
            if (alive.Length == 0)
            {
                return;
            }

            if (step.Times == 0)
            {
                foreach (var message in alive)
                {
                    message.Move(step.State, core.Now);
                    core.Feed.Publish(EventKind.State, message);
                }

                return;
            }

            await ReportAsync(inbox, alive, step.State, options, core.Stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The emulator went away.
        }
    }
}
