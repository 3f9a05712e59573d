using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SmsGateway.Suppression;
using SmsGateway.Telemetry;

namespace SmsGateway.Events;

/// <summary>Takes events in: each is stored once, then handled. Whoever brought it may be told so as soon as this returns.</summary>
internal sealed class EventDispatcher(
    ISmsEventStore store, EventSteps steps, SuppressionKeeper suppression, EventTelemetry telemetry, SmsEventOptions options, ILogger logger)
{
    private readonly EventLanes _lanes = new(options.MaxParallelHandlers, steps.RunAsync);

    // Keys of which it is not known whether the store has them: a repeat that it calls known is handled all the same.
    private readonly ConcurrentDictionary<string, byte> _inDoubt = new(StringComparer.Ordinal);

    /// <summary>How many events wait or are being handled.</summary>
    public int Pending => _lanes.Count;

    /// <summary>Stores events; when it throws, the same ones may be brought again, and should.</summary>
    /// <returns>False when there is no room for more just now.</returns>
    public async ValueTask<bool> AcceptAsync(IReadOnlyList<SmsEvent> events)
    {
        if (_lanes.Count + events.Count > Math.Max(options.MaxPending, events.Count))
        {
            return false;
        }

        foreach (var happened in events)
        {
            var stored = Prepare(happened);
            try
            {
                // Not to be cancelled: a caller that goes away in between must not leave an event that nobody handles.
                if (await store.TryAddAsync(stored, CancellationToken.None).ConfigureAwait(false) | _inDoubt.TryRemove(stored.Key, out _))
                {
                    _lanes.Add(new EventWork(stored));
                }
                else
                {
                    telemetry.Count(happened, "repeated");
                }
            }
            catch
            {
                _inDoubt[stored.Key] = 0;
                throw;
            }
        }

        return true;
    }

    /// <summary>Takes up what an earlier process left, and begins.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var left = 0;
        await foreach (var stored in store.ReadPendingAsync(cancellationToken).ConfigureAwait(false))
        {
            _lanes.Add(new EventWork(stored));
            left++;
        }

        if (left > 0)
        {
            SmsLog.EventsResumed(logger, left);
        }

        _lanes.Start();
    }

    public Task StopAsync(CancellationToken cancellationToken) => _lanes.StopAsync(cancellationToken);

    private SmsStoredEvent Prepare(SmsEvent happened)
    {
        var key = EventKeys.Of(happened);
        var isDistinct = EventKeys.IsDistinct(happened);
        if (!options.KeepRaw)
        {
            happened = happened with { Raw = null };
        }

        if (happened is SmsInboundEvent inbound)
        {
            happened = suppression.Mark(inbound);
        }

        return new SmsStoredEvent(key, happened)
        {
            KnownUntil = happened.ReceivedAt + (isDistinct ? options.Retention : options.RepeatWindow),
            RetryUntil = happened.ReceivedAt + options.Retention,
        };
    }
}
