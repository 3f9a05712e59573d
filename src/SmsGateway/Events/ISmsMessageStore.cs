namespace SmsGateway;

/// <summary>
/// Keeps what is known of messages while reports about them may come: so that a report finds its message, a final status is the last
/// word, and messages whose gateway never calls back are asked about. Implement it beside <see cref="ISmsEventStore"/>.
/// </summary>
/// <remarks>Used by many threads at once; calls about one message never overlap within a process.</remarks>
public interface ISmsMessageStore
{
    /// <summary>
    /// Finds a message by its account and id - and number, where an id stands for several messages -, else by its account and
    /// reference.
    /// </summary>
    /// <returns>The message; null when there is none, when several fit, or when the one that fits went to another number.</returns>
    ValueTask<SmsTrackedMessage?> FindAsync(SmsMessageHandle message, CancellationToken cancellationToken);

    /// <summary>Puts messages, each in the place of the one with its key.</summary>
    ValueTask SaveAsync(IReadOnlyList<SmsTrackedMessage> messages, CancellationToken cancellationToken);

    /// <summary>Reads the messages that are still asked about: <see cref="SmsTrackedMessage.IsPolled"/> and not final. Called once, at start.</summary>
    IAsyncEnumerable<SmsTrackedMessage> ReadPolledAsync(CancellationToken cancellationToken);

    /// <summary>Reads a time that was kept under a name; null when there is none.</summary>
    ValueTask<DateTimeOffset?> GetBookmarkAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps a time under a name, without end.</summary>
    ValueTask SetBookmarkAsync(string name, DateTimeOffset time, CancellationToken cancellationToken);
}
