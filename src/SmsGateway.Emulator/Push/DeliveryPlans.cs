using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Push;

/// <summary>What becomes of messages by themselves: by the inbox's schedule, or by the ending of the number.</summary>
internal sealed class DeliveryPlans(EmulatorCore core)
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
                : inbox.EarlyReports.TryRemove(message.To, out var state) ? DeliverySchedule.BeforeResponse(state)
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

            await core.Deliveries.ReportAsync(inbox, alive, step.State, options, core.Stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The emulator went away.
        }
    }
}
