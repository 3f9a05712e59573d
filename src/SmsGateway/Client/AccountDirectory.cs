using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Client;

/// <summary>The registered accounts' clients, by name.</summary>
internal sealed class AccountDirectory(IServiceProvider services, TimeProvider time)
{
    public TimeProvider Time => time;

    public AccountClient? Find(string account) => services.GetKeyedService<AccountClient>(account);
}
