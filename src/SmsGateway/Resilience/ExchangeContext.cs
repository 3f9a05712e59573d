using Polly;
using SmsGateway.Http;

namespace SmsGateway.Resilience;

/// <summary>Carries the exchange through Polly, whose strategies decide by it.</summary>
internal static class ExchangeContext
{
    private static readonly ResiliencePropertyKey<GatewayExchange> Key = new("SmsGateway.Exchange");

    public static ResilienceContext Rent(GatewayExchange exchange, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(Key, exchange);
        return context;
    }

    public static GatewayExchange Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
