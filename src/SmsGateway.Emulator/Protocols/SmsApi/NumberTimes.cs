namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>How often each number was written to of late.</summary>
internal sealed class NumberTimes
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Queue<(string Digits, DateTimeOffset At)> _order = new();

    public int Count(string digits, DateTimeOffset now, TimeSpan within)
    {
        while (_order.TryPeek(out var oldest) && now - oldest.At >= within)
        {
            _order.Dequeue();
            if (--_counts[oldest.Digits] == 0)
            {
                _counts.Remove(oldest.Digits);
            }
        }

        return _counts.GetValueOrDefault(digits);
    }

    public void Add(string digits, DateTimeOffset now)
    {
        _counts[digits] = _counts.GetValueOrDefault(digits) + 1;
        _order.Enqueue((digits, now));
    }
}
