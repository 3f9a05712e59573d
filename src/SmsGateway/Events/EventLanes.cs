using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

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
    private readonly Gate _gate = new();
    private bool _isOpen; // not before the start, not after the stop
    private int _taken;

    /// <summary>How much is waiting or under way.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _keys.Count;
            }
        }
    }

    /// <summary>Puts work at the end of its lane, unless an event of that key is there.</summary>
    public void Add(EventWork work)
    {
        lock (_gate)
        {
            if (!_keys.Add(work.Stored.Key))
            {
                return;
            }

            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, work.Lane, out var isBehind);
            if (isBehind)
            {
                last!.Next = work;
            }
            else
            {
                _ready.Enqueue(work);
            }

            last = work;
            Begin();
        }
    }

    public void Start()
    {
        lock (_gate)
        {
            _isOpen = true;
            Begin();
        }
    }

    /// <summary>Lets what is under way come to its end; asks it to hurry when the token ends. What waits stays in the store.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _isOpen = false;
            RestWhenEmpty();
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await using (cancellationToken.Register(_aborting.Cancel).ConfigureAwait(false))
        {
            await _atRest.Task.ConfigureAwait(false);
        }
    }

    // Called with the gate held: gives free places to what is ready.
    private void Begin()
    {
        while (_isOpen && _taken < places && _ready.TryDequeue(out var work))
        {
            _taken++;
            ThreadPool.UnsafeQueueUserWorkItem(static begun => _ = begun.Lanes.WorkAsync(begun.Work), (Lanes: this, Work: work), preferLocal: true);
        }
    }

    // Called with the gate held, once started.
    private void RestWhenEmpty()
    {
        if (!_isOpen && _taken == 0)
        {
            _atRest.TrySetResult();
        }
    }

    private async Task WorkAsync(EventWork work)
    {
        var pause = await run(work, _aborting.Token).ConfigureAwait(false);
        lock (_gate)
        {
            _taken--;
            if (pause is null)
            {
                Leave(work);
            }

            Begin();
            RestWhenEmpty();
        }

        if (pause is not null)
        {
            // However it ends, it ends; after a stop nothing begins.
            await pause.WaitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_gate)
            {
                _ready.Enqueue(work);
                Begin();
            }
        }
    }

    private void Leave(EventWork done)
    {
        _keys.Remove(done.Stored.Key);
        if (done.Next is null)
        {
            _last.Remove(done.Lane);
        }
        else
        {
            _ready.Enqueue(done.Next);
        }
    }
}
