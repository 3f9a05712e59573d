using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SmsGateway.Client;

/// <summary>The clients of an application: the default one and one per account, each behind the same middleware.</summary>
internal sealed class SmsClients
{
    private readonly ConcurrentDictionary<string, ISmsClient> _byAccount = new(StringComparer.Ordinal);
    private readonly Lazy<ISmsClient> _default;
    private readonly IServiceProvider _services;
    private readonly SmsMiddleware[] _middleware;

    /// <exception cref="OptionsValidationException">The registrations do not fit together.</exception>
    public SmsClients(IServiceProvider services, IOptions<SmsRegistrations> registrations, IEnumerable<SmsMiddleware> middleware)
    {
        _services = services;
        _middleware = [.. middleware.Reverse()];
        var registered = registrations.Value;
        _default = new Lazy<ISmsClient>(() => registered switch
        {
            { Routes: { } routes } => Routed(routes),
            { Accounts: [var only], HasProvider: true } => Routed(new SmsRoutes().Otherwise(only)),
            { HasProvider: true } => Routed(new SmsRoutes()),
            { Accounts: [var only] } => For(only),
            _ => throw new InvalidOperationException("KeyedOnly() was asked for, so there is no default ISmsClient: ask for one by its account's name."),
        });
    }

    public ISmsClient Default => _default.Value;

    public ISmsClient For(string account) =>
        _byAccount.GetOrAdd(account, static (name, clients) => clients.Wrap(clients._services.GetRequiredKeyedService<AccountClient>(name)), this);

    private ISmsClient Routed(SmsRoutes routes) => Wrap(new RoutedClient(
        new RouteTable(routes), _services.GetRequiredService<AccountDirectory>(), new AccountLatches(_services.GetRequiredService<TimeProvider>())));

    /// <summary>Puts the middleware around a client.</summary>
    public ISmsClient Wrap(ISmsClient client)
    {
        foreach (var layer in _middleware)
        {
            client = layer.Create(client, _services);
        }

        return client;
    }
}
