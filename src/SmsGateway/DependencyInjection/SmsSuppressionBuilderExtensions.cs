using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Suppression;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps messages back whose recipients do not want them.</summary>
public static class SmsSuppressionBuilderExtensions
{
    /// <summary>
    /// Refuses messages to recipients on the list, as <see cref="SmsErrorKind.RecipientBlocked"/> and before anything leaves. Replies such as
    /// "STOP" put their senders on the list where <c>AddSmsEventHandler</c> or <c>AddSmsEvents</c> is registered too.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="store">The list.</param>
    /// <param name="configure">Exempts categories, such as one-time codes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="store"/> is null.</exception>
    public static ISmsGatewayBuilder UseSuppressionList(
        this ISmsGatewayBuilder builder, ISmsSuppressionStore store, Action<SmsSuppressionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(store);
        builder.Services.AddSingleton(store);
        return builder.UseSuppressionList(configure);
    }

    /// <summary>The same with the <see cref="ISmsSuppressionStore"/> that is registered, or a list in memory, which is gone with the process.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Exempts categories, such as one-time codes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ISmsGatewayBuilder UseSuppressionList(this ISmsGatewayBuilder builder, Action<SmsSuppressionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.AddOptions<SmsSuppressionOptions>();
        builder.Services.TryAddSingleton<ISmsSuppressionStore, MemorySuppressionStore>();
        builder.Services.TryAddSingleton<AccountCountries>();
        return builder.Use(static (inner, provider) => new SuppressingClient(
            inner,
            provider.GetRequiredService<ISmsSuppressionStore>(),
            provider.GetRequiredService<IOptions<SmsSuppressionOptions>>().Value,
            provider.GetRequiredService<AccountCountries>()));
    }
}
