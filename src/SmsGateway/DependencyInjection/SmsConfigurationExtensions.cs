using Microsoft.Extensions.Configuration;
using SmsGateway.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SMS sending from configuration alone.</summary>
public static class SmsConfigurationExtensions
{
    /// <summary>
    /// Registers <see cref="SmsGateway.ISmsClient"/> with the accounts and routes of a configuration section: <c>Accounts</c> holds one entry for
    /// each account, with the name of its gateway and, under it, the gateway's options; <c>Routes</c> is read as by
    /// <see cref="SmsRoutingBuilderExtensions.AddRouting(ISmsGatewayBuilder, IConfiguration)"/>; <c>KeyedOnly: true</c> does without a
    /// default client. Which accounts there are is read once; changes of their options take effect without a restart. Mistakes stop
    /// the start, each with the path of its setting and never with a value. More accounts may be added to the builder in code.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, for example <c>configuration.GetSection("Sms")</c>.</param>
    /// <param name="gateways">Adds gateways that are not in this library.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configuration"/> is null.</exception>
    public static ISmsGatewayBuilder AddSmsGateway(this IServiceCollection services, IConfiguration configuration, Action<SmsGatewayCatalog>? gateways = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var builder = services.AddSmsGateway();
        var catalog = new SmsGatewayCatalog();
        gateways?.Invoke(catalog);
        List<string> mistakes = [];
        new SmsConfigurationReader(builder, catalog, mistakes).Read(configuration);
        services.Configure<SmsRegistrations>(registrations => registrations.Mistakes.AddRange(mistakes));
        return builder;
    }
}
