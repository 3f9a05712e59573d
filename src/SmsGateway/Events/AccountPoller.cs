using Microsoft.Extensions.Logging;
using SmsGateway.Client;
using SmsGateway.Telemetry;

namespace SmsGateway.Events;

/// <summary>
/// Asks one account's gateway about messages, as many at a time as it allows, one request after the other: they share the account's rate with
/// its sends. What fails is asked again, after a wait that grows.
/// </summary>
internal sealed class AccountPoller(
    string account, AccountDirectory accounts, ISmsMessageStore messages, EventDispatcher dispatcher, SmsEventOptions options, TimeProvider time, ILogger logger)
{
    private readonly PriorityQueue<(SmsMessageHandle Message, DateTimeOffset SentAt), DateTimeOffset> _due = new();
    private readonly Gate _gate = new();
    private TaskCompletionSource _news = NewSignal();
    private Task? _running;
    private int _failures;

    public Task Ended => _running ?? Task.CompletedTask;

    public void Add(SmsTrackedMessage message, DateTimeOffset due)
    {
        lock (_gate)
        {
            _due.Enqueue((message.Message, message.At), due);
            _news.TrySetResult();
        }
    }

    public void Start(CancellationToken stopping)
    {
        lock (_gate)
        {
            _running ??= Task.Run(() => RunAsync(stopping), CancellationToken.None);
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await WaitAsync(stopping).ConfigureAwait(false);
                var batch = Take();
                if (batch.Count > 0)
                {
                    await AskAsync(batch, stopping).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is not final is asked about after the restart.
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        while (true)
        {
            Task news;
            TimeSpan wait;
            lock (_gate)
            {
                wait = _due.TryPeek(out _, out var due) ? due - time.GetUtcNow() : Timeout.InfiniteTimeSpan;
                if (wait <= TimeSpan.Zero && wait != Timeout.InfiniteTimeSpan)
                {
                    return;
                }

                _news = NewSignal();
                news = _news.Task;
            }

            using var alarm = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(news, Task.Delay(wait, time, alarm.Token)).ConfigureAwait(false);
            await alarm.CancelAsync().ConfigureAwait(false);
            stopping.ThrowIfCancellationRequested();
        }
    }

    private List<(SmsMessageHandle Message, DateTimeOffset SentAt)> Take()
    {
        var max = accounts.Find(account)?.Account.Current.Gateway.Info.MaxMessagesPerStatusQuery ?? 1;
        var now = time.GetUtcNow();
        List<(SmsMessageHandle, DateTimeOffset)> batch = [];
        lock (_gate)
        {
            while (batch.Count < max && _due.TryPeek(out var item, out var due) && due <= now)
            {
                _due.Dequeue();
                batch.Add(item);
            }
        }

        return batch;
    }

    private async Task AskAsync(List<(SmsMessageHandle Message, DateTimeOffset SentAt)> batch, CancellationToken stopping)
    {
        List<SmsTrackedMessage> open = [];
        try
        {
            foreach (var (message, _) in batch)
            {
                if (await messages.FindAsync(message, stopping).ConfigureAwait(false) is { IsFinal: false } known)
                {
                    open.Add(known);
                }
            }

            if (open.Count > 0)
            {
                await AskAsync(open, stopping).ConfigureAwait(false);
            }

            _failures = 0;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            var delay = PollBackOff.After(++_failures, (exception as SmsException)?.Error.RetryAfter);
            SmsLog.PollFailed(logger, exception, account, delay);
            lock (_gate)
            {
                foreach (var item in batch)
                {
                    _due.Enqueue(item, time.GetUtcNow());
                }
            }

            await Task.Delay(delay, time, stopping).ConfigureAwait(false);
        }
    }

    private async Task AskAsync(List<SmsTrackedMessage> open, CancellationToken stopping)
    {
        var reader = accounts.Find(account)?.GetService(typeof(ISmsStatusReader)) as ISmsStatusReader
            ?? throw new InvalidOperationException("The account is not registered any more, or cannot be asked.");
        var answers = await reader.GetStatusAsync(open.ConvertAll(known => known.Message), stopping).ConfigureAwait(false);
        var now = time.GetUtcNow();
        List<SmsEvent> news = [];
        for (var i = 0; i < open.Count; i++)
        {
            var isOver = PollSchedule.IsOver(open[i].At, now, options);
            if (ReportOf(open[i], answers[i], now, isOver) is { } report)
            {
                news.Add(report);
            }

            if (!isOver && !answers[i].IsFinal)
            {
                Add(open[i], PollSchedule.Next(open[i].At, now, options));
            }
        }

        if (news.Count > 0 && !await dispatcher.AcceptAsync(news).ConfigureAwait(false))
        {
            throw new InvalidOperationException("Too many events wait for their handlers.");
        }
    }

    private SmsDeliveryReport? ReportOf(SmsTrackedMessage known, SmsStatusReport answer, DateTimeOffset now, bool isOver)
    {
        var report = new SmsDeliveryReport
        {
            Account = account,
            ReceivedAt = now,
            Source = SmsEventSource.Polled,
            Message = known.Message,
            Status = answer.Status,
            IsFinal = answer.IsFinal,
            RawStatus = answer.RawStatus,
            Reason = answer.Reason,
            Price = answer.Price,
            At = answer.At,
        };
        return isOver && !answer.IsFinal
            ? report with { Status = answer.Status == SmsDeliveryStatus.Unknown ? known.Status : answer.Status, IsFinal = true, IsGivenUp = true }
            : answer is { Status: SmsDeliveryStatus.Unknown, RawStatus: null, IsFinal: false } ? null // nothing is known yet
            : StatusRules.Judge(known, report, options.ConflictingFinals) is ReportVerdict.News or ReportVerdict.Replaces ? report
            : null;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How long a gateway that does not answer is left alone.</summary>
internal static class PollBackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static TimeSpan After(int failures, TimeSpan? asked)
    {
        var delay = First * Math.Pow(2, Math.Min(failures - 1, 10));
        delay = delay < Longest ? delay : Longest;
        return asked > delay ? asked.Value : delay;
    }
}
