using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SmsGateway.Client;

/// <summary>The clients of an application: the default one and one per account, each behind the same middleware.</summary>
internal sealed class SmsClients(IServiceProvider services, IOptions<SmsRegistrations> registrations, IEnumerable<SmsMiddleware> middleware)
{
    private readonly ConcurrentDictionary<string, ISmsClient> _byAccount = new(StringComparer.Ordinal);

    public ISmsClient Default => For(registrations.Value.Accounts[0]);

    public ISmsClient For(string account) =>
        _byAccount.GetOrAdd(account, name => Wrap(services.GetRequiredKeyedService<AccountClient>(name)));

    private ISmsClient Wrap(ISmsClient client)
    {
        foreach (var layer in middleware.Reverse())
        {
            client = layer.Create(client, services);
        }

        return client;
    }
}
