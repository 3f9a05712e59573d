using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>Waits for the account's limiter before an attempt, then leads it to its host; being turned away, or out of time, is a result like any other.</summary>
/// <param name="limiter">The account's limiter.</param>
/// <param name="main">Breaker and time limit of the gateway's main host.</param>
/// <param name="backup">Those of its other host.</param>
/// <param name="time">The clock.</param>
/// <param name="attempt">Makes one attempt.</param>
internal sealed class AccountGate(
    AccountLimiter limiter,
    ResiliencePipeline<AttemptOutcome> main,
    ResiliencePipeline<AttemptOutcome> backup,
    TimeProvider time,
    Func<ResilienceContext, GatewayExchange, ValueTask<Outcome<AttemptOutcome>>> attempt)
{
    public ValueTask<Outcome<AttemptOutcome>> PassAsync(GatewayExchange exchange, ResilienceContext context) =>
        limiter.TryPass() ? EnterAsync(exchange, context) : WaitAsync(exchange, context);

    private ValueTask<Outcome<AttemptOutcome>> EnterAsync(GatewayExchange exchange, ResilienceContext context) =>
        (exchange.UsesBackup ? backup : main).ExecuteOutcomeAsync(attempt, context, exchange);

    private async ValueTask<Outcome<AttemptOutcome>> WaitAsync(GatewayExchange exchange, ResilienceContext context)
    {
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
            return await EnterAsync(exchange, context).ConfigureAwait(false);
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
