using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace SmsGateway.Events;

/// <summary>
/// Events in a cache. An event has a place of its own while it waits, and a key that outlives it and says which place that was. The place
/// is filled first: a process that dies in between leaves an event that comes again, never a key without its event.
/// </summary>
internal sealed class CacheEventStore(IDistributedCache cache, string instance, TimeProvider time) : ISmsEventStore
{
    private readonly CacheSlots _slots = new(cache, $"SmsGateway.Events:{instance}");
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Stripes _stripes = new();

    public async ValueTask<bool> TryAddAsync(SmsStoredEvent stored, CancellationToken cancellationToken)
    {
        using var alone = await _stripes.EnterAsync(stored.Key, cancellationToken).ConfigureAwait(false);
        if (_places.ContainsKey(stored.Key) || await cache.GetAsync(NameOf(stored.Key), cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        var slot = await _slots.TakeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WriteAsync(slot, stored, cancellationToken).ConfigureAwait(false);
            await NoteAsync(slot, stored, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Never put: what may stand in the place is written over, or does not match its key.
            await _slots.GiveBackAsync(slot).ConfigureAwait(false);
            throw;
        }

        _places[stored.Key] = slot;
        return true;
    }

    public async ValueTask CompleteAsync(SmsStoredEvent stored, CancellationToken cancellationToken)
    {
        if (_places.TryGetValue(stored.Key, out var slot))
        {
            await cache.RemoveAsync(_slots.NameOf(slot), cancellationToken).ConfigureAwait(false);
            _places.TryRemove(stored.Key, out _);
            await _slots.GiveBackAsync(slot).ConfigureAwait(false);
        }
    }

    public async ValueTask UpdateAsync(SmsStoredEvent stored, CancellationToken cancellationToken)
    {
        if (_places.TryGetValue(stored.Key, out var slot))
        {
            await WriteAsync(slot, stored, cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<SmsStoredEvent> ReadPendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<SmsStoredEvent> pending = [];
        foreach (var (slot, value) in await _slots.ReadEarlierAsync(cancellationToken).ConfigureAwait(false))
        {
            var stored = JsonSerializer.Deserialize(value, EventJson.Default.SmsStoredEvent)!;
            var place = await cache.GetAsync(NameOf(stored.Key), cancellationToken).ConfigureAwait(false);
            if ((place is not null && Encoding.ASCII.GetString(place) != Text(slot)) || !_places.TryAdd(stored.Key, slot))
            {
                await cache.RemoveAsync(_slots.NameOf(slot), cancellationToken).ConfigureAwait(false);
                await _slots.GiveBackAsync(slot).ConfigureAwait(false);
                continue;
            }

            if (place is null && stored.KnownUntil > time.GetUtcNow())
            {
                await NoteAsync(slot, stored, cancellationToken).ConfigureAwait(false);
            }

            pending.Add(stored);
        }

        foreach (var stored in pending.OrderBy(stored => stored.Event.ReceivedAt))
        {
            yield return stored;
        }
    }

    private static string NameOf(string key) => "SmsGateway.Event:" + key;

    private static string Text(int slot) => slot.ToString(CultureInfo.InvariantCulture);

    // A day longer than its key: what waits is not forgotten before what is done.
    private Task WriteAsync(int slot, SmsStoredEvent stored, CancellationToken cancellationToken) => cache.SetAsync(
        _slots.NameOf(slot),
        JsonSerializer.SerializeToUtf8Bytes(stored, EventJson.Default.SmsStoredEvent),
        new DistributedCacheEntryOptions { AbsoluteExpiration = stored.RetryUntil.AddDays(1) },
        cancellationToken);

    private Task NoteAsync(int slot, SmsStoredEvent stored, CancellationToken cancellationToken) => cache.SetAsync(
        NameOf(stored.Key),
        Encoding.ASCII.GetBytes(Text(slot)),
        new DistributedCacheEntryOptions { AbsoluteExpiration = stored.KnownUntil },
        cancellationToken);
}
