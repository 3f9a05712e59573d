using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SmsGateway.Client;

namespace SmsGateway.Events;

/// <summary>Asks about messages whose gateway does not call back: each account at its own pace.</summary>
internal sealed class StatusPoller(
    AccountDirectory accounts, ISmsMessageStore messages, EventDispatcher dispatcher, SmsEventOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, AccountPoller> _accounts = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private bool _isRunning;

    /// <summary>Asks about a message until its status is final.</summary>
    public void Add(SmsTrackedMessage message) =>
        PollerOf(message.Message.Account).Add(message, PollSchedule.Next(message.At, time.GetUtcNow(), options));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var message in messages.ReadPolledAsync(cancellationToken).ConfigureAwait(false))
        {
            PollerOf(message.Message.Account).Add(message, now);
        }

        _isRunning = true;
        foreach (var poller in _accounts.Values)
        {
            poller.Start(_stopping.Token);
        }
    }

    public void Dispose() => _stopping.Dispose();

    public async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_accounts.Values.Select(poller => poller.Ended)).ConfigureAwait(false);
    }

    private AccountPoller PollerOf(string account)
    {
        var poller = _accounts.GetOrAdd(account, name => new AccountPoller(name, accounts, messages, dispatcher, options, time, logger));
        if (_isRunning)
        {
            poller.Start(_stopping.Token);
        }

        return poller;
    }
}
