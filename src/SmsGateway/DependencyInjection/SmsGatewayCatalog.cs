using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The gateways that configuration can name. Starts with the five of this library.</summary>
public sealed class SmsGatewayCatalog
{
    private readonly Dictionary<string, Action<ISmsGatewayBuilder, string, IConfiguration>> _gateways = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SmsApi"] = (builder, name, section) => builder.AddSmsApi(name, section),
        ["SpeedSms"] = (builder, name, section) => builder.AddSpeedSms(name, section),
        ["SpeedMarket"] = (builder, name, section) => builder.AddSpeedMarket(name, section),
        ["SmsClub"] = (builder, name, section) => builder.AddSmsClub(name, section),
        ["KeyRef"] = (builder, name, section) => builder.AddKeyRef(name, section),
    };

    internal SmsGatewayCatalog()
    {
    }

    internal IEnumerable<string> Names => _gateways.Keys;

    /// <summary>Adds a gateway that is not in this library.</summary>
    /// <param name="name">What configuration calls it; case does not matter.</param>
    /// <param name="add">Registers an account: the builder, the account's name, the section with its options.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or taken.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="add"/> is null.</exception>
    public SmsGatewayCatalog Add(string name, Action<ISmsGatewayBuilder, string, IConfiguration> add)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(add);
        if (!_gateways.TryAdd(name, add))
        {
            throw new ArgumentException($"There is a gateway '{name}' already.", nameof(name));
        }

        return this;
    }

    internal Action<ISmsGatewayBuilder, string, IConfiguration>? Find(string name) => _gateways.GetValueOrDefault(name);
}
