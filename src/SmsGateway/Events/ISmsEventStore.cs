namespace SmsGateway;

/// <summary>
/// Keeps events until they are handled, and their keys as long as they may be repeated. Implement it on a database for a guarantee
/// across restarts and processes; two implementations are provided, in memory and over IDistributedCache.
/// </summary>
/// <remarks>
/// Used by many threads at once. What <see cref="TryAddAsync"/> throws makes the gateway repeat its request. Nothing is asked of a
/// transaction: a process may die between any two calls, and no event is lost nor one repeated that was completed.
/// </remarks>
public interface ISmsEventStore
{
    /// <summary>Puts an event unless it is known. When it throws, the event is as good as never put.</summary>
    /// <returns>True when it was put; false when it is known: put before, whether completed since or not.</returns>
    ValueTask<bool> TryAddAsync(SmsStoredEvent stored, CancellationToken cancellationToken);

    /// <summary>Notes that an event is done with: it never comes back, and its key stays known until <see cref="SmsStoredEvent.KnownUntil"/>.</summary>
    ValueTask CompleteAsync(SmsStoredEvent stored, CancellationToken cancellationToken);

    /// <summary>Notes that an event was tried in vain: attempts and time of the next one.</summary>
    ValueTask UpdateAsync(SmsStoredEvent stored, CancellationToken cancellationToken);

    /// <summary>Reads the events that were put and not completed, oldest first. Called once, at start.</summary>
    IAsyncEnumerable<SmsStoredEvent> ReadPendingAsync(CancellationToken cancellationToken);
}

/// <summary>An event with what its handling needs.</summary>
/// <param name="Key">Equal for repeats of one event; a digest that holds nothing personal, 22 letters, digits, - and _.</param>
/// <param name="Event">The event.</param>
public sealed record SmsStoredEvent(string Key, SmsEvent Event)
{
    /// <summary>Until when a repeat can be told.</summary>
    public required DateTimeOffset KnownUntil { get; init; }

    /// <summary>Until when handling is tried; then the event is dropped, with a line in the log.</summary>
    public required DateTimeOffset RetryUntil { get; init; }

    /// <summary>How often a handler failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be tried before; null for at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The handlers that are done with it, where there are several and another failed.</summary>
    public IReadOnlyList<string> HandledBy { get; init; } = [];

    /// <summary>The key and the attempts.</summary>
    public override string ToString() => $"SmsStoredEvent {{ Key = {Key}, Attempts = {Attempts} }}";
}
