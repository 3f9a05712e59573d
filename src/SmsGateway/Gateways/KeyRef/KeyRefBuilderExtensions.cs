using Microsoft.Extensions.Configuration;
using SmsGateway.KeyRef;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers key/ref accounts.</summary>
public static class KeyRefBuilderExtensions
{
    /// <summary>Adds a key/ref account named "keyref".</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISmsAccountBuilder AddKeyRef(this ISmsGatewayBuilder builder, Action<KeyRefOptions> configure) =>
        builder.AddKeyRef("keyref", configure);

    /// <summary>Adds a key/ref account.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddKeyRef(this ISmsGatewayBuilder builder, string name, Action<KeyRefOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddGateway<KeyRefOptions>(name, options => options.Configure(configure), KeyRefGateway.GatewayFeatures);
    }

    /// <summary>Adds a key/ref account whose options are the members of a configuration section; changes there take effect without a restart.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a possible name, or taken.</exception>
    public static ISmsAccountBuilder AddKeyRef(this ISmsGatewayBuilder builder, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddGateway<KeyRefOptions>(name, options => options.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true), KeyRefGateway.GatewayFeatures);
    }
}
