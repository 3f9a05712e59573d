using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmsGateway.Tests.Support;

/// <summary>The log of one container.</summary>
public sealed class LogSink : ILoggerProvider
{
    public ConcurrentQueue<(EventId Id, LogLevel Level, string Line)> Lines { get; } = [];

    /// <summary>The lines of one event.</summary>
    public IReadOnlyList<string> Of(int id) => [.. Lines.Where(line => line.Id.Id == id).Select(line => line.Line)];

    public void AddTo(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this));

    public ILogger CreateLogger(string categoryName) => new Sink(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Sink(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category == "SmsGateway";

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (category == "SmsGateway")
            {
                sink.Lines.Enqueue((eventId, logLevel, formatter(state, exception)));
            }
        }
    }
}
