using System.Collections.Concurrent;

namespace SmsGateway.Idempotency;

/// <summary>Keys in this process's memory: atomic, and gone with it.</summary>
internal sealed class MemoryIdempotencyStore(TimeProvider time) : ISmsIdempotencyStore
{
    private const int SweepEvery = 1024;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _writes;

    public ValueTask<SmsIdempotencyRecord?> GetOrAddAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        Sweep();
        var mine = new Entry(record, time.GetUtcNow() + timeToLive);
        while (true)
        {
            var entry = _entries.GetOrAdd(key, mine);
            if (ReferenceEquals(entry, mine))
            {
                return ValueTask.FromResult<SmsIdempotencyRecord?>(null);
            }

            if (entry.Until > time.GetUtcNow())
            {
                return ValueTask.FromResult<SmsIdempotencyRecord?>(entry.Record);
            }

            _entries.TryRemove(new(key, entry));
        }
    }

    public ValueTask SetAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        _entries[key] = new Entry(record, time.GetUtcNow() + timeToLive);
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        _entries.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }

    private void Sweep()
    {
        if (Interlocked.Increment(ref _writes) % SweepEvery != 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var entry in _entries)
        {
            if (entry.Value.Until <= now)
            {
                _entries.TryRemove(entry);
            }
        }
    }

    private sealed record Entry(SmsIdempotencyRecord Record, DateTimeOffset Until);
}
