namespace SmsGateway.Events;

/// <summary>One at a time for equal keys, in bounded memory: unequal keys may now and then wait for each other.</summary>
internal sealed class Stripes
{
    private const int Count = 64;

    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Hold> EnterAsync<TKey>(TKey key, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var stripe = _locks[(uint)key.GetHashCode() % Count];
        await stripe.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Hold(stripe);
    }

    public readonly struct Hold(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
