using System.Threading.RateLimiting;

namespace SmsGateway.Resilience;

/// <summary>
/// What an account may ask of its gateway: so many requests in so much time, so many at once, and none until a time
/// that the gateway named. Who waits, waits in order; who would wait behind too many is turned away.
/// </summary>
internal sealed class AccountLimiter : IDisposable
{
    private readonly RateLimiter? _rate;
    private readonly RateLimiter? _concurrency;
    private readonly TimeProvider _time;
    private long _pausedUntil;

    public AccountLimiter(SmsResilienceOptions options, TimeProvider time)
    {
        _time = time;
        if (options.RateLimit is { } rate)
        {
            _rate = new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
            {
                PermitLimit = rate.Requests,
                Window = rate.Per,
                SegmentsPerWindow = 10,
                QueueLimit = options.QueueLimit,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        }

        if (options.MaxConcurrentRequests is { } concurrent)
        {
            _concurrency = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
            {
                PermitLimit = concurrent,
                QueueLimit = options.QueueLimit,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        }
    }

    /// <summary>Nothing to ask for and nothing to wait for: the usual case of an account without limits.</summary>
    public bool IsIdle => _rate is null && _concurrency is null && Volatile.Read(ref _pausedUntil) == 0;

    /// <summary>Waits for leave to send.</summary>
    /// <returns>What to dispose when the request is done; null when there is no place left to wait.</returns>
    /// <exception cref="OperationCanceledException">The time or the caller's patience ran out.</exception>
    public async ValueTask<RateLimitLease?> AcquireAsync(CancellationToken cancellationToken)
    {
        await WaitForPauseAsync(cancellationToken).ConfigureAwait(false);
        var turn = _concurrency is null ? null : await TakeAsync(_concurrency, cancellationToken).ConfigureAwait(false);
        if (turn is { IsAcquired: false })
        {
            return null;
        }

        if (_rate is null)
        {
            return turn ?? Free.Instance;
        }

        var permit = _rate.AttemptAcquire();
        if (!permit.IsAcquired)
        {
            permit = await WaitForPermitAsync(turn, cancellationToken).ConfigureAwait(false);
        }

        if (!permit.IsAcquired)
        {
            turn?.Dispose();
            return null;
        }

        return turn ?? Free.Instance;
    }

    /// <summary>Lets nobody through for a while: the gateway asked for it.</summary>
    public void Pause(TimeSpan time)
    {
        var until = _time.GetUtcNow().UtcTicks + time.Ticks;
        long current;
        do
        {
            current = Volatile.Read(ref _pausedUntil);
        }
        while (until > current && Interlocked.CompareExchange(ref _pausedUntil, until, current) != current);
    }

    public void Dispose()
    {
        _rate?.Dispose();
        _concurrency?.Dispose();
    }

    private static ValueTask<RateLimitLease> TakeAsync(RateLimiter limiter, CancellationToken cancellationToken)
    {
        var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? ValueTask.FromResult(lease) : limiter.AcquireAsync(1, cancellationToken);
    }

    private async ValueTask<RateLimitLease> WaitForPermitAsync(RateLimitLease? turn, CancellationToken cancellationToken)
    {
        try
        {
            return await _rate!.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    private async ValueTask WaitForPauseAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _pausedUntil) is var until and not 0)
        {
            var left = until - _time.GetUtcNow().UtcTicks;
            if (left <= 0)
            {
                Interlocked.CompareExchange(ref _pausedUntil, 0, until);
                return;
            }

            await Task.Delay(TimeSpan.FromTicks(left) + TimeSpan.FromMilliseconds(1), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class Free : RateLimitLease
    {
        public static readonly Free Instance = new();

        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
