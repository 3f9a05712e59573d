using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Client;

/// <summary>Every account's client, by name: registered ones, those made at run time, and those that a provider knows.</summary>
internal sealed class AccountDirectory(IServiceProvider services, SmsClientFactory factory, TimeProvider time, ISmsAccountProvider? provider = null)
{
    private readonly ConcurrentDictionary<string, AccountClient> _registered = new(StringComparer.Ordinal);

    public TimeProvider Time => time;

    public AccountClient? Find(string account) => FindRegistered(account) ?? factory.Find(account);

    /// <summary>As <see cref="Find"/>, but asks the provider about names that nobody registered.</summary>
    public ValueTask<AccountClient?> FindAsync(string account, CancellationToken cancellationToken) =>
        provider is null ? new(Find(account))
        : FindRegistered(account) is { } registered ? new(registered)
        : AskAsync(provider, account, cancellationToken);

    // Asked for with each message and callback: a table of ours answers sooner than the container.
    private AccountClient? FindRegistered(string account) =>
        _registered.TryGetValue(account, out var known) ? known
        : services.GetKeyedService<AccountClient>(account) is { } found ? _registered.GetOrAdd(account, found)
        : null;

    private async ValueTask<AccountClient?> AskAsync(ISmsAccountProvider asked, string account, CancellationToken cancellationToken) =>
        await asked.FindAsync(account, cancellationToken).ConfigureAwait(false) is { } options
            ? factory.GetOrAdd(account, options, isProvided: true).Inner
            : factory.FindUnprovided(account);
}
