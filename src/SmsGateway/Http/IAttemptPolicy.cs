using Polly;

namespace SmsGateway.Http;

/// <summary>Decides how often and when an exchange is attempted; its handler makes the attempts.</summary>
internal interface IAttemptPolicy
{
    /// <summary>Has attempts made until one settles the exchange, or none is allowed any more, and settles it. Never throws.</summary>
    Task RunAsync(GatewayExchange exchange, CancellationToken cancellationToken);

    /// <summary>Heeds what the gateway asked for in an answer, for all exchanges of the account.</summary>
    void Heed(AttemptOutcome answer);
}

/// <summary>Makes the attempts of exchanges.</summary>
internal interface IExchangeHandler
{
    /// <summary>Sees an exchange through to its end. Never throws.</summary>
    Task RunAsync(GatewayExchange exchange, CancellationToken cancellationToken);

    /// <summary>Makes sure that nothing below can repeat an attempt.</summary>
    /// <exception cref="InvalidOperationException">Something can.</exception>
    void RequireGuard();

    /// <summary>Makes one attempt. Never throws; the result is wrapped as Polly wants it, for each further wrapping costs.</summary>
    ValueTask<Outcome<AttemptOutcome>> AttemptAsync(GatewayExchange exchange, CancellationToken cancellationToken);
}
