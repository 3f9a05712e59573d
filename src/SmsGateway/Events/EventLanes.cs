using System.Diagnostics.CodeAnalysis;

namespace SmsGateway.Events;

/// <summary>
/// Work in lanes: within a lane one after the other, in order; different lanes side by side, so many at a time. Work begins on the thread that
/// brought it as soon as that is free. A lane whose first piece has to wait holds no place meanwhile.
/// </summary>
/// <param name="places">How many run side by side.</param>
/// <param name="run">Does a piece of work; returns null when it is done, else what to wait for before it is run again. Never throws.</param>
[SuppressMessage("Design", "CA1001", Justification = "Token sources without timers hold nothing.")]
internal sealed class EventLanes(int places, Func<EventWork, CancellationToken, Task<Task?>> run)
{
    private readonly Dictionary<EventLane, EventWork> _last = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<EventWork> _ready = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly TaskCompletionSource _atRest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private int _open; // places: none before the start, none after the stop
    private int _taken;
    private int _count;

    /// <summary>How much is waiting or under way.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Puts work at the end of its lane, unless an event of that key is there.</summary>
    public void Add(EventWork work)
    {
        lock (_gate)
        {
            if (!_keys.Add(work.Stored.Key))
            {
                return;
            }

            _count++;
            var isBehind = _last.TryGetValue(work.Lane, out var last);
            _last[work.Lane] = work;
            if (isBehind)
            {
                last!.Next = work;
                return;
            }

            _ready.Enqueue(work);
        }

        Begin();
    }

    public void Start()
    {
        lock (_gate)
        {
            _open = places;
        }

        for (var place = 0; place < places; place++)
        {
            Begin();
        }
    }

    /// <summary>Lets what is under way come to its end; asks it to hurry when the token ends. What waits stays in the store.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _open = 0;
            if (_taken == 0)
            {
                _atRest.TrySetResult();
            }
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await using (cancellationToken.Register(_aborting.Cancel).ConfigureAwait(false))
        {
            await _atRest.Task.ConfigureAwait(false);
        }
    }

    private void Begin()
    {
        EventWork? work;
        lock (_gate)
        {
            if (_taken >= _open || !_ready.TryDequeue(out work))
            {
                return;
            }

            _taken++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static begun => _ = begun.Lanes.WorkAsync(begun.Work), (Lanes: this, Work: work), preferLocal: true);
    }

    private async Task WorkAsync(EventWork? work)
    {
        while (work is not null)
        {
            var pause = await run(work, _aborting.Token).ConfigureAwait(false);
            if (pause is not null)
            {
                _ = ResumeAsync(work, pause);
            }

            work = Next(pause is null ? work : null);
        }
    }

    // What to do in the same place after a piece of work that is done, or that makes room for others.
    private EventWork? Next(EventWork? done)
    {
        lock (_gate)
        {
            if (done is not null)
            {
                _keys.Remove(done.Stored.Key);
                _count--;
                if (done.Next is null)
                {
                    _last.Remove(done.Lane);
                }
                else
                {
                    _ready.Enqueue(done.Next);
                }
            }

            if (_taken <= _open && _ready.TryDequeue(out var next))
            {
                return next;
            }

            _taken--;
            if (_open == 0 && _taken == 0)
            {
                _atRest.TrySetResult();
            }

            return null;
        }
    }

    private async Task ResumeAsync(EventWork work, Task pause)
    {
        try
        {
            await pause.WaitAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!_stopping.IsCancellationRequested)
        {
            // However it ended, it ended.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_gate)
        {
            _ready.Enqueue(work);
        }

        Begin();
    }
}
