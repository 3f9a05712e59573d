using Microsoft.Extensions.Configuration;
using SmsGateway.SpeedSms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SpeedSMS accounts.</summary>
public static class SpeedSmsBuilderExtensions
{
    /// <summary>Adds a SpeedSMS account named "speedsms".</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsAccountBuilder AddSpeedSms(this ISmsGatewayBuilder builder, Action<SpeedSmsOptions> configure) =>
        builder.AddSpeedSms("speedsms", configure);

    /// <summary>Adds a SpeedSMS account.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSpeedSms(this ISmsGatewayBuilder builder, string name, Action<SpeedSmsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddGateway<SpeedSmsOptions>(name, options => options.Configure(configure), SpeedSmsGateway.GatewayFeatures);
    }

    /// <summary>Adds a SpeedSMS account whose options are the members of a configuration section; changes there take effect without a restart.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSpeedSms(this ISmsGatewayBuilder builder, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddGateway<SpeedSmsOptions>(name, options => options.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true), SpeedSmsGateway.GatewayFeatures);
    }
}
