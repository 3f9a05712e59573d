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

    public async ValueTask<AttemptOutcome> RunAsync<TState>(
        GatewayExchange exchange, Func<TState, CancellationToken, ValueTask<AttemptOutcome>> attempt, TState state, CancellationToken cancellationToken)
    {
        var context = ExchangeContext.Rent(exchange, cancellationToken);
        exchange.Deadline = _time.GetUtcNow() + (exchange.IsQuery ? _options.QueryTimeout : _options.SendTimeout);
        var outcome = OutcomeOf(
            await _pipeline.ExecuteOutcomeAsync(
                static async (context, call) => Outcome.FromResult(await call.attempt(call.state, context.CancellationToken).ConfigureAwait(false)),
                context,
                (attempt, state)).ConfigureAwait(false),
            exchange);
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Outcome == SmsOutcome.Accepted && exchange.AttemptCount == 1)
        {
            _budget.Earn();
        }

        return outcome;
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
                MaxRetryAttempts = _options.MaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.BaseDelay,
                MaxDelay = _options.MaxDelay,
                ShouldHandle = args => ValueTask.FromResult(ShouldRepeat(args.Outcome, ExchangeContext.Of(args.Context))),
                DelayGenerator = args => ValueTask.FromResult(ErrorOf(args.Outcome)?.RetryAfter),
            });
        }

        builder.AddStrategy(_ => new LimiterStrategy(_limiter), new Unvalidated());
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

    private bool ShouldRepeat(Outcome<AttemptOutcome> attempt, GatewayExchange exchange)
    {
        var outcome = OutcomeOf(attempt, exchange);
        if (exchange.CanMoveOn && outcome.Error is { Scope: SmsErrorScope.Local })
        {
            // Another account stands ready: nobody waits for this one's breaker.
            return false;
        }

        if (outcome.Error?.RetryAfter is { } wait)
        {
            if (outcome.Error.Scope == SmsErrorScope.Gateway)
            {
                _limiter.Pause(wait < _options.MaxRetryAfter ? wait : _options.MaxRetryAfter);
            }

            if (wait > _options.MaxRetryAfter || _time.GetUtcNow() + wait >= exchange.Deadline)
            {
                return false;
            }
        }

        var allowed = exchange.IsQuery
            ? RepeatTable.QueryAgain(outcome.Error)
            : RepeatTable.SameAccountAgain(outcome.Outcome, outcome.Error, IsProtected(exchange));
        return allowed && _budget.TrySpend(outcome.Error?.Kind);
    }

    // A repeat counts as inside the gateway's memory only if it can be over before that memory ends.
    private bool IsProtected(GatewayExchange exchange) =>
        exchange.Protection is { } protection
        && exchange.AttemptCount <= protection.MaxRepeats
        && _time.GetUtcNow() + _options.SendAttemptTimeout + _options.MaxDelay < exchange.StartedAt + protection.Window;

    private static SmsError? ErrorOf(Outcome<AttemptOutcome> attempt) =>
        attempt.Exception is BrokenCircuitException broken ? Open(broken) : attempt.Result.Error;

    private static AttemptOutcome OutcomeOf(Outcome<AttemptOutcome> attempt, GatewayExchange exchange) => attempt.Exception switch
    {
        null => attempt.Result,
        BrokenCircuitException broken => AttemptOutcome.NotSent(Open(broken)),

        // Overall time or the caller's patience ended a wait between attempts: what the last attempt said stands.
        _ when exchange.AttemptCount > 0 => exchange.Outcome,
        TimeoutRejectedException => AttemptOutcome.NotSent(new SmsError(SmsErrorKind.Timeout, "The time ran out before anything had left.")),
        _ => AttemptOutcome.NotSent(new SmsError(SmsErrorKind.Canceled, "The caller cancelled before anything had left.")),
    };

    private static SmsError Open(BrokenCircuitException broken) =>
        new(SmsErrorKind.CircuitOpen, "The gateway failed too often just now; nothing was sent to it.") { RetryAfter = broken.RetryAfter };

    private sealed class Unvalidated : ResilienceStrategyOptions;
}
