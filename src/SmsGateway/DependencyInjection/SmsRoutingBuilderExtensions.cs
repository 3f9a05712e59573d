using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
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

    /// <summary>
    /// Adds routes from a configuration section: <c>Prefixes</c>, <c>Senders</c>, <c>Categories</c> and <c>Failover</c> name one account or a list for
    /// each key; <c>Otherwise</c> a name, a list, or names with weights; <c>SenderFor</c> a sender for each prefix; <c>AtLeastOnce</c> categories.
    /// Read once, at start; mistakes stop the start.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsGatewayBuilder AddRouting(this ISmsGatewayBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        builder.Services.Configure<SmsRegistrations>(registrations =>
            SmsRoutesReader.Read(configuration, registrations.RoutesToConfigure, registrations.Mistakes.Add));
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

    /// <summary>Lets messages name accounts that nobody registered: the provider finds their options, also for new tenants while the application runs.</summary>
    /// <typeparam name="TProvider">The provider; a singleton.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ISmsGatewayBuilder AddAccountProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>(this ISmsGatewayBuilder builder)
        where TProvider : class, ISmsAccountProvider
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ISmsAccountProvider, TProvider>();
        builder.Services.Configure<SmsRegistrations>(registrations => registrations.HasProvider = true);
        return builder;
    }
}
