using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SmsGateway.Emulator;

namespace SmsGateway.Tests.Support;

/// <summary>Everything the library printed during the run: logs, exceptions, results. The privacy test greps it.</summary>
public static class PrintedText
{
    private static readonly ConcurrentDictionary<string, byte> Seen = new(StringComparer.Ordinal);

    /// <summary>What was printed, in order, each line once.</summary>
    public static ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Keys, tokens and passwords that were in use.</summary>
    public static ConcurrentBag<string> Secrets { get; } = [];

    public static ILoggerProvider Logs { get; } = new Provider();

    public static void Keep(IReadOnlyCollection<SmsResult> results)
    {
        foreach (var result in results)
        {
            Add(result.ToString());
        }

        foreach (var error in results.Select(result => result.Error).OfType<SmsError>().Distinct())
        {
            Add(error.ToString());
            Add(new SmsException(error).ToString());
            Add(error.Exception?.ToString() ?? "");
        }
    }

    public static void Keep(GatewayCredentials credentials)
    {
        foreach (var secret in new[] { credentials.SmsApiAccessToken, credentials.SpeedSmsAccessToken, credentials.SpeedMarketPassword, credentials.SmsClubToken, credentials.KeyRefKey })
        {
            Secrets.Add(secret);
        }
    }

    public static void Keep(Exception exception) => Add(exception.ToString());

    private static void Add(string line)
    {
        if (Seen.TryAdd(line, 0))
        {
            Lines.Enqueue(line);
        }
    }

    private sealed class Provider : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Add($"{eventId} {formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach (var value in values)
                {
                    Add($"{value.Key}={value.Value}");
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
