namespace SmsGateway.Emulator.Protocols;

/// <summary>Keys that are remembered for a time.</summary>
internal sealed class RecentKeys
{
    private readonly Dictionary<string, DateTimeOffset> _keys = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset At)> _order = new();

    public bool Has(string key, DateTimeOffset now, TimeSpan kept) => _keys.TryGetValue(key, out var at) && now - at < kept;

    public void Add(string key, DateTimeOffset now, TimeSpan kept)
    {
        _keys[key] = now;
        _order.Enqueue((key, now));
        while (_order.TryPeek(out var oldest) && now - oldest.At >= kept)
        {
            _order.Dequeue();
            if (_keys.TryGetValue(oldest.Key, out var at) && at == oldest.At)
            {
                _keys.Remove(oldest.Key);
            }
        }
    }
}
