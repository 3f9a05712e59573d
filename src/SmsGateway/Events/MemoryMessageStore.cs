using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmsGateway.Events;

/// <summary>Messages in this process's memory. The oldest leave when they are too old or too many.</summary>
internal sealed class MemoryMessageStore(TimeProvider time, int maxRemembered) : ISmsMessageStore
{
    private static readonly Kept Several = new(null!);

    private readonly Dictionary<string, Kept> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<MessageName, Kept> _names = [];
    private readonly Queue<Kept> _order = new();
    private readonly Dictionary<string, DateTimeOffset> _bookmarks = new(StringComparer.Ordinal);
    private readonly Gate _gate = new();

    /// <summary>How many messages are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _messages.Count;
            }
        }
    }

    public ValueTask<SmsTrackedMessage?> FindAsync(SmsMessageHandle message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var found = Find(MessageNames.OfId(message), message) ?? Find(MessageNames.OfNumber(message), message) ?? Find(MessageNames.OfReference(message), message);
            return ValueTask.FromResult(found?.Message);
        }
    }

    public ValueTask SaveAsync(IReadOnlyList<SmsTrackedMessage> messages, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var message in messages)
            {
                Save(message);
            }
        }

        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<SmsTrackedMessage> ReadPolledAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SmsTrackedMessage[] polled;
        lock (_gate)
        {
            polled = [.. _messages.Values.Select(kept => kept.Message).Where(message => message is { IsPolled: true, IsFinal: false })];
        }

        foreach (var message in polled)
        {
            yield return message;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public ValueTask<DateTimeOffset?> GetBookmarkAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<DateTimeOffset?>(_bookmarks.TryGetValue(name, out var at) ? at : null);
        }
    }

    public ValueTask SetBookmarkAsync(string name, DateTimeOffset time, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _bookmarks[name] = time;
        }

        return ValueTask.CompletedTask;
    }

    private void Save(SmsTrackedMessage message)
    {
        // Mostly it was found by its id a moment ago.
        var kept = Find(MessageNames.OfId(message.Message), message.Message);
        if (kept?.Message.Key == message.Key || _messages.TryGetValue(message.Key, out kept))
        {
            var before = kept.Message.Message;
            kept.Message = message;
            if (before != message.Message)
            {
                Name(kept); // more is known of it now; what was known stays
            }

            return;
        }

        Sweep();
        kept = new Kept(message);
        _messages.Add(message.Key, kept);
        _order.Enqueue(kept);
        Name(kept);
    }

    private Kept? Find(MessageName? name, SmsMessageHandle message) =>
        name is { } known && _names.TryGetValue(known, out var found) && found != Several && MessageNames.Fits(found.Message, message) ? found : null;

    // An id of several messages names none of them alone: then it takes the number too. Of a reference the latest user has it.
    private void Name(Kept kept)
    {
        var handle = kept.Message.Message;
        if (MessageNames.OfId(handle) is { } byId)
        {
            ref var owner = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, byId, out _);
            var (before, isShared) = (owner, owner is not null && owner != kept);
            owner = isShared ? Several : kept;
            if (isShared)
            {
                NameByNumber(before!);
                NameByNumber(kept);
            }
        }

        if (MessageNames.OfReference(handle) is { } byReference)
        {
            _names[byReference] = kept;
        }
    }

    private void NameByNumber(Kept kept)
    {
        if (kept != Several && MessageNames.OfNumber(kept.Message.Message) is { } name)
        {
            _names[name] = kept;
        }
    }

    private void Forget(Kept kept)
    {
        var handle = kept.Message.Message;
        _messages.Remove(kept.Message.Key);
        Forget(MessageNames.OfId(handle), kept);
        Forget(MessageNames.OfNumber(handle), kept);
        Forget(MessageNames.OfReference(handle), kept);
    }

    private void Forget(MessageName? name, Kept kept)
    {
        if (name is { } known && _names.TryGetValue(known, out var named) && (named == kept || named == Several))
        {
            _names.Remove(known);
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        for (var step = 0; step < 4 && _order.TryPeek(out var oldest); step++)
        {
            if (_messages.Count < maxRemembered && oldest.Message.KnownUntil > now)
            {
                return;
            }

            Forget(_order.Dequeue());
        }
    }

    private sealed class Kept(SmsTrackedMessage message)
    {
        public SmsTrackedMessage Message { get; set; } = message;
    }
}
