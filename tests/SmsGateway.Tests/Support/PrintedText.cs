using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SmsGateway.Emulator;

namespace SmsGateway.Tests.Support;

/// <summary>Everything the library printed during the run: logs, exceptions, results. The privacy test greps it.</summary>
public static class PrintedText
{
    public static ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Keys, tokens and passwords that were in use.</summary>
    public static ConcurrentBag<string> Secrets { get; } = [];

    public static ILoggerProvider Logs { get; } = new Provider();

    public static void Keep(IReadOnlyCollection<SmsResult> results)
    {
        foreach (var result in results)
        {
            Lines.Enqueue(result.ToString());
        }

        foreach (var error in results.Select(result => result.Error).OfType<SmsError>().Distinct())
        {
            Lines.Enqueue(error.ToString());
            Lines.Enqueue(new SmsException(error).ToString());
            Lines.Enqueue(error.Exception?.ToString() ?? "");
        }
    }

    public static void Keep(GatewayCredentials credentials)
    {
        foreach (var secret in new[] { credentials.SmsApiAccessToken, credentials.SpeedSmsAccessToken, credentials.SpeedMarketPassword, credentials.SmsClubToken, credentials.KeyRefKey })
        {
            Secrets.Add(secret);
        }
    }

    public static void Keep(Exception exception) => Lines.Enqueue(exception.ToString());

    private sealed class Provider : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue($"{eventId} {formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach (var value in values)
                {
                    Lines.Enqueue($"{value.Key}={value.Value}");
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
