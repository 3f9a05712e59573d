using Microsoft.Extensions.Configuration;
using SmsGateway.SpeedMarket;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SpeedMarket accounts.</summary>
public static class SpeedMarketBuilderExtensions
{
    /// <summary>Adds a SpeedMarket account named "speedmarket".</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsAccountBuilder AddSpeedMarket(this ISmsGatewayBuilder builder, Action<SpeedMarketOptions> configure) =>
        builder.AddSpeedMarket("speedmarket", configure);

    /// <summary>Adds a SpeedMarket account.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSpeedMarket(this ISmsGatewayBuilder builder, string name, Action<SpeedMarketOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddGateway<SpeedMarketOptions>(name, options => options.Configure(configure), SpeedMarketGateway.GatewayFeatures);
    }

    /// <summary>Adds a SpeedMarket account whose options are the members of a configuration section; changes there take effect without a restart.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSpeedMarket(this ISmsGatewayBuilder builder, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddGateway<SpeedMarketOptions>(name, options => options.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true), SpeedMarketGateway.GatewayFeatures);
    }
}
