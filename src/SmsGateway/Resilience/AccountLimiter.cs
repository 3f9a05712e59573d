using System.Threading.RateLimiting;

namespace SmsGateway.Resilience;

/// <summary>
/// What an account may ask of its gateway: so many requests in so much time, so many at once, and none until a time
/// that the gateway named. Who waits, waits in order; who would wait behind too many is turned away.
/// </summary>
internal sealed class AccountLimiter : IDisposable
{
    private readonly RequestWindow? _rate;
    private readonly ConcurrencyLimiter? _concurrency;
    private readonly TimeProvider _time;
    private readonly long _made;
    private long _pausedUntil;

    public AccountLimiter(SmsResilienceOptions options, TimeProvider time)
    {
        _time = time;
        _made = time.GetTimestamp();
        _rate = options.RateLimit is { } rate ? new RequestWindow(rate, options.QueueLimit, time) : null;
        _concurrency = options.MaxConcurrentRequests is not { } concurrent ? null : new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = concurrent,
            QueueLimit = options.QueueLimit,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Takes leave to send where there is nothing to wait for and nothing to give back, which is the usual case.</summary>
    public bool TryPass() => _concurrency is null && !IsPaused && _rate?.TryTake() != false;

    // From the account's making on, by a clock that does not jump; never 0 in use.
    private long Now => _time.GetElapsedTime(_made).Ticks + 1;

    private bool IsPaused => Volatile.Read(ref _pausedUntil) != 0;

    /// <summary>Waits for leave to send.</summary>
    /// <param name="patience">A wait that is sure to take longer is not begun.</param>
    /// <param name="cancellationToken">The time or the caller's patience runs out.</param>
    /// <returns>What to dispose when the request is done, or why there is no leave.</returns>
    /// <exception cref="OperationCanceledException">The time or the caller's patience ran out.</exception>
    public async ValueTask<(IDisposable? Turn, SmsErrorKind? Refusal)> AcquireAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var turn = _concurrency is null ? null : await TakeTurnAsync(_concurrency, cancellationToken).ConfigureAwait(false);
        if (turn is { IsAcquired: false })
        {
            return (null, SmsErrorKind.RateLimited);
        }

        try
        {
            SmsErrorKind? refusal;
            do
            {
                // The gateway may ask for a pause while we wait for a place.
                await WaitForPauseAsync(cancellationToken).ConfigureAwait(false);
                refusal = _rate is null ? null : await _rate.TakeAsync(patience, cancellationToken).ConfigureAwait(false);
            }
            while (refusal is null && IsPaused);

            if (refusal is null)
            {
                return (turn, null);
            }

            turn?.Dispose();
            return (null, refusal);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Lets nobody through for a while: the gateway asked for it.</summary>
    public void Pause(TimeSpan time)
    {
        var until = Now + time.Ticks;
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

    private static ValueTask<RateLimitLease> TakeTurnAsync(ConcurrencyLimiter limiter, CancellationToken cancellationToken)
    {
        var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? ValueTask.FromResult(lease) : limiter.AcquireAsync(1, cancellationToken);
    }

    private async ValueTask WaitForPauseAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _pausedUntil) is var until and not 0)
        {
            var left = until - Now;
            if (left <= 0)
            {
                Interlocked.CompareExchange(ref _pausedUntil, 0, until);
                return;
            }

            await Task.Delay(TimeSpan.FromTicks(left) + TimeSpan.FromMilliseconds(1), _time, cancellationToken).ConfigureAwait(false);
        }
    }
}
