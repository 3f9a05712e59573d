namespace SmsGateway.Events;

/// <summary>An event that waits for its handlers, and how far it has come.</summary>
internal sealed class EventWork(SmsStoredEvent stored)
{
    public EventLane Lane { get; } = EventLane.Of(stored.Event);

    /// <summary>What comes after it in its lane.</summary>
    public EventWork? Next { get; set; }

    public SmsStoredEvent Stored { get; set; } = stored;

    /// <summary>The handlers are done; what is left to do after them, which may be done again.</summary>
    public Func<CancellationToken, ValueTask>? Aftermath { get; set; }
}
