using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;

namespace SmsGateway.Events;

/// <summary>
/// Numbered places in a cache, which cannot list what it holds: whoever starts again looks into all places that were ever given out.
/// How many those are is written down before the first of them is used.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing.")]
internal sealed class CacheSlots(IDistributedCache cache, string prefix)
{
    private const int Reserve = 256;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Stack<int> _free = [];
    private int _earlier = -1;
    private int _reserved;
    private int _next;

    public string NameOf(int slot) => string.Create(CultureInfo.InvariantCulture, $"{prefix}:{slot}");

    /// <summary>Gives out a place.</summary>
    public async ValueTask<int> TakeAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
            if (_free.TryPop(out var slot))
            {
                return slot;
            }

            if (_next == _reserved)
            {
                var count = Encoding.ASCII.GetBytes((_reserved + Reserve).ToString(CultureInfo.InvariantCulture));
                await cache.SetAsync(prefix, count, new DistributedCacheEntryOptions(), cancellationToken).ConfigureAwait(false);
                _reserved += Reserve;
            }

            return _next++;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a place back, which is empty.</summary>
    public async ValueTask GiveBackAsync(int slot)
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _free.Push(slot);
        _gate.Release();
    }

    /// <summary>Reads what an earlier process left; places that it left empty are given out again.</summary>
    public async Task<List<(int Slot, byte[] Value)>> ReadEarlierAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }

        List<(int Slot, byte[] Value)> found = [];
        for (var slot = 0; slot < _earlier; slot++)
        {
            if (await cache.GetAsync(NameOf(slot), cancellationToken).ConfigureAwait(false) is { } value)
            {
                found.Add((slot, value));
            }
            else
            {
                await GiveBackAsync(slot).ConfigureAwait(false);
            }
        }

        _earlier = 0;
        return found;
    }

    private async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        if (_earlier < 0)
        {
            var count = await cache.GetAsync(prefix, cancellationToken).ConfigureAwait(false);
            _earlier = count is null ? 0 : int.Parse(Encoding.ASCII.GetString(count), CultureInfo.InvariantCulture);
            _reserved = _next = _earlier;
        }
    }
}
