using SmsGateway;
using SmsGateway.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says which account sends what.</summary>
public static class SmsRoutingBuilderExtensions
{
    /// <summary>Adds routes among the accounts; may be called several times.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsGatewayBuilder AddRouting(this ISmsGatewayBuilder builder, Action<SmsRoutes> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure<SmsRegistrations>(registrations => configure(registrations.RoutesToConfigure));
        return builder;
    }

    /// <summary>Says that every client is asked for by its account's name, so that several accounts need no routes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ISmsGatewayBuilder KeyedOnly(this ISmsGatewayBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<SmsRegistrations>(registrations => registrations.KeyedOnly = true);
        return builder;
    }
}
