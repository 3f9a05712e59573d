using System.Reflection;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a fake in the place of an application's SMS clients.</summary>
public static class FakeSmsServiceCollectionExtensions
{
    /// <summary>
    /// Replaces every <see cref="ISmsClient"/> that was registered so far, the default one and those of named accounts, and whatever
    /// else of the library could reach a gateway: features and native clients of accounts are taken out. Credentials are not needed
    /// any more, so options of accounts are no longer validated.
    /// </summary>
    /// <param name="services">The application's services. Call this last, when the application has registered its own.</param>
    /// <param name="configure">How the fake behaves.</param>
    /// <returns>The fake; it can be injected as <see cref="FakeSmsClient"/>, too.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static FakeSmsClient AddFakeSms(this IServiceCollection services, Action<FakeSmsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new FakeSmsOptions();
        configure?.Invoke(options);
        var client = new FakeSmsClient(options);
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (IsReplaced(services[i]))
            {
                services.RemoveAt(i);
            }
        }

        services.AddSingleton(provider =>
        {
            client.Scopes = provider.GetRequiredService<IServiceScopeFactory>();
            return client;
        });
        services.AddSingleton<ISmsClient>(static provider => provider.GetRequiredService<FakeSmsClient>());
        services.AddSingleton<ISmsClientFactory>(static provider => new FakeSmsClientFactory(provider.GetRequiredService<FakeSmsClient>()));
        services.AddSingleton(client.GetRequiredService<ISmsReconciler>());
        services.AddKeyedSingleton<ISmsClient>(KeyedService.AnyKey, static (provider, key) => provider.GetRequiredService<FakeSmsClient>().For((string)key!));
        services.AddKeyedSingleton(KeyedService.AnyKey, (_, _) => client.GetRequiredService<ISmsReconciler>());
        return client;
    }

    private static bool IsReplaced(ServiceDescriptor service) =>
        service.ServiceType == typeof(ISmsClient)
        || service.ServiceType == typeof(FakeSmsClient)
        || service.ServiceType == typeof(ISmsClientFactory)
        || service.ServiceType == typeof(ISmsReconciler)
        || IsCheckOfAccounts(service.ServiceType)
        || IsWayToAGateway(service);

    // What the library itself registered under an account's name; a double that the test registered stays.
    private static bool IsWayToAGateway(ServiceDescriptor service) =>
        service.IsKeyedService
        && service.KeyedImplementationFactory?.GetMethodInfo().Module.Assembly == typeof(ISmsClient).Assembly
        && service.ServiceType.IsInterface;

    private static bool IsCheckOfAccounts(Type service) =>
        service is { IsConstructedGenericType: true }
        && service.GetGenericTypeDefinition() == typeof(IValidateOptions<>)
        && service.GetGenericArguments()[0] is var options
        && (options.Assembly == typeof(ISmsClient).Assembly || typeof(SmsAccountOptions).IsAssignableFrom(options));
}
