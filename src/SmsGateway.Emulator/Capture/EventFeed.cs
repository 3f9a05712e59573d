namespace SmsGateway.Emulator.Capture;

/// <summary>What the inbox page shows as it happens: the last thousand events, each with a number that only grows.</summary>
internal sealed class EventFeed
{
    private const int Capacity = 1_024;
    private readonly EmulatorEvent[] _ring = new EmulatorEvent[Capacity];
    private readonly Gate _gate = new();
    private TaskCompletionSource? _changed;
    private long _last;

    /// <summary>Gets every event in its order, inside the lock: it must be quick.</summary>
    public Action<EmulatorEvent>? Recorder { get; set; }

    public long Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    public void Publish(EventKind kind, object? subject = null)
    {
        lock (_gate)
        {
            _last++;
            _ring[_last % Capacity] = new(_last, kind, subject);
            Recorder?.Invoke(_ring[_last % Capacity]);
            _changed?.SetResult();
            _changed = null;
        }
    }

    /// <summary>
    /// The events behind an id. <paramref name="complete"/> is false when some of them are gone already, or when the id is
    /// not of this run: then the reader must start over.
    /// </summary>
    public EmulatorEvent[] Since(long id, out bool complete)
    {
        lock (_gate)
        {
            complete = id <= _last && id >= _last - Capacity + 1;
            if (!complete)
            {
                return [];
            }

            var events = new EmulatorEvent[_last - id];
            for (var i = 0; i < events.Length; i++)
            {
                events[i] = _ring[(id + 1 + i) % Capacity];
            }

            return events;
        }
    }

    public Task NextChange()
    {
        lock (_gate)
        {
            _changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _changed.Task;
        }
    }
}

/// <summary>One event; the subject is written as JSON only when somebody reads it.</summary>
internal readonly record struct EmulatorEvent(long Id, EventKind Kind, object? Subject);

/// <summary>What can happen.</summary>
internal enum EventKind
{
    Message,
    State,
    Exchange,
    Webhook,
    Reply,
    Faults,
    Cleared,
    Inbox,
}
