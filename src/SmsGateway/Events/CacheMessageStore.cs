using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace SmsGateway.Events;

/// <summary>Messages in a cache: each under its key, its names beside it, and a place for each that is asked about.</summary>
internal sealed class CacheMessageStore(IDistributedCache cache, string instance) : ISmsMessageStore
{
    private const string Prefix = "SmsGateway.Message:";
    private const string Several = "*"; // in place of a key where an id belongs to several messages
    private const int Parallel = 16;

    private readonly CacheSlots _polled = new(cache, $"SmsGateway.Polled:{instance}");
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);

    public async ValueTask<SmsTrackedMessage?> FindAsync(SmsMessageHandle message, CancellationToken cancellationToken)
    {
        foreach (var name in MessageNames.Of(message))
        {
            if (await ReadAsync(NameOf(name), cancellationToken).ConfigureAwait(false) is { } key
                && key != Several
                && await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found
                && MessageNames.Fits(found, message))
            {
                return found;
            }
        }

        return null;
    }

    public ValueTask SaveAsync(IReadOnlyList<SmsTrackedMessage> messages, CancellationToken cancellationToken) => new(
        System.Threading.Tasks.Parallel.ForEachAsync(
            messages, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken }, SaveAsync));

    public async IAsyncEnumerable<SmsTrackedMessage> ReadPolledAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (slot, value) in await _polled.ReadEarlierAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = Encoding.UTF8.GetString(value);
            if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { IsPolled: true, IsFinal: false } message && _places.TryAdd(key, slot))
            {
                yield return message;
            }
            else
            {
                await cache.RemoveAsync(_polled.NameOf(slot), cancellationToken).ConfigureAwait(false);
                await _polled.GiveBackAsync(slot).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask<DateTimeOffset?> GetBookmarkAsync(string name, CancellationToken cancellationToken) =>
        await ReadAsync(BookmarkOf(name), cancellationToken).ConfigureAwait(false) is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : null;

    public async ValueTask SetBookmarkAsync(string name, DateTimeOffset time, CancellationToken cancellationToken) => await cache.SetAsync(
        BookmarkOf(name),
        Encoding.UTF8.GetBytes(time.ToString("O", CultureInfo.InvariantCulture)),
        new DistributedCacheEntryOptions(),
        cancellationToken).ConfigureAwait(false);

    private async ValueTask SaveAsync(SmsTrackedMessage message, CancellationToken cancellationToken)
    {
        var until = new DistributedCacheEntryOptions { AbsoluteExpiration = message.KnownUntil };
        var before = await FindAsync(message.Key, cancellationToken).ConfigureAwait(false);
        await cache.SetAsync(
            Prefix + message.Key, JsonSerializer.SerializeToUtf8Bytes(message, EventJson.Default.SmsTrackedMessage), until, cancellationToken).ConfigureAwait(false);
        if (before?.Message != message.Message)
        {
            foreach (var name in MessageNames.Of(message.Message))
            {
                var key = await ReadAsync(NameOf(name), cancellationToken).ConfigureAwait(false);
                if (key != message.Key)
                {
                    var value = key is not null && name.IsShared ? Several : message.Key;
                    await cache.SetAsync(NameOf(name), Encoding.UTF8.GetBytes(value), until, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        await NotePolledAsync(message, until, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask NotePolledAsync(SmsTrackedMessage message, DistributedCacheEntryOptions until, CancellationToken cancellationToken)
    {
        if (message is { IsPolled: true, IsFinal: false })
        {
            if (!_places.ContainsKey(message.Key))
            {
                var slot = await _polled.TakeAsync(cancellationToken).ConfigureAwait(false);
                await cache.SetAsync(_polled.NameOf(slot), Encoding.UTF8.GetBytes(message.Key), until, cancellationToken).ConfigureAwait(false);
                _places[message.Key] = slot;
            }
        }
        else if (_places.TryRemove(message.Key, out var slot))
        {
            await cache.RemoveAsync(_polled.NameOf(slot), cancellationToken).ConfigureAwait(false);
            await _polled.GiveBackAsync(slot).ConfigureAwait(false);
        }
    }

    private async ValueTask<SmsTrackedMessage?> FindAsync(string key, CancellationToken cancellationToken) =>
        await cache.GetAsync(Prefix + key, cancellationToken).ConfigureAwait(false) is { } value
            ? JsonSerializer.Deserialize(value, EventJson.Default.SmsTrackedMessage)
            : null;

    private async ValueTask<string?> ReadAsync(string name, CancellationToken cancellationToken) =>
        await cache.GetAsync(name, cancellationToken).ConfigureAwait(false) is { } value ? Encoding.UTF8.GetString(value) : null;

    // Names hold numbers, which do not belong into the keys of a cache.
    private static string NameOf(MessageName name) => "SmsGateway.Name:" + EventKeys.Digest(name.ToString());

    private string BookmarkOf(string name) => $"SmsGateway.Bookmark:{instance}:{name}";
}
