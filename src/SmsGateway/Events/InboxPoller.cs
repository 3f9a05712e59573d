using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway.Client;
using SmsGateway.Telemetry;

namespace SmsGateway.Events;

/// <summary>
/// Fetches inbound messages of the accounts that want it. How far it got is noted after what it brought is stored, and each span reaches back
/// into the one before: a process may die anywhere in between, and nothing is lost nor handled twice.
/// </summary>
internal sealed class InboxPoller(
    AccountDirectory accounts,
    IOptions<SmsRegistrations> registrations,
    ISmsMessageStore bookmarks,
    EventDispatcher dispatcher,
    SmsEventOptions options,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task[] _running = [];

    public void Start() => _running = [.. registrations.Value.Accounts.Select(account => Task.Run(() => RunAsync(account)))];

    public void Dispose() => _stopping.Dispose();

    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
    }

    private async Task RunAsync(string account)
    {
        var failures = 0;
        try
        {
            // Options may change, so they are asked each time; an account that does not want it is not looked at again.
            while (accounts.Find(account)?.Account.Current.Options.PollInbox is { } interval)
            {
                var wait = interval;
                try
                {
                    await FetchAsync(account).ConfigureAwait(false);
                    failures = 0;
                }
                catch (Exception exception) when (!_stopping.IsCancellationRequested)
                {
                    wait = PollBackOff.After(++failures, (exception as SmsException)?.Error.RetryAfter);
                    SmsLog.PollFailed(logger, exception, account, wait);
                }

                await Task.Delay(wait, time, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The next process goes on from the bookmark.
        }
    }

    private async Task FetchAsync(string account)
    {
        var inbox = accounts.Find(account)?.GetService(typeof(ISmsInbox)) as ISmsInbox
            ?? throw new NotSupportedException("The gateway keeps no messages to be fetched: PollInbox has no purpose here.");
        var name = "inbox:" + account;
        var now = time.GetUtcNow();
        var from = (await bookmarks.GetBookmarkAsync(name, _stopping.Token).ConfigureAwait(false) ?? now) - options.InboxOverlap;
        var messages = await inbox.ReadAsync(from, now, _stopping.Token).ConfigureAwait(false);
        SmsEvent[] news = [.. messages.Select(message => new SmsInboundEvent { Account = account, ReceivedAt = now, Source = SmsEventSource.Polled, Message = message })];
        if (!await dispatcher.AcceptAsync(news).ConfigureAwait(false))
        {
            throw new InvalidOperationException("Too many events wait for their handlers.");
        }

        await bookmarks.SetBookmarkAsync(name, now, CancellationToken.None).ConfigureAwait(false);
    }
}
