using System.Runtime.CompilerServices;

namespace SmsGateway.Events;

/// <summary>Events in this process's memory: gone with it. Keys leave when they are too old or too many, never while their event waits.</summary>
internal sealed class MemoryEventStore(TimeProvider time, int maxRemembered) : ISmsEventStore
{
    private readonly Dictionary<string, DateTimeOffset> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, SmsStoredEvent> _pending = new(StringComparer.Ordinal);
    private readonly object _gate = new();

    /// <summary>How many keys are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _known.Count;
            }
        }
    }

    public ValueTask<bool> TryAddAsync(SmsStoredEvent stored, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            Sweep(now);
            if (_pending.ContainsKey(stored.Key) || (_known.TryGetValue(stored.Key, out var until) && until > now))
            {
                return ValueTask.FromResult(false);
            }

            if (_known.TryAdd(stored.Key, stored.KnownUntil))
            {
                _order.Enqueue(stored.Key);
            }
            else
            {
                _known[stored.Key] = stored.KnownUntil;
            }

            _pending.Add(stored.Key, stored);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask CompleteAsync(SmsStoredEvent stored, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _pending.Remove(stored.Key);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask UpdateAsync(SmsStoredEvent stored, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _pending[stored.Key] = stored;
        }

        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<SmsStoredEvent> ReadPendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SmsStoredEvent[] pending;
        lock (_gate)
        {
            pending = [.. _pending.Values.OrderBy(stored => stored.Event.ReceivedAt)];
        }

        foreach (var stored in pending)
        {
            yield return stored;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    // A few steps with each event that comes: nothing ever stops to tidy up.
    private void Sweep(DateTimeOffset now)
    {
        for (var step = 0; step < 4 && _order.TryPeek(out var oldest); step++)
        {
            if (_known.Count < maxRemembered && _known[oldest] > now)
            {
                return;
            }

            _order.Dequeue();
            if (_pending.ContainsKey(oldest))
            {
                _order.Enqueue(oldest);
            }
            else
            {
                _known.Remove(oldest);
            }
        }
    }
}
