using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Client;
using SmsGateway.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SMS sending.</summary>
public static class SmsGatewayServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="ISmsClient"/>. Add accounts to the builder: <c>services.AddSmsGateway().AddSmsApi(o =&gt; o.AccessToken = ...)</c>.
    /// May be called several times.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static ISmsGatewayBuilder AddSmsGateway(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpClient();
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SmsClients>();
        services.TryAddSingleton<AccountDirectory>();
        services.TryAddSingleton(provider => new SmsAccountStates(
            provider.GetRequiredService<AccountDirectory>(), provider.GetRequiredService<IOptions<SmsRegistrations>>()));
        services.TryAddSingleton<SmsTelemetry>();
        services.TryAddSingleton<SmsClientFactory>();
        services.TryAddSingleton<ISmsClientFactory>(provider => provider.GetRequiredService<SmsClientFactory>());
        AccountHttpClient.AddShared(services);
        services.TryAddSingleton<ISmsClient>(provider => provider.GetRequiredService<SmsClients>().Default);
        services.TryAddSingleton(provider => provider.GetRequiredService<ISmsClient>().GetRequiredService<ISmsReconciler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmsRegistrations>, SmsRegistrationsValidator>());
        services.AddOptions<SmsRegistrations>().ValidateOnStart();
        return new SmsGatewayBuilder(services);
    }
}
