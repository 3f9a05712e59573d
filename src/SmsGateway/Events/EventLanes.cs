using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace SmsGateway.Events;

/// <summary>
/// Work in lanes: within a lane one after the other, in order; different lanes side by side, on a few workers. A lane whose first piece has
/// to wait holds no worker meanwhile.
/// </summary>
/// <param name="workers">How many run side by side.</param>
/// <param name="run">Does a piece of work; returns null when it is done, else what to wait for before it is run again. Never throws.</param>
[SuppressMessage("Design", "CA1001", Justification = "Token sources without timers hold nothing.")]
internal sealed class EventLanes(int workers, Func<EventWork, CancellationToken, Task<Task?>> run)
{
    private readonly Dictionary<EventLane, EventWork> _last = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Channel<EventWork> _ready = Channel.CreateUnbounded<EventWork>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly object _gate = new();
    private Task[] _workers = [];

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

            var isBehind = _last.TryGetValue(work.Lane, out var last);
            _last[work.Lane] = work;
            if (isBehind)
            {
                last!.Next = work;
                return;
            }
        }

        _ready.Writer.TryWrite(work);
    }

    public void Start() => _workers = [.. Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync))];

    /// <summary>Lets what is under way come to its end; asks it to hurry when the token ends. What waits stays in the store.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await using (cancellationToken.Register(_aborting.Cancel).ConfigureAwait(false))
        {
            await Task.WhenAll(_workers).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var work in _ready.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                await StepAsync(work).ConfigureAwait(false);
                _stopping.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }

    private async Task StepAsync(EventWork work)
    {
        if (await run(work, _aborting.Token).ConfigureAwait(false) is { } pause)
        {
            _ = ResumeAsync(work, pause);
            return;
        }

        lock (_gate)
        {
            _keys.Remove(work.Stored.Key);
            if (work.Next is null)
            {
                _last.Remove(work.Lane);
                return;
            }
        }

        _ready.Writer.TryWrite(work.Next);
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

        _ready.Writer.TryWrite(work);
    }
}
