namespace SmsGateway.Emulator.Capture;

/// <summary>
/// All records of one kind in one emulator: a log per inbox, one order over all of them, one signal for those who wait.
/// Retention is per log, so that a busy inbox never pushes out what another test still needs.
/// </summary>
internal sealed class CaptureStore<T>(int maxCount, long maxBytes)
    where T : class, ICaptured
{
    private readonly Gate _gate = new();
    private readonly List<CaptureLog<T>> _logs = [];
    private TaskCompletionSource? _changed;
    private long _sequence;

    /// <summary>The place behind the newest record.</summary>
    public Cursor End
    {
        get
        {
            lock (_gate)
            {
                return new(_sequence);
            }
        }
    }

    public CaptureLog<T> AddLog()
    {
        var log = new CaptureLog<T>(maxCount, maxBytes);
        lock (_gate)
        {
            _logs.Add(log);
        }

        return log;
    }

    public void Add(CaptureLog<T> log, T item, Action? together = null)
    {
        lock (_gate)
        {
            item.Sequence = ++_sequence;
            log.Push(item);
            together?.Invoke(); // Whoever sees the one sees the other.
            Signal();
        }
    }

    public void Add(CaptureLog<T> log, IReadOnlyList<T> items)
    {
        lock (_gate)
        {
            for (var i = 0; i < items.Count; i++)
            {
                items[i].Sequence = ++_sequence;
                log.Push(items[i]);
            }

            Signal();
        }
    }

    /// <summary>The records behind the cursor, oldest first; of one log, or of all.</summary>
    public T[] Since(CaptureLog<T>? log, Cursor cursor)
    {
        lock (_gate)
        {
            if (log is not null)
            {
                return log.Since(cursor.Position);
            }

            var parts = _logs.Select(each => each.Since(cursor.Position)).Where(part => part.Length > 0).ToList();
            if (parts is [var only])
            {
                return only; // Most emulators have one inbox, and that is in order.
            }

            var all = parts.SelectMany(part => part).ToArray();
            Array.Sort(all, static (left, right) => left.Sequence.CompareTo(right.Sequence));
            return all;
        }
    }

    public int Count(CaptureLog<T>? log)
    {
        lock (_gate)
        {
            return log?.Count ?? _logs.Sum(each => each.Count);
        }
    }

    public int Remove(CaptureLog<T>? log, Func<T, bool> match)
    {
        lock (_gate)
        {
            return log?.Remove(match) ?? _logs.Sum(each => each.Remove(match));
        }
    }

    /// <summary>Completes with the next record that is added.</summary>
    public Task NextChange()
    {
        lock (_gate)
        {
            _changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _changed.Task;
        }
    }

    private void Signal()
    {
        _changed?.SetResult();
        _changed = null;
    }
}
