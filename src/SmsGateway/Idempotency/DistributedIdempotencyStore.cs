using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace SmsGateway.Idempotency;

/// <summary>Keys in the application's distributed cache: they survive a restart, but looking and putting are two steps.</summary>
internal sealed class DistributedIdempotencyStore(IDistributedCache cache) : ISmsIdempotencyStore
{
    private const string Prefix = "SmsGateway.Idempotency:";

    public async ValueTask<SmsIdempotencyRecord?> GetOrAddAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        var known = await cache.GetAsync(Prefix + key, cancellationToken).ConfigureAwait(false);
        if (known is not null)
        {
            return JsonSerializer.Deserialize(known, SmsIdempotencyJson.Default.SmsIdempotencyRecord);
        }

        await SetAsync(key, record, timeToLive, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public async ValueTask SetAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        await cache.SetAsync(
            Prefix + key,
            JsonSerializer.SerializeToUtf8Bytes(record, SmsIdempotencyJson.Default.SmsIdempotencyRecord),
            new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = timeToLive },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask RemoveAsync(string key, CancellationToken cancellationToken) =>
        await cache.RemoveAsync(Prefix + key, cancellationToken).ConfigureAwait(false);
}
