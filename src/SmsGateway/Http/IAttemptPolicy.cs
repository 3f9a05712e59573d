namespace SmsGateway.Http;

/// <summary>Decides how often and when an exchange is attempted; its handler makes the attempts.</summary>
internal interface IAttemptPolicy
{
    /// <summary>Has attempts made until one settles the exchange, or none is allowed any more. Never throws for what an attempt does.</summary>
    ValueTask<AttemptOutcome> RunAsync(GatewayExchange exchange, CancellationToken cancellationToken);
}

/// <summary>Makes the attempts of exchanges.</summary>
internal interface IExchangeHandler
{
    /// <summary>Sees an exchange through to its end. Never throws.</summary>
    Task RunAsync(GatewayExchange exchange, CancellationToken cancellationToken);

    /// <summary>Makes one attempt. Never throws.</summary>
    ValueTask<AttemptOutcome> AttemptAsync(GatewayExchange exchange, CancellationToken cancellationToken);
}
