namespace SmsGateway.Emulator.Capture;

/// <summary>A ring of records, oldest out first by count and by bytes. The store locks around it.</summary>
internal sealed class CaptureLog<T>(int maxCount, long maxBytes)
    where T : class, ICaptured
{
    private T?[] _ring = new T?[Math.Min(16, Math.Max(maxCount, 1))];
    private int _head;
    private long _bytes;

    public int Count { get; private set; }

    public void Push(T item)
    {
        while (Count > 0 && (Count >= maxCount || _bytes + item.Size > maxBytes))
        {
            DropOldest();
        }

        if (maxCount <= 0)
        {
            return;
        }

        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_head + Count) % _ring.Length] = item;
        Count++;
        _bytes += item.Size;
    }

    public T[] Since(long position)
    {
        var first = FirstBehind(position);
        var found = new T[Count - first];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = At(first + i);
        }

        return found;
    }

    public int Remove(Func<T, bool> match)
    {
        var kept = Since(0).Where(item => !match(item)).ToArray();
        var removed = Count - kept.Length;
        Array.Clear(_ring);
        (_head, Count, _bytes) = (0, 0, 0);
        foreach (var item in kept)
        {
            Push(item);
        }

        return removed;
    }

    private T At(int index) => _ring[(_head + index) % _ring.Length]!;

    private int FirstBehind(long position)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = At(middle).Sequence <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void DropOldest()
    {
        _bytes -= _ring[_head]!.Size;
        _ring[_head] = null;
        _head = (_head + 1) % _ring.Length;
        Count--;
    }

    private void Grow()
    {
        var larger = new T?[Math.Min(Math.Max(_ring.Length * 2, 16), maxCount)];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = At(i);
        }

        (_ring, _head) = (larger, 0);
    }
}
