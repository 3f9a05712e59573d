using Microsoft.Extensions.Configuration;
using SmsGateway.SmsClub;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SMS Club accounts.</summary>
public static class SmsClubBuilderExtensions
{
    /// <summary>Adds an SMS Club account named "smsclub".</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsAccountBuilder AddSmsClub(this ISmsGatewayBuilder builder, Action<SmsClubOptions> configure) =>
        builder.AddSmsClub("smsclub", configure);

    /// <summary>Adds an SMS Club account.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSmsClub(this ISmsGatewayBuilder builder, string name, Action<SmsClubOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddGateway<SmsClubOptions>(name, options => options.Configure(configure), SmsClubGateway.GatewayFeatures);
    }

    /// <summary>Adds an SMS Club account whose options are the members of a configuration section; changes there take effect without a restart.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddSmsClub(this ISmsGatewayBuilder builder, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddGateway<SmsClubOptions>(name, options => options.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true), SmsClubGateway.GatewayFeatures);
    }
}
