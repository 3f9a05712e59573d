namespace SmsGateway.Http;

/// <summary>
/// Randomness in stock, for one thread: drawing sixteen bytes takes the system about as long as drawing a thousand. What is left after a second is
/// thrown away, for a machine that was stored and is started many times over must not say the same everywhere.
/// </summary>
/// <param name="draw">Fills a buffer with randomness.</param>
internal sealed class RandomStock(Action<byte[]> draw)
{
    private const int Size = 1024;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private readonly byte[] _octets = new byte[Size];
    private int _used = Size;
    private DateTimeOffset _drawnAt;

    /// <summary>Takes some out, once; valid until the next time.</summary>
    public ReadOnlySpan<byte> Take(int count, DateTimeOffset now)
    {
        if (_used + count > Size || (now - _drawnAt).Duration() >= Life)
        {
            draw(_octets);
            (_used, _drawnAt) = (0, now);
        }

        _used += count;
        return _octets.AsSpan(_used - count, count);
    }
}
