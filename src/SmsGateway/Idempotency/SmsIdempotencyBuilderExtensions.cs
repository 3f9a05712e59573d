using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Idempotency;
using SmsGateway.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes <see cref="SmsMessage.IdempotencyKey"/> work.</summary>
public static class SmsIdempotencyBuilderExtensions
{
    /// <summary>
    /// Sends a message once per key: a second send with the key, also at the same time, gets the first one's result. A key whose
    /// message was refused or not sent is free again. Keys live in memory unless the options say otherwise or an
    /// <see cref="ISmsIdempotencyStore"/> is registered.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ISmsGatewayBuilder UseIdempotencyKeys(this ISmsGatewayBuilder builder, Action<SmsIdempotencyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<SmsIdempotencyOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        options.Validate(
            value => value.TimeToLive >= TimeSpan.FromMinutes(1) && value.TimeToLive <= TimeSpan.FromDays(90),
            "SMS idempotency keys: TimeToLive must be 1 minute to 90 days.").ValidateOnStart();
        builder.Services.TryAddSingleton<ISmsIdempotencyStore>(provider =>
            provider.GetRequiredService<IOptions<SmsIdempotencyOptions>>().Value.UseDistributedCache
                ? new DistributedIdempotencyStore(provider.GetRequiredService<IDistributedCache>())
                : new MemoryIdempotencyStore(provider.GetRequiredService<TimeProvider>()));
        return builder.Use((inner, provider) => new IdempotentClient(
            inner,
            provider.GetRequiredService<ISmsIdempotencyStore>(),
            provider.GetRequiredService<IOptions<SmsIdempotencyOptions>>().Value.TimeToLive,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(SmsLog.Category)));
    }
}
