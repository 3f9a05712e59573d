using Microsoft.Extensions.Configuration;
using Postbox;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Postbox accounts.</summary>
public static class PostboxBuilderExtensions
{
    /// <summary>Adds a Postbox account named "postbox".</summary>
    public static ISmsAccountBuilder AddPostbox(this ISmsGatewayBuilder builder, Action<PostboxOptions> configure) =>
        builder.AddPostbox("postbox", configure);

    /// <summary>Adds a Postbox account.</summary>
    public static ISmsAccountBuilder AddPostbox(this ISmsGatewayBuilder builder, string name, Action<PostboxOptions> configure) =>
        builder.AddGateway<PostboxOptions>(name, options => options.Configure(configure), PostboxGateway.GatewayFeatures);

    /// <summary>Adds a Postbox account whose options are the members of a configuration section; changes there take effect without a restart.</summary>
    public static ISmsAccountBuilder AddPostbox(this ISmsGatewayBuilder builder, string name, IConfiguration section) =>
        builder.AddGateway<PostboxOptions>(
            name, options => options.Bind(section, binder => binder.ErrorOnUnknownConfiguration = true), PostboxGateway.GatewayFeatures);
}
