using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>
/// One account's strategies, outermost first: overall time, retry, limiter, breaker, time of one attempt. Whether to
/// repeat is asked of <see cref="RepeatTable"/>; here it is only decided how long to wait and when to give up.
/// </summary>
internal sealed class AccountPipeline : IAttemptPolicy, IDisposable
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(100);

    private readonly SmsResilienceOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly AccountLimiter _limiter;
    private readonly ResiliencePipeline<AttemptOutcome> _pipeline;

    public AccountPipeline(SmsResilienceOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _budget = new RetryBudget(options.RetryBudget);
        _limiter = new AccountLimiter(options, time);
        _pipeline = Build();
    }

    /// <summary>The state of the breaker of the gateway's main host.</summary>
    public CircuitBreakerStateProvider Breaker { get; } = new();

    /// <summary>0 closed, 1 open, 2 half open, 3 isolated; null without a breaker.</summary>
    public int? BreakerState => _options.CircuitBreaker is null ? null : (int)Breaker.CircuitState;

    public async ValueTask<AttemptOutcome> RunAsync<TState>(
        GatewayExchange exchange, Func<TState, CancellationToken, ValueTask<AttemptOutcome>> attempt, TState state, CancellationToken cancellationToken)
    {
        var context = ExchangeContext.Rent(exchange, cancellationToken);
        exchange.Begins(_time, exchange.IsQuery ? _options.QueryTimeout : _options.SendTimeout);
        var outcome = OutcomeOf(
            await _pipeline.ExecuteOutcomeAsync(
                static (context, call) => call.pipeline.AttemptAsync(call.exchange, call.attempt, call.state, context.CancellationToken),
                context,
                (pipeline: this, exchange, attempt, state)).ConfigureAwait(false),
            exchange);
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Outcome == SmsOutcome.Accepted && exchange.AttemptCount == 1)
        {
            _budget.Earn();
        }

        // Breaker or limiter may have had the last word; what the gateway said before counts for more.
        return IsRefusedHere(outcome.Error) && exchange.AttemptCount > 0 ? exchange.Outcome : outcome;
    }

    public void Dispose() => _limiter.Dispose();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only options with data annotations are read by reflection; ours have none.")]
    private ResiliencePipeline<AttemptOutcome> Build()
    {
        var builder = Builder().AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = args => ValueTask.FromResult(ExchangeContext.Of(args.Context).IsQuery ? _options.QueryTimeout : _options.SendTimeout),
        });
        if (_options.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<AttemptOutcome>
            {
                MaxRetryAttempts = int.MaxValue, // counted by what was attempted: waiting for the breaker is no attempt
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.BaseDelay,
                MaxDelay = _options.MaxDelay,
                ShouldHandle = args => ValueTask.FromResult(ShouldRepeat(args.Outcome, ExchangeContext.Of(args.Context))),
                DelayGenerator = args => ValueTask.FromResult(WaitBefore(ErrorOf(args.Outcome))),
            });
        }

        builder.AddStrategy(_ => new LimiterStrategy(_limiter, _time), new Unvalidated());
        if (_options.CircuitBreaker is { } breaker)
        {
            builder.AddStrategy(_ => new BreakerStrategy(BuildBreaker(breaker, Breaker), BuildBreaker(breaker, state: null)), new Unvalidated());
        }

        return builder.AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = args => ValueTask.FromResult(ExchangeContext.Of(args.Context).IsQuery ? _options.QueryAttemptTimeout : _options.SendAttemptTimeout),
        }).Build();
    }

    private ResiliencePipeline<AttemptOutcome> BuildBreaker(SmsCircuitBreakerOptions breaker, CircuitBreakerStateProvider? state) =>
        Builder().AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptOutcome>
        {
            FailureRatio = breaker.FailureRatio,
            MinimumThroughput = breaker.MinimumThroughput,
            SamplingDuration = breaker.SamplingDuration,
            BreakDuration = breaker.BreakDuration,
            StateProvider = state,
            ShouldHandle = args => ValueTask.FromResult(
                args.Outcome.Exception is null && RepeatTable.CountsForBreaker(args.Outcome.Result.Outcome, args.Outcome.Result.Error)),
        }).Build();

    private ResiliencePipelineBuilder<AttemptOutcome> Builder() => new() { TimeProvider = _time };

    // Time has passed since it was decided to try, waiting for permits above all: an attempt that could not end in time
    // would only make doubt, and a repeat behind the gateway's memory a second SMS.
    private async ValueTask<Outcome<AttemptOutcome>> AttemptAsync<TState>(
        GatewayExchange exchange, Func<TState, CancellationToken, ValueTask<AttemptOutcome>> attempt, TState state, CancellationToken cancellationToken)
    {
        if (!HasTime(exchange, wait: TimeSpan.Zero) || (exchange is { WasUnknown: true, Protection: not null } && !IsRemembered(exchange)))
        {
            return Outcome.FromResult(OutOfTime);
        }

        var outcome = await attempt(state, cancellationToken).ConfigureAwait(false);
        if (outcome.Error is { Scope: SmsErrorScope.Gateway, RetryAfter: { } wait })
        {
            _limiter.Pause(wait < _options.MaxRetryAfter ? wait : _options.MaxRetryAfter);
        }

        return Outcome.FromResult(outcome);
    }

    private bool ShouldRepeat(Outcome<AttemptOutcome> attempt, GatewayExchange exchange)
    {
        var outcome = OutcomeOf(attempt, exchange);
        var wait = outcome.Error?.RetryAfter ?? TimeSpan.Zero;
        if (wait > _options.MaxRetryAfter || !HasTime(exchange, wait))
        {
            return false;
        }

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

    // Half open, a breaker does not say how long to wait: until somebody else's attempt has ended.
    private static TimeSpan? WaitBefore(SmsError? error) =>
        IsRefusedHere(error) && !(error!.RetryAfter > LeastWait) ? LeastWait : error?.RetryAfter;

    private static bool IsRefusedHere(SmsError? error) => error is { Scope: SmsErrorScope.Local };

    // A tenth of an attempt's time is the least with which one is begun.
    private bool HasTime(GatewayExchange exchange, TimeSpan wait) =>
        exchange.TimeLeft(_time) >= wait + ((exchange.IsQuery ? _options.QueryAttemptTimeout : _options.SendAttemptTimeout) / 10);

    private bool IsProtected(GatewayExchange exchange) =>
        exchange.Protection is { } protection && exchange.AttemptCount <= protection.MaxRepeats && IsRemembered(exchange);

    // A repeat counts as inside the gateway's memory only if it can be over before that memory ends.
    private bool IsRemembered(GatewayExchange exchange) =>
        _time.GetUtcNow() + _options.SendAttemptTimeout < exchange.StartedAt + exchange.Protection!.Window;

    private static SmsError? ErrorOf(Outcome<AttemptOutcome> attempt) =>
        attempt.Exception is BrokenCircuitException broken ? Open(broken) : attempt.Result.Error;

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

    private sealed class Unvalidated : ResilienceStrategyOptions;
}
