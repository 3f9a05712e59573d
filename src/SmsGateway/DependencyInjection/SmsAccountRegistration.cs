using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Client;
using SmsGateway.Http;
using SmsGateway.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>How a gateway's <c>Add{Gateway}</c> methods register an account; also the way in for gateways that are not in this library.</summary>
public static class SmsAccountRegistration
{
    /// <summary>Registers an account of any gateway, with a keyed <see cref="ISmsClient"/> under its name.</summary>
    /// <typeparam name="TOptions">The gateway's options; named after the account, validated at start.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The account's name: letters, digits, dash, dot and underscore.</param>
    /// <param name="configure">Fills the options.</param>
    /// <param name="features">What the gateway has besides sending; each can be injected under the account's name. The same as <see cref="ISmsGateway.Features"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddGateway<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this ISmsGatewayBuilder builder, string name, Action<OptionsBuilder<TOptions>> configure, IReadOnlyList<GatewayFeature> features)
        where TOptions : SmsAccountOptions
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(features);
        Check(builder.Services, name);
        var options = builder.Services.AddOptions<TOptions>(name);
        configure(options);
        options.ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, SmsOptionsValidator<TOptions>>());
        builder.Services.TryAddTransient<IOptionsFactory<TOptions>, SmsOptionsFactory<TOptions>>();

        builder.Services.Configure<SmsRegistrations>(registrations => registrations.Accounts.Add(name));
        builder.Services.AddKeyedSingleton(name, (provider, _) =>
        {
            var monitor = provider.GetRequiredService<IOptionsMonitor<TOptions>>();
            return new SmsAccount(
                name,
                () => monitor.Get(name),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>().CreateLogger(SmsLog.Category));
        });
        builder.Services.AddKeyedSingleton(name, (provider, _) => new GatewayChannel(
            name,
            provider.GetRequiredService<TimeProvider>(),
            () => AccountHttpClient.CreateTransport(provider, AccountHttpClient.NameOf(name)),
            provider.GetRequiredKeyedService<SmsAccount>(name).Driver));
        builder.Services.AddKeyedSingleton(name, (provider, _) =>
        {
            var account = provider.GetRequiredKeyedService<SmsAccount>(name);
            var telemetry = provider.GetRequiredService<SmsTelemetry>();
            telemetry.Watch(name, account.Breaker);
            return new AccountClient(
                account, provider.GetRequiredKeyedService<GatewayChannel>(name), telemetry, provider.GetRequiredService<ILoggerFactory>());
        });
        builder.Services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredService<SmsClients>().For(name));
        builder.Services.AddKeyedSingleton<ISmsReconciler>(name, (provider, _) => provider.GetRequiredKeyedService<AccountClient>(name).Reconciler);
        foreach (var feature in features)
        {
            builder.Services.AddKeyedSingleton(
                feature.Type, name, (provider, _) => provider.GetRequiredKeyedService<AccountClient>(name).GetService(feature.Type)!);
        }

        return new SmsAccountBuilder(builder.Services, name, AccountHttpClient.Add(builder.Services, name));
    }

    private static void Check(IServiceCollection services, string name)
    {
        AccountNames.Check(name);
        if (services.Any(service => service.ServiceType == typeof(AccountClient) && Equals(service.ServiceKey, name)))
        {
            throw new ArgumentException($"There is an SMS account '{name}' already.", nameof(name));
        }
    }
}
