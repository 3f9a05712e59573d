using Microsoft.Extensions.Configuration;
using SmsGateway.SmsApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SMSAPI accounts.</summary>
public static class SmsApiBuilderExtensions
{
    /// <summary>Adds an SMSAPI account named "smsapi".</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsAccountBuilder AddSmsApi(this ISmsGatewayBuilder builder, Action<SmsApiOptions> configure) =>
        builder.AddSmsApi("smsapi", configure);

    /// <summary>Adds an SMSAPI account.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSmsApi(this ISmsGatewayBuilder builder, string name, Action<SmsApiOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddGateway<SmsApiOptions>(name, options => options.Configure(configure), SmsApiGateway.GatewayFeatures);
    }

    /// <summary>Adds an SMSAPI account whose options are the members of a configuration section; changes there take effect without a restart.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSmsApi(this ISmsGatewayBuilder builder, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddGateway<SmsApiOptions>(name, options => options.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true), SmsApiGateway.GatewayFeatures);
    }
}
