using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>Waits for the account's limiter before each attempt; being turned away, or out of time, is a result like any other.</summary>
internal sealed class LimiterStrategy(AccountLimiter limiter) : ResilienceStrategy<AttemptOutcome>
{
    protected override ValueTask<Outcome<AttemptOutcome>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<AttemptOutcome>>> callback, ResilienceContext context, TState state) =>
        limiter.IsIdle ? callback(context, state) : WaitAsync(callback, context, state);

    private async ValueTask<Outcome<AttemptOutcome>> WaitAsync<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<AttemptOutcome>>> callback, ResilienceContext context, TState state)
    {
        System.Threading.RateLimiting.RateLimitLease? lease;
        try
        {
            lease = await limiter.AcquireAsync(context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        catch (OperationCanceledException exception)
        {
            var cancelled = ExchangeContext.Of(context).CallerToken.IsCancellationRequested;
            return Refuse(new SmsError(cancelled ? SmsErrorKind.Canceled : SmsErrorKind.Timeout, "The time ran out while waiting for the rate limiter.")
            {
                Scope = SmsErrorScope.Local,
                IsTransient = false,
                Exception = exception,
            });
        }

        if (lease is null)
        {
            return Refuse(new SmsError(SmsErrorKind.RateLimited, "Too many requests of this account are waiting already.") { Scope = SmsErrorScope.Local, IsTransient = false });
        }

        using (lease)
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }
    }

    private static Outcome<AttemptOutcome> Refuse(SmsError error) => Outcome.FromResult(AttemptOutcome.NotSent(error));
}
