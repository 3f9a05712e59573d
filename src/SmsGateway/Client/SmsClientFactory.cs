using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway.Http;
using SmsGateway.Telemetry;

namespace SmsGateway.Client;

/// <summary>Accounts made at run time. They share one set of sockets; credentials travel with each request.</summary>
internal sealed class SmsClientFactory(IServiceProvider services, TimeProvider time) : ISmsClientFactory, IDisposable
{
    private readonly ConcurrentDictionary<string, RuntimeAccount> _accounts = new(StringComparer.Ordinal);

    public ISmsClient CreateClient(string account, SmsAccountOptions options) => GetOrAdd(account, options).Outer.Value;

    public bool RemoveClient(string account)
    {
        if (!_accounts.TryRemove(account, out var removed))
        {
            return false;
        }

        Telemetry.Unwatch(account);
        return true;
    }

    /// <summary>The client beneath the middleware; null when no such account was made.</summary>
    public AccountClient? Find(string account) => _accounts.TryGetValue(account, out var known) ? known.Inner : null;

    /// <summary>The same, but only what <see cref="CreateClient"/> made: a provider that knows an account no more has the last word.</summary>
    public AccountClient? FindUnprovided(string account)
    {
        if (_accounts.TryGetValue(account, out var known) && known.IsProvided)
        {
            RemoveClient(account);
            return null;
        }

        return known?.Inner;
    }

    public RuntimeAccount GetOrAdd(string account, SmsAccountOptions options, bool isProvided = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (_accounts.TryGetValue(account, out var known) && ReferenceEquals(known.Options, options))
        {
            return known;
        }

        AccountNames.Check(account);
        if (services.GetKeyedService<AccountClient>(account) is not null)
        {
            throw new ArgumentException($"There is a registered SMS account '{account}'.", nameof(account));
        }

        var check = new SmsOptionsCheck(account, options).Result;
        if (check.Failed)
        {
            throw new OptionsValidationException(account, options.GetType(), check.Failures);
        }

        known = _accounts.GetOrAdd(account, static (name, made) => made.Factory.Make(name, made.Options, made.IsProvided), (Factory: this, Options: options, IsProvided: isProvided));
        known.Options = options;
        Telemetry.Watch(account, known.Account.Breaker);
        return known;
    }

    public void Dispose()
    {
        foreach (var account in _accounts.Values)
        {
            account.Dispose();
        }
    }

    private SmsTelemetry Telemetry => services.GetRequiredService<SmsTelemetry>();

    private RuntimeAccount Make(string name, SmsAccountOptions options, bool isProvided)
    {
        var made = new RuntimeAccount { Options = options, IsProvided = isProvided };
        var loggers = services.GetRequiredService<ILoggerFactory>();
        made.Account = new SmsAccount(name, () => made.Options!, time, loggers.CreateLogger(SmsLog.Category));
        var channel = new GatewayChannel(name, time, services.GetRequiredService<GatewayTransport>, made.Account.Driver);
        made.Inner = new AccountClient(made.Account, channel, Telemetry, loggers);
        made.Outer = new Lazy<ISmsClient>(() => services.GetRequiredService<SmsClients>().Wrap(made.Inner));
        return made;
    }

    internal sealed class RuntimeAccount : IDisposable
    {
        private volatile SmsAccountOptions? _options;

        public SmsAccountOptions? Options { get => _options; set => _options = value; }

        /// <summary>A provider named it, not the application.</summary>
        public bool IsProvided { get; init; }

        public SmsAccount Account { get; set; } = null!;

        public AccountClient Inner { get; set; } = null!;

        public Lazy<ISmsClient> Outer { get; set; } = null!;

        public void Dispose() => Account.Dispose();
    }
}
