using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsGateway.Client;
using SmsGateway.Events;
using SmsGateway.Suppression;
using SmsGateway.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the application does about delivery reports and replies.</summary>
public static class SmsEventServiceCollectionExtensions
{
    /// <summary>
    /// Registers a handler of events from all accounts, pushed and asked for. It is made anew for each event, in a scope of its own. Several
    /// handlers run one after the other, in the order of registration.
    /// </summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="services">The application's services; <c>AddSmsGateway()</c> may come before or after.</param>
    /// <param name="configure">Sets how events are kept and handled; the same options for all handlers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddSmsEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, Action<SmsEventOptions>? configure = null)
        where THandler : class, ISmsEventHandler
    {
        services.AddSmsEvents(configure);
        services.AddScoped<ISmsEventHandler, THandler>();
        return services;
    }

    /// <summary>
    /// Registers the handling of events without a handler, which then only keeps statuses and the suppression list. Events are kept in memory
    /// unless the options say otherwise, or an <see cref="ISmsEventStore"/> and an <see cref="ISmsMessageStore"/> are registered.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets how events are kept and handled.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddSmsEvents(this IServiceCollection services, Action<SmsEventOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(EventDispatcher)))
        {
            return services;
        }

        services.AddSmsGateway();
        services.AddOptions<SmsEventOptions>().Validate(options => options.IsValid, "SMS events: an option is out of its range.").ValidateOnStart();
        services.TryAddSingleton<ISmsEventStore>(provider => Options(provider) is { UseDistributedCache: true } options
            ? new CacheEventStore(provider.GetRequiredService<IDistributedCache>(), options.InstanceName, Time(provider))
            : new MemoryEventStore(Time(provider), Options(provider).MaxRemembered));
        services.TryAddSingleton<ISmsMessageStore>(provider => Options(provider) is { UseDistributedCache: true } options
            ? new CacheMessageStore(provider.GetRequiredService<IDistributedCache>(), options.InstanceName)
            : new MemoryMessageStore(Time(provider), Options(provider).MaxRemembered));
        services.AddSingleton<Stripes>();
        services.AddSingleton<SendsUnderWay>();
        services.AddSingleton<EventTelemetry>();
        services.AddSingleton(provider => new HandlerRunner(provider.GetRequiredService<IServiceScopeFactory>(), Time(provider), Options(provider).HandlerTimeout));
        services.AddSingleton(provider => new ReportJudge(provider.GetRequiredService<ISmsMessageStore>(), provider.GetRequiredService<Stripes>(), Options(provider)));
        services.AddSingleton(provider => new SuppressionKeeper(
            Options(provider).OptOutKeywords, provider.GetRequiredService<IOptions<SmsSuppressionOptions>>(), provider.GetService<ISmsSuppressionStore>()));
        services.AddSingleton(provider => new EventSteps(
            provider.GetRequiredService<ISmsEventStore>(),
            provider.GetRequiredService<ISmsMessageStore>(),
            provider.GetRequiredService<ReportJudge>(),
            provider.GetRequiredService<HandlerRunner>(),
            provider.GetRequiredService<SuppressionKeeper>(),
            provider.GetRequiredService<SendsUnderWay>(),
            provider.GetRequiredService<EventTelemetry>(),
            Options(provider),
            Time(provider),
            Logger(provider)));
        services.AddSingleton(provider => new EventDispatcher(
            provider.GetRequiredService<ISmsEventStore>(),
            provider.GetRequiredService<EventSteps>(),
            provider.GetRequiredService<SuppressionKeeper>(),
            provider.GetRequiredService<EventTelemetry>(),
            Options(provider),
            Logger(provider)));
        AddAsking(services);
        services.AddSingleton(provider => new SmsWebhookReceiver(
            provider.GetRequiredService<AccountDirectory>(),
            provider.GetRequiredService<EventDispatcher>(),
            provider.GetRequiredService<IOptions<SmsRegistrations>>().Value.Accounts,
            provider.GetRequiredService<EventTelemetry>(),
            Logger(provider)));
        services.AddSingleton<IHostedService, EventService>();
        return services;
    }

    private static void AddAsking(IServiceCollection services)
    {
        services.AddSingleton(provider => new StatusPoller(
            provider.GetRequiredService<AccountDirectory>(),
            provider.GetRequiredService<ISmsMessageStore>(),
            provider.GetRequiredService<EventDispatcher>(),
            Options(provider),
            Time(provider),
            Logger(provider)));
        services.AddSingleton(provider => new InboxPoller(
            provider.GetRequiredService<AccountDirectory>(),
            provider.GetRequiredService<IOptions<SmsRegistrations>>(),
            provider.GetRequiredService<ISmsMessageStore>(),
            provider.GetRequiredService<EventDispatcher>(),
            Options(provider),
            Time(provider),
            Logger(provider)));
        services.AddSingleton(provider => new MessageTracker(
            provider.GetRequiredService<ISmsMessageStore>(),
            provider.GetRequiredService<Stripes>(),
            provider.GetRequiredService<StatusPoller>(),
            provider.GetRequiredService<AccountDirectory>(),
            Options(provider),
            Time(provider),
            Logger(provider)));
        services.AddSingleton(new SmsMiddleware(static (inner, provider) => Options(provider).TrackSends
            ? new TrackingClient(inner, provider.GetRequiredService<MessageTracker>(), provider.GetRequiredService<SendsUnderWay>())
            : inner));
    }

    private static SmsEventOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<SmsEventOptions>>().Value;

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILogger Logger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(SmsLog.Category);
}
