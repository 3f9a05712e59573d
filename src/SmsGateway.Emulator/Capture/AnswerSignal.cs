namespace SmsGateway.Emulator.Capture;

/// <summary>Says when the reply to a request has left, so that a report can come after it - or before it on purpose.</summary>
internal sealed class AnswerSignal
{
    /// <summary>A reply that left long ago.</summary>
    public static readonly AnswerSignal Given = new() { _given = true };

    private TaskCompletionSource? _waiting;
    private volatile bool _given;

    public bool IsGiven => _given;

    public void Give()
    {
        _given = true;
        Volatile.Read(ref _waiting)?.TrySetResult();
    }

    public Task WaitAsync()
    {
        if (_given)
        {
            return Task.CompletedTask;
        }

        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting = Interlocked.CompareExchange(ref _waiting, waiting, null) ?? waiting;
        if (_given)
        {
            waiting.TrySetResult();
        }

        return waiting.Task;
    }
}
