namespace SmsGateway.Emulator.Protocols;

/// <summary>
/// What a gateway remembers of its messages for look-ups, by a key of its own. It keeps the newest ones, apart from what the
/// inbox shows, so that clearing or filling the inbox does not make a message unknown to its gateway.
/// </summary>
internal sealed class MessageIndex(int capacity)
{
    private readonly Dictionary<string, List<CapturedMessage>> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, CapturedMessage Message)> _order = new();
    private readonly Gate _gate = new();

    public void Add(string key, CapturedMessage message)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var messages))
            {
                _byKey[key] = messages = [];
            }

            messages.Add(message);
            _order.Enqueue((key, message));
            if (_order.Count > capacity)
            {
                DropOldest();
            }
        }
    }

    /// <summary>All messages of a key, oldest first.</summary>
    public IReadOnlyList<CapturedMessage> Find(string key)
    {
        lock (_gate)
        {
            return _byKey.TryGetValue(key, out var messages) ? [.. messages] : [];
        }
    }

    public CapturedMessage? FindLast(string key)
    {
        lock (_gate)
        {
            return _byKey.TryGetValue(key, out var messages) ? messages[^1] : null;
        }
    }

    private void DropOldest()
    {
        var (key, message) = _order.Dequeue();
        if (_byKey.TryGetValue(key, out var messages))
        {
            messages.Remove(message);
            if (messages.Count == 0)
            {
                _byKey.Remove(key);
            }
        }
    }
}
