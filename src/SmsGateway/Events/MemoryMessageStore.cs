using System.Runtime.CompilerServices;

namespace SmsGateway.Events;

/// <summary>Messages in this process's memory. The oldest leave when they are too old or too many.</summary>
internal sealed class MemoryMessageStore(TimeProvider time, int maxRemembered) : ISmsMessageStore
{
    private readonly Dictionary<string, SmsTrackedMessage> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, DateTimeOffset> _bookmarks = new(StringComparer.Ordinal);
    private readonly object _gate = new();

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
            foreach (var name in MessageNames.ToAsk(message))
            {
                if (_names.TryGetValue(name, out var key) && _messages.TryGetValue(key, out var found) && MessageNames.Fits(found, message))
                {
                    return ValueTask.FromResult<SmsTrackedMessage?>(found);
                }
            }
        }

        return ValueTask.FromResult<SmsTrackedMessage?>(null);
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
            polled = [.. _messages.Values.Where(message => message is { IsPolled: true, IsFinal: false })];
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
        if (_messages.TryGetValue(message.Key, out var before))
        {
            if (before.Message != message.Message)
            {
                Name(message); // more is known of it now; what was known stays
            }
        }
        else
        {
            Sweep();
            _order.Enqueue(message.Key);
            Name(message);
        }

        _messages[message.Key] = message;
    }

    private void Name(SmsTrackedMessage message)
    {
        foreach (var (name, isShared) in MessageNames.Of(message.Message))
        {
            if (!_names.TryAdd(name, message.Key) && _names[name] != message.Key)
            {
                // An id of several messages names none of them alone; of a reference the latest user has it.
                _names[name] = isShared ? MessageNames.Several : message.Key;
            }
        }
    }

    private void Forget(SmsTrackedMessage message)
    {
        foreach (var (name, _) in MessageNames.Of(message.Message))
        {
            if (_names.TryGetValue(name, out var key) && (key == message.Key || key == MessageNames.Several))
            {
                _names.Remove(name);
            }
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        for (var step = 0; step < 4 && _order.TryPeek(out var oldest); step++)
        {
            var message = _messages[oldest];
            if (_messages.Count < maxRemembered && message.KnownUntil > now)
            {
                return;
            }

            _order.Dequeue();
            _messages.Remove(oldest);
            Forget(message);
        }
    }
}
