namespace SmsGateway.Emulator.Clock;

/// <summary>What is to happen later, in the order of its time: one queue and one timer for the whole emulator.</summary>
internal sealed class Agenda : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Gate _gate = new();
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _acts = new();
    private ITimer? _timer;
    private long _order;
    private bool _disposed;

    public Agenda(TimeProvider time) => _time = time;

    /// <summary>Runs the act when its time has come; at once, on this thread, when it lies behind.</summary>
    public void At(DateTimeOffset due, Action act)
    {
        if (due <= _time.GetUtcNow())
        {
            act();
            return;
        }

        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _acts.Enqueue(act, (due, _order++));
            Arm();
        }
    }

    /// <summary>Forgets everything that is still to come.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _acts.Clear();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _acts.Clear();
            _timer?.Dispose();
        }
    }

    private void Arm()
    {
        if (!_acts.TryPeek(out _, out var first))
        {
            return;
        }

        // A timer of the pool counts whole milliseconds and at most 49 days: never early, and again on the way.
        var wait = first.Due - _time.GetUtcNow() + TimeSpan.FromMilliseconds(_time == TimeProvider.System ? 1 : 0);
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(30) ? TimeSpan.FromDays(30) : wait;
        _timer ??= _time.CreateTimer(static agenda => ((Agenda)agenda!).RunDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void RunDue()
    {
        while (Next() is { } act)
        {
            act();
        }
    }

    private Action? Next()
    {
        lock (_gate)
        {
            if (!_disposed && _acts.TryPeek(out var act, out var first) && first.Due <= _time.GetUtcNow())
            {
                _acts.Dequeue();
                return act;
            }

            if (!_disposed)
            {
                Arm();
            }

            return null;
        }
    }
}
