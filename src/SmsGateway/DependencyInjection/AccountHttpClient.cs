using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using SmsGateway;
using SmsGateway.Client;
using SmsGateway.Http;
using SmsGateway.Resilience;
using SmsGateway.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The HTTP client of an account: one set of sockets for its whole life, our resilience on top, a guard beneath.</summary>
internal static class AccountHttpClient
{
    private static readonly ProductInfoHeaderValue UserAgent = new(
        "SmsGateway", typeof(ISmsClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    /// <summary>The client of all accounts that are made at run time.</summary>
    public const string Shared = "SmsGateway (run-time accounts)";

    public static string NameOf(string account) => $"SmsGateway.{account}";

    public static IHttpClientBuilder Add(IServiceCollection services, string account) =>
        Add(services, NameOf(account), account, provider => provider.GetRequiredKeyedService<SmsAccount>(account).Current.Options.Resilience);

    public static GatewayTransport CreateTransport(IServiceProvider provider, string clientName) =>
        new(provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<IHttpMessageHandlerFactory>(), clientName);

    public static void AddShared(IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(SharedMark)))
        {
            services.AddSingleton<SharedMark>();
            services.AddSingleton(provider => CreateTransport(provider, Shared));
            Add(services, Shared, "(run time)", _ => new SmsResilienceOptions());
        }
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string clientName, string account, Func<IServiceProvider, SmsResilienceOptions> resilience)
    {
        var builder = services.AddHttpClient(clientName)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // one clock only: the pipeline's
                client.DefaultRequestHeaders.UserAgent.Add(UserAgent);
            })
            .RemoveAllLoggers() // they print addresses
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections have a lifetime of their own
            .ConfigurePrimaryHttpMessageHandler(provider => CreateSockets(resilience(provider)))
            .AddHttpMessageHandler(provider => new ResilienceHandler(provider.GetRequiredService<TimeProvider>()));
        services.PostConfigure<HttpClientFactoryOptions>(
            clientName, options => options.HttpMessageHandlerBuilderActions.Add(handlers => Guard(handlers, account, resilience(handlers.Services))));
        return builder;
    }

    private static SocketsHttpHandler CreateSockets(SmsResilienceOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = 64,
        MaxResponseHeadersLength = 16,
        EnableMultipleHttp2Connections = false,
    };

    // Runs last, so that it sees whatever the application put in between or in place of the sockets.
    private static void Guard(HttpMessageHandlerBuilder handlers, string account, SmsResilienceOptions resilience)
    {
        if (!resilience.KeepForeignRetryHandlers)
        {
            for (var i = handlers.AdditionalHandlers.Count - 1; i >= 0; i--)
            {
                if (IsRetryHandler(handlers.AdditionalHandlers[i]))
                {
                    var logger = handlers.Services.GetRequiredService<ILoggerFactory>().CreateLogger(SmsLog.Category);
                    SmsLog.ForeignRetryHandlerRemoved(logger, handlers.AdditionalHandlers[i].GetType(), account);
                    handlers.AdditionalHandlers.RemoveAt(i);
                }
            }
        }

        for (HttpMessageHandler? handler = handlers.PrimaryHandler; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            StayHere(handler);
        }

        handlers.PrimaryHandler = new OneShotGuard(handlers.PrimaryHandler);
    }

    // A redirect is a second request, a cookie a state that nobody asked for. A handler in use cannot be changed any more.
    private static void StayHere(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler { AllowAutoRedirect: true } or SocketsHttpHandler { UseCookies: true }:
                ((SocketsHttpHandler)handler).AllowAutoRedirect = false;
                ((SocketsHttpHandler)handler).UseCookies = false;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } or HttpClientHandler { UseCookies: true }:
                ((HttpClientHandler)handler).AllowAutoRedirect = false;
                ((HttpClientHandler)handler).UseCookies = false;
                break;
        }
    }

    // Known by name, for their packages are none of our dependencies.
    private static bool IsRetryHandler(DelegatingHandler handler) => handler.GetType().FullName is
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler" or
        "Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler" or
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    private sealed class SharedMark;
}
