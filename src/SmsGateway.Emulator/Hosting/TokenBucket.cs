namespace SmsGateway.Emulator.Hosting;

/// <summary>A bucket that fills evenly; each request takes a token or is refused.</summary>
internal sealed class TokenBucket(TimeProvider time)
{
    private readonly Gate _gate = new();
    private DateTimeOffset _last;
    private double _tokens = double.MaxValue;

    /// <summary>Takes a token. Without one, says how long until the next.</summary>
    public bool TryTake(RateLimit limit, out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var perSecond = limit.Requests / limit.Per.TotalSeconds;
            _tokens = Math.Min(limit.Requests, _tokens + (Math.Max(0, (now - _last).TotalSeconds) * perSecond));
            _last = now;
            if (_tokens >= 1)
            {
                _tokens--;
                wait = TimeSpan.Zero;
                return true;
            }

            wait = TimeSpan.FromSeconds((1 - _tokens) / perSecond);
            return false;
        }
    }

    /// <summary>Whole tokens left.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
            {
                return (int)Math.Min(_tokens, int.MaxValue);
            }
        }
    }
}
