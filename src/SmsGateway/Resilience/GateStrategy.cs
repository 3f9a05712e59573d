using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>Waits for the account's limiter before each attempt, then leads it to its host; being turned away, or out of time, is a result like any other.</summary>
internal sealed class GateStrategy(
    AccountLimiter limiter, ResiliencePipeline<AttemptOutcome> main, ResiliencePipeline<AttemptOutcome> backup, TimeProvider time) : ResilienceStrategy<AttemptOutcome>
{
    protected override ValueTask<Outcome<AttemptOutcome>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<AttemptOutcome>>> callback, ResilienceContext context, TState state) =>
        limiter.TryPass() ? HostOf(context).ExecuteOutcomeAsync(callback, context, state) : WaitAsync(callback, context, state);

    private ResiliencePipeline<AttemptOutcome> HostOf(ResilienceContext context) => ExchangeContext.Of(context).UsesBackup ? backup : main;

    private async ValueTask<Outcome<AttemptOutcome>> WaitAsync<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<AttemptOutcome>>> callback, ResilienceContext context, TState state)
    {
        var exchange = ExchangeContext.Of(context);
        var left = exchange.TimeLeft(time);
        if (left <= TimeSpan.Zero)
        {
            return Refuse(SmsErrorKind.Timeout, exception: null);
        }

        IDisposable? turn;
        using var deadline = new CancellationTokenSource(left, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, deadline.Token);
        try
        {
            (turn, var refusal) = await limiter.AcquireAsync(left, linked.Token).ConfigureAwait(false);
            if (refusal is { } kind)
            {
                return Refuse(kind, exception: null);
            }
        }
        catch (OperationCanceledException exception)
        {
            return Refuse(exchange.CallerToken.IsCancellationRequested ? SmsErrorKind.Canceled : SmsErrorKind.Timeout, exception);
        }

        using (turn)
        {
            return await HostOf(context).ExecuteOutcomeAsync(callback, context, state).ConfigureAwait(false);
        }
    }

    private static Outcome<AttemptOutcome> Refuse(SmsErrorKind kind, Exception? exception) => Outcome.FromResult(AttemptOutcome.NotSent(new SmsError(kind, kind switch
    {
        SmsErrorKind.RateLimited => "Too many requests of this account are waiting already.",
        SmsErrorKind.Canceled => "The caller cancelled while the request waited for the rate limiter.",
        _ => "The time is too short to wait for the rate limiter.",
    })
    {
        Scope = SmsErrorScope.Local,
        IsTransient = false,
        Exception = exception,
    }));
}
