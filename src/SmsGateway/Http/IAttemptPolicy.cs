namespace SmsGateway.Http;

/// <summary>Decides how often and when an exchange is attempted; the attempts themselves are handed to it.</summary>
internal interface IAttemptPolicy
{
    /// <summary>Runs attempts until one settles the exchange, or none is allowed any more. Never throws for what an attempt does.</summary>
    ValueTask<AttemptOutcome> RunAsync<TState>(
        GatewayExchange exchange, Func<TState, CancellationToken, ValueTask<AttemptOutcome>> attempt, TState state, CancellationToken cancellationToken);
}
