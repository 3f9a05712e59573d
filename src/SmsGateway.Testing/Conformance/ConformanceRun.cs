using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.Http;
using SmsGateway.Webhooks;

namespace SmsGateway.Testing;

/// <summary>One account of the gateway that is checked, in a container of its own, with everything it logs.</summary>
internal sealed class ConformanceRun : IAsyncDisposable
{
    public const string Account = "checked";

    private readonly ServiceProvider _services;

    public ConformanceRun(Action<ISmsGatewayBuilder> add, TimeProvider? time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(Printed)));
        add(services.AddSmsGateway());
        _services = services.BuildServiceProvider();
    }

    /// <summary>Every line that was logged.</summary>
    public ConcurrentQueue<string> Printed { get; } = new();

    public ISmsClient Client => _services.GetRequiredKeyedService<ISmsClient>(Account);

    public ISmsWebhook? Webhook => _services.GetRequiredKeyedService<GatewayChannel>(Account).Gateway.Webhook;

    public SmsGatewayInfo Info => Client.GetRequiredService<SmsGatewayInfo>();

    public async Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var result = await Client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        Printed.Enqueue(result.ToString());
        Printed.Enqueue(result.Error?.Exception?.ToString() ?? "");
        return result;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing to release.
        }
    }
}
