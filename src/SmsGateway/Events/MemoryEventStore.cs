using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmsGateway.Events;

/// <summary>Events in this process's memory: gone with it. Keys leave when they are too old or too many, never while their event waits.</summary>
internal sealed class MemoryEventStore(TimeProvider time, int maxRemembered) : ISmsEventStore
{
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Until)> _order = new();
    private readonly Gate _gate = new();

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
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, stored.Key, out var exists);
            if (exists && (known.Pending is not null || known.Until > now))
            {
                return ValueTask.FromResult(false);
            }

            known = new Known(stored.KnownUntil, stored);
            if (!exists)
            {
                _order.Enqueue((stored.Key, stored.KnownUntil));
            }

            return ValueTask.FromResult(true);
        }
    }

    public ValueTask CompleteAsync(SmsStoredEvent stored, CancellationToken cancellationToken) => Set(stored.Key, pending: null);

    public ValueTask UpdateAsync(SmsStoredEvent stored, CancellationToken cancellationToken) => Set(stored.Key, stored);

    public async IAsyncEnumerable<SmsStoredEvent> ReadPendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SmsStoredEvent[] pending;
        lock (_gate)
        {
            pending = [.. _known.Values.Select(known => known.Pending).OfType<SmsStoredEvent>().OrderBy(stored => stored.Event.ReceivedAt)];
        }

        foreach (var stored in pending)
        {
            yield return stored;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private ValueTask Set(string key, SmsStoredEvent? pending)
    {
        lock (_gate)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_known, key);
            if (!Unsafe.IsNullRef(ref known))
            {
                known = known with { Pending = pending };
            }
        }

        return ValueTask.CompletedTask;
    }

    // A few steps with each event that comes: nothing ever stops to tidy up. What was put again when its time was over lives longer than the queue knows.
    private void Sweep(DateTimeOffset now)
    {
        for (var step = 0; step < 4 && _order.TryPeek(out var oldest); step++)
        {
            var hasRoom = _known.Count < maxRemembered;
            if (hasRoom && oldest.Until > now)
            {
                return;
            }

            _order.Dequeue();
            var known = _known[oldest.Key];
            if (known.Pending is null && !(hasRoom && known.Until > now))
            {
                _known.Remove(oldest.Key);
            }
            else
            {
                _order.Enqueue((oldest.Key, known.Until));
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(DateTimeOffset Until, SmsStoredEvent? Pending);
}
