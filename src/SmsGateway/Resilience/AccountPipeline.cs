using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>
/// Sees an exchange through its attempts, each behind the account's limiter and Polly's breaker and time limit. The overall time is a deadline
/// to which every wait and every attempt is cut. Whether to repeat is asked of <see cref="RepeatTable"/>; here it is only decided how long to
/// wait and when to give up.
/// </summary>
internal sealed class AccountPipeline : IAttemptPolicy, IDisposable
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(100);

    private readonly SmsResilienceOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly AccountLimiter _limiter;
    private readonly AccountGate _gate;

    public AccountPipeline(SmsResilienceOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _budget = new RetryBudget(options.RetryBudget);
        _limiter = new AccountLimiter(options, time);
        _gate = new AccountGate(
            _limiter, BuildHost(Breaker), BuildHost(state: null), time, (context, exchange) => AttemptAsync(exchange, context.CancellationToken));
    }

    /// <summary>The state of the breaker of the gateway's main host.</summary>
    public CircuitBreakerStateProvider Breaker { get; } = new();

    /// <summary>0 closed, 1 open, 2 half open, 3 isolated; null without a breaker.</summary>
    public int? BreakerState => _options.CircuitBreaker is null ? null : (int)Breaker.CircuitState;

    public async Task RunAsync(GatewayExchange exchange, CancellationToken cancellationToken)
    {
        AttemptOutcome outcome;
        try
        {
            exchange.Handler!.RequireGuard();
            exchange.Begins(_time, exchange.IsQuery ? _options.QueryTimeout : _options.SendTimeout);
            var context = ExchangeContext.Rent(exchange, cancellationToken);
            for (var repeats = 0; ; repeats++)
            {
                outcome = OutcomeOf(await _gate.PassAsync(exchange, context).ConfigureAwait(false), exchange);
                if (WaitToRepeat(outcome, exchange, repeats) is not { } wait)
                {
                    break;
                }

                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            }

            ResilienceContextPool.Shared.Return(context);
        }
        catch (Exception exception)
        {
            // Not an attempt's doing, for those never throw: a wait that the caller ended, no guard, or the account was disposed of. What the attempts said stands.
            outcome = exchange.AttemptCount > 0 ? exchange.Outcome
                : TransportFailure.Classify(exception, mayHaveLeft: false, timedOut: false, exchange.CallerToken.IsCancellationRequested);
        }

        if (exchange.AttemptCount == 0)
        {
            // Refused here: it belongs into the story all the same.
            exchange.Begin(_time.GetUtcNow());
            exchange.End(exchange.Failed(outcome), TimeSpan.Zero);
        }
        else if (IsRefusedHere(outcome.Error))
        {
            outcome = exchange.Outcome; // Breaker or limiter had the last word; what the gateway said before counts for more.
        }
        else if (exchange.AttemptCount == 1 && outcome.Outcome == SmsOutcome.Accepted)
        {
            _budget.Earn();
        }

        exchange.Settle(outcome);
    }

    public void Heed(AttemptOutcome answer)
    {
        if (answer.Error is { Scope: SmsErrorScope.Gateway, RetryAfter: { } wait })
        {
            _limiter.Pause(wait < _options.MaxRetryAfter ? wait : _options.MaxRetryAfter);
        }
    }

    public void Dispose() => _limiter.Dispose();

    // Each of the gateway's hosts has a breaker of its own: a dead main host must not keep the backup from being asked.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly reads its own options by reflection, and sees to it that they are kept.")]
    private ResiliencePipeline<AttemptOutcome> BuildHost(CircuitBreakerStateProvider? state)
    {
        var builder = new ResiliencePipelineBuilder<AttemptOutcome> { TimeProvider = _time };
        if (_options.CircuitBreaker is { } breaker)
        {
            builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptOutcome>
            {
                FailureRatio = breaker.FailureRatio,
                MinimumThroughput = breaker.MinimumThroughput,
                SamplingDuration = breaker.SamplingDuration,
                BreakDuration = breaker.BreakDuration,
                StateProvider = state,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Exception is null && RepeatTable.CountsForBreaker(args.Outcome.Result.Outcome, args.Outcome.Result.Error)),
            });
        }

        return builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => ValueTask.FromResult(TimeOf(ExchangeContext.Of(args.Context))) }).Build();
    }

    private TimeSpan TimeOf(GatewayExchange exchange)
    {
        var (left, attempt) = (exchange.TimeLeft(_time), exchange.IsQuery ? _options.QueryAttemptTimeout : _options.SendAttemptTimeout);
        return left < attempt && left > TimeSpan.Zero ? left : attempt;
    }

    // Time has passed since it was decided to try, waiting for permits above all: an attempt that could not end in time
    // would only make doubt, and a repeat behind the gateway's memory a second SMS.
    private ValueTask<Outcome<AttemptOutcome>> AttemptAsync(GatewayExchange exchange, CancellationToken cancellationToken) =>
        HasTime(exchange, wait: TimeSpan.Zero) && (exchange is not { WasUnknown: true, Protection: not null } || IsRemembered(exchange))
            ? exchange.Handler!.AttemptAsync(exchange, cancellationToken)
            : ValueTask.FromResult(Outcome.FromResult(OutOfTime));

    // How long to wait before the next attempt; null for none.
    private TimeSpan? WaitToRepeat(AttemptOutcome outcome, GatewayExchange exchange, int repeats)
    {
        if (outcome.Outcome == SmsOutcome.Accepted || _options.MaxAttempts == 1 || outcome.Error?.RetryAfter > _options.MaxRetryAfter)
        {
            return null;
        }

        var wait = WaitBefore(outcome.Error, repeats);
        return HasTime(exchange, wait) && MayRepeat(outcome, exchange) ? wait : null;
    }

    private bool MayRepeat(AttemptOutcome outcome, GatewayExchange exchange)
    {
        if (IsRefusedHere(outcome.Error))
        {
            // The breaker is open. Where another account stands ready, nobody waits for it.
            return !exchange.CanMoveOn && RepeatTable.SameAccountAgain(outcome.Outcome, outcome.Error, isProtected: false);
        }

        var allowed = exchange.IsQuery
            ? RepeatTable.QueryAgain(outcome.Error)
            : RepeatTable.SameAccountAgain(outcome.Outcome, outcome.Error, IsProtected(exchange));
        return allowed && exchange.AttemptCount < _options.MaxAttempts && _budget.TrySpend(outcome.Error?.Kind);
    }

    private TimeSpan WaitBefore(SmsError? error, int repeats)
    {
        if (IsRefusedHere(error))
        {
            // Half open, a breaker does not say how long to wait: until somebody else's attempt has ended.
            return error!.RetryAfter > LeastWait ? error.RetryAfter.Value : LeastWait;
        }

        return error?.RetryAfter is { Ticks: >= 0 } asked ? asked : BackOff(repeats);
    }

    // Doubles up to the limit; a random half of it keeps callers that failed together from coming back together.
    [SuppressMessage("Security", "CA5394", Justification = "Jitter is no secret.")]
    private TimeSpan BackOff(int repeats)
    {
        var longest = Math.Min(_options.MaxDelay.TotalMilliseconds, _options.BaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(repeats, 30)));
        return TimeSpan.FromMilliseconds(longest * (1 + Random.Shared.NextDouble()) / 2);
    }

    private static bool IsRefusedHere(SmsError? error) => error is { Scope: SmsErrorScope.Local };

    // A tenth of an attempt's time is the least with which one is begun.
    private bool HasTime(GatewayExchange exchange, TimeSpan wait) =>
        exchange.TimeLeft(_time) >= wait + ((exchange.IsQuery ? _options.QueryAttemptTimeout : _options.SendAttemptTimeout) / 10);

    private bool IsProtected(GatewayExchange exchange) =>
        exchange.Protection is { } protection && exchange.AttemptCount <= protection.MaxRepeats && IsRemembered(exchange);

    // A repeat counts as inside the gateway's memory only if it can be over before that memory ends.
    private bool IsRemembered(GatewayExchange exchange) =>
        _time.GetUtcNow() + _options.SendAttemptTimeout < exchange.StartedAt + exchange.Protection!.Window;

    private static AttemptOutcome OutcomeOf(Outcome<AttemptOutcome> attempt, GatewayExchange exchange) => attempt.Exception switch
    {
        null => attempt.Result,
        BrokenCircuitException broken => AttemptOutcome.NotSent(Open(broken)),

        // Overall time or the caller's patience ended a wait between attempts: what the last attempt said stands.
        _ when exchange.AttemptCount > 0 => exchange.Outcome,
        TimeoutRejectedException => OutOfTime,
        _ => AttemptOutcome.NotSent(new SmsError(SmsErrorKind.Canceled, "The caller cancelled before anything had left.")),
    };

    private static AttemptOutcome OutOfTime => AttemptOutcome.NotSent(
        new SmsError(SmsErrorKind.Timeout, "The time ran out before anything had left.") { Scope = SmsErrorScope.Local, IsTransient = false });

    private static SmsError Open(BrokenCircuitException broken) =>
        new(SmsErrorKind.CircuitOpen, "The gateway failed too often just now; nothing was sent to it.") { RetryAfter = broken.RetryAfter };
}
