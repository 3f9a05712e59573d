using Microsoft.Extensions.Logging;
using SmsGateway.Suppression;
using SmsGateway.Telemetry;

namespace SmsGateway.Events;

/// <summary>
/// Takes one event through its handlers: judge, tell, keep, complete. What failed is tried again later; what the handlers are done with is
/// not told them again, whatever fails behind them.
/// </summary>
internal sealed class EventSteps(
    ISmsEventStore events,
    ISmsMessageStore messages,
    ReportJudge judge,
    HandlerRunner handlers,
    SuppressionKeeper suppression,
    SendsUnderWay sends,
    EventTelemetry telemetry,
    SmsEventOptions options,
    TimeProvider time,
    ILogger logger)
{
    /// <returns>Null when the event is done with, else what to wait for.</returns>
    public async Task<Task?> RunAsync(EventWork work, CancellationToken cancellationToken)
    {
        if (work.Stored.DueAt is { } due && due - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            return Delay(wait);
        }

        List<string> done = [.. work.Stored.HandledBy];
        try
        {
            if (work.Aftermath is null)
            {
                if (await TellAsync(work, done, cancellationToken).ConfigureAwait(false) is { } pause)
                {
                    return pause;
                }
            }

            await work.Aftermath!(CancellationToken.None).ConfigureAwait(false);
            await events.CompleteAsync(work.Stored, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return await FailAsync(work, done, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<Task?> TellAsync(EventWork work, List<string> done, CancellationToken cancellationToken) => work.Stored.Event switch
    {
        SmsDeliveryReport report => TellReportAsync(work, report, done, cancellationToken),
        SmsInboundEvent inbound => TellInboundAsync(work, inbound, done, cancellationToken),
        var other => TellOtherAsync(work, other, done, cancellationToken),
    };

    private async Task<Task?> TellReportAsync(EventWork work, SmsDeliveryReport report, List<string> done, CancellationToken cancellationToken)
    {
        var found = await judge.FindAsync(report, cancellationToken).ConfigureAwait(false);
        if (found is not { IsSent: true } && IsPerhapsEarly(report, out var back))
        {
            return back;
        }

        var judged = judge.Judge(report, found);
        switch (judged.Verdict)
        {
            case ReportVerdict.News or ReportVerdict.Replaces:
                await handlers.RunAsync(judged.Report, static (handler, told, stop) => handler.OnReportAsync((SmsDeliveryReport)told, stop), done, cancellationToken).ConfigureAwait(false);
                break;
            case ReportVerdict.Contradicts:
                SmsLog.ContradictingReport(logger, judged.Report.Account, Printable(judged.Report.Message.Id), judged.Report.Contradicts, judged.Report.Status);
                await handlers.RunAsync(judged.Report, static (handler, told, stop) => handler.OnOtherAsync(told, stop), done, cancellationToken).ConfigureAwait(false);
                break;
        }

        if (!judged.Report.IsKnown)
        {
            SmsLog.UnknownMessage(logger, judged.Report.Account, Printable(judged.Report.Message.Id));
        }

        telemetry.Count(judged.Report, OutcomeOf(judged));
        work.Aftermath = stop => judge.KeepAsync(judged, stop);
        return null;
    }

    private async Task<Task?> TellInboundAsync(EventWork work, SmsInboundEvent inbound, List<string> done, CancellationToken cancellationToken)
    {
        var answered = inbound.Message.InReplyTo is { } handle ? await messages.FindAsync(handle, cancellationToken).ConfigureAwait(false) : null;
        if (answered is { IsSent: true })
        {
            inbound = inbound with { Message = inbound.Message with { InReplyTo = ReportJudge.Join(answered.Message, inbound.Message.InReplyTo!) } };
        }

        await suppression.NoteAsync(inbound, answered, cancellationToken).ConfigureAwait(false);
        await handlers.RunAsync(inbound, static (handler, told, stop) => handler.OnInboundAsync((SmsInboundEvent)told, stop), done, cancellationToken).ConfigureAwait(false);
        telemetry.Count(inbound, inbound.OptOut switch { SmsOptOutRequest.OptOut => "opt_out", SmsOptOutRequest.OptIn => "opt_in", _ => "handled" });
        work.Aftermath = static _ => ValueTask.CompletedTask;
        return null;
    }

    private async Task<Task?> TellOtherAsync(EventWork work, SmsEvent other, List<string> done, CancellationToken cancellationToken)
    {
        await handlers.RunAsync(other, static (handler, told, stop) => handler.OnOtherAsync(told, stop), done, cancellationToken).ConfigureAwait(false);
        telemetry.Count(other, "handled");
        work.Aftermath = static _ => ValueTask.CompletedTask;
        return null;
    }

    // A report may overtake the answer to the send it belongs to.
    private bool IsPerhapsEarly(SmsDeliveryReport report, out Task back)
    {
        back = Task.CompletedTask;
        var grace = report.ReceivedAt + options.EarlyReportGrace - time.GetUtcNow();
        if (report.Source == SmsEventSource.Polled || grace <= TimeSpan.Zero || !sends.Any(out var whenBack))
        {
            return false;
        }

        back = whenBack.WaitAsync(grace, time);
        return true;
    }

    private async Task<Task?> FailAsync(EventWork work, List<string> done, Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.CompletedTask; // the application stops; the event comes again after the restart
        }

        var now = time.GetUtcNow();
        var attempts = work.Stored.Attempts + 1;
        var delay = options.RetryDelay * Math.Min(Math.Pow(2, Math.Min(attempts - 1, 30)), options.MaxRetryDelay / options.RetryDelay);
        telemetry.CountFailure(work.Stored.Event.Account);
        work.Stored = work.Stored with { Attempts = attempts, DueAt = now + delay, HandledBy = [.. done] };
        try
        {
            if (work.Stored.DueAt > work.Stored.RetryUntil)
            {
                SmsLog.EventDropped(logger, exception, work.Stored.Event.Account, work.Stored.Key, attempts);
                telemetry.Count(work.Stored.Event, "dropped");
                await events.CompleteAsync(work.Stored, CancellationToken.None).ConfigureAwait(false);
                return null;
            }

            SmsLog.EventFailed(logger, exception, work.Stored.Event.Account, work.Stored.Key, attempts, delay);
            await events.UpdateAsync(work.Stored, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception inStore)
        {
            SmsLog.EventStoreFailed(logger, inStore);
        }

        return Delay(delay);
    }

    // An id may be whatever a stranger wrote: no line of the log may be begun by it, and no number stands in it.
    private static string Printable(string? id) =>
        id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id : "(none that prints)";

    private Task Delay(TimeSpan delay) => Task.Delay(delay, time);

    private static string OutcomeOf(JudgedReport judged) => (judged.Verdict, judged.Report.IsKnown) switch
    {
        (null, _) => "part",
        (ReportVerdict.Repeat, _) => "repeated",
        (ReportVerdict.Stale, _) => "late",
        (ReportVerdict.Contradicts, _) => "contradicting",
        (_, false) => "unknown_message",
        _ => "handled",
    };
}
