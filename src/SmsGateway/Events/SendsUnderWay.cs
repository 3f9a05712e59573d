using System.Collections.Concurrent;

namespace SmsGateway.Events;

/// <summary>The sends that have not come back: a report that comes before may be about one of their messages.</summary>
internal sealed class SendsUnderWay
{
    private readonly ConcurrentDictionary<TaskCompletionSource, byte> _sends = [];

    /// <summary>Notes a send; dispose when its results are kept.</summary>
    public IDisposable Begin()
    {
        var send = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sends[send] = 0;
        return new End(this, send);
    }

    /// <summary>Whether there are any; the task ends when all that are under way now have come back.</summary>
    public bool Any(out Task whenBack)
    {
        whenBack = _sends.IsEmpty ? Task.CompletedTask : Task.WhenAll(_sends.Keys.Select(send => send.Task));
        return !whenBack.IsCompleted;
    }

    private sealed class End(SendsUnderWay owner, TaskCompletionSource send) : IDisposable
    {
        public void Dispose()
        {
            owner._sends.TryRemove(send, out _);
            send.TrySetResult();
        }
    }
}
