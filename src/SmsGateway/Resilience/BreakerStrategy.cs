using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>A breaker for each of the gateway's hosts: a dead main host must not keep the backup from being asked.</summary>
internal sealed class BreakerStrategy(ResiliencePipeline<AttemptOutcome> main, ResiliencePipeline<AttemptOutcome> backup) : ResilienceStrategy<AttemptOutcome>
{
    protected override ValueTask<Outcome<AttemptOutcome>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<AttemptOutcome>>> callback, ResilienceContext context, TState state) =>
        (ExchangeContext.Of(context).UsesBackup ? backup : main).ExecuteOutcomeAsync(callback, context, state);
}
