namespace SmsGateway.Resilience;

/// <summary>
/// So many requests in any stretch of so much time, exactly: a request may start when the one so many places before it is that
/// old. Who must wait, waits in order and may give up; while nobody waits there is no timer, so that thousands of idle accounts cost nothing.
/// </summary>
internal sealed class RequestWindow : IDisposable
{
    private const int MaxPlaces = 1_000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Gate _gate = new();
    private readonly SemaphoreSlim _first = new(1, 1);
    private readonly long[] _starts;
    private readonly TimeSpan _per;
    private readonly int _queueLimit;
    private readonly TimeProvider _time;
    private int _next;
    private int _waiting;

    public RequestWindow(SmsRateLimit limit, int queueLimit, TimeProvider time)
    {
        // A million a second is a thousand a millisecond, for all that anybody can tell.
        var places = Math.Min(limit.Requests, MaxPlaces);
        _per = limit.Per * ((double)places / limit.Requests);
        _starts = new long[places];
        Array.Fill(_starts, long.MinValue);
        _queueLimit = queueLimit;
        _time = time;
    }

    /// <summary>Takes a place if one is free and nobody waits.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            return _waiting == 0 && TryTake(out _);
        }
    }

    /// <summary>Takes a place, waiting for it if need be.</summary>
    /// <param name="patience">A wait that is sure to take longer is not begun.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when a place was taken; else why none is to be had.</returns>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async ValueTask<SmsErrorKind?> TakeAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (TryTake())
            {
                return null;
            }

            if (_waiting >= _queueLimit)
            {
                return SmsErrorKind.RateLimited;
            }

            if (WaitBehind(_waiting, _time.GetTimestamp()) > patience)
            {
                return SmsErrorKind.Timeout;
            }

            _waiting++;
        }

        try
        {
            await WaitAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        finally
        {
            lock (_gate)
            {
                _waiting--;
            }
        }
    }

    public void Dispose() => _first.Dispose();

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _first.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (!TryTake(out var wait))
            {
                await Task.Delay(wait > Tick ? wait : Tick, _time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _first.Release();
        }
    }

    private bool TryTake(out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            wait = WaitBehind(0, now);
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            _starts[_next] = now;
            _next = (_next + 1) % _starts.Length;
            return true;
        }
    }

    // How long until a place is free for somebody who has so many before him.
    private TimeSpan WaitBehind(int others, long now)
    {
        var oldest = _starts[(_next + others) % _starts.Length];
        var rounds = 1 + (others / _starts.Length);
        return oldest == long.MinValue ? TimeSpan.Zero : (_per * rounds) - _time.GetElapsedTime(oldest, now);
    }
}
