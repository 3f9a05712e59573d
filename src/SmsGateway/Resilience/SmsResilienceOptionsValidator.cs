using System.Globalization;

namespace SmsGateway.Resilience;

/// <summary>Names the setting and its range; never the value that was given.</summary>
internal static class SmsResilienceOptionsValidator
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static void Validate(SmsResilienceOptions options, Action<string> fail)
    {
        Number(options.MaxAttempts, 1, 20, nameof(options.MaxAttempts), fail);
        Number(options.RetryBudget, 0, 100_000, nameof(options.RetryBudget), fail);
        Number(options.QueueLimit, 0, 1_000_000, nameof(options.QueueLimit), fail);
        Number(options.MaxConcurrentRequests ?? 1, 1, 10_000, nameof(options.MaxConcurrentRequests), fail);
        Time(options.BaseDelay, TimeSpan.Zero, Minute, nameof(options.BaseDelay), fail);
        Time(options.MaxDelay, TimeSpan.Zero, 10 * Minute, nameof(options.MaxDelay), fail);
        Order(options.BaseDelay, nameof(options.BaseDelay), options.MaxDelay, nameof(options.MaxDelay), fail);
        Time(options.MaxRetryAfter, TimeSpan.Zero, 10 * Minute, nameof(options.MaxRetryAfter), fail);
        Time(options.SendTimeout, Least, Hour, nameof(options.SendTimeout), fail);
        Time(options.SendAttemptTimeout, Least, 10 * Minute, nameof(options.SendAttemptTimeout), fail);
        Order(options.SendAttemptTimeout, nameof(options.SendAttemptTimeout), options.SendTimeout, nameof(options.SendTimeout), fail);
        Time(options.ConnectTimeout, Least, 5 * Minute, nameof(options.ConnectTimeout), fail);
        Order(options.ConnectTimeout, nameof(options.ConnectTimeout), options.SendAttemptTimeout, nameof(options.SendAttemptTimeout), fail);
        Time(options.QueryTimeout, Least, Hour, nameof(options.QueryTimeout), fail);
        Time(options.QueryAttemptTimeout, Least, 10 * Minute, nameof(options.QueryAttemptTimeout), fail);
        Order(options.QueryAttemptTimeout, nameof(options.QueryAttemptTimeout), options.QueryTimeout, nameof(options.QueryTimeout), fail);
        if (options.RateLimit is { } rate)
        {
            Number(rate.Requests, 1, 1_000_000, "RateLimit.Requests", fail);
            Time(rate.Per, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), "RateLimit.Per", fail);
        }

        if (options.CircuitBreaker is { } breaker)
        {
            Check(breaker.FailureRatio is > 0 and <= 1, "CircuitBreaker.FailureRatio", "above 0 and at most 1", fail);
            Number(breaker.MinimumThroughput, 2, 1_000_000, "CircuitBreaker.MinimumThroughput", fail);
            Time(breaker.SamplingDuration, TimeSpan.FromSeconds(0.5), Hour, "CircuitBreaker.SamplingDuration", fail);
            Time(breaker.BreakDuration, TimeSpan.FromSeconds(0.5), Hour, "CircuitBreaker.BreakDuration", fail);
        }

        var reconciliation = options.Reconciliation;
        Time(reconciliation.SettleTime, TimeSpan.Zero, TimeSpan.FromDays(1), "Reconciliation.SettleTime", fail);
        Check(reconciliation.EffectiveDelays.Count > 0, "Reconciliation.Delays", "at least one wait", fail);
        foreach (var delay in reconciliation.EffectiveDelays)
        {
            Time(delay, TimeSpan.Zero, Hour, "Reconciliation.Delays", fail);
        }
    }

    private static void Order(TimeSpan smaller, string name, TimeSpan larger, string than, Action<string> fail)
    {
        if (smaller > larger)
        {
            fail($"Resilience.{name} must not be above {than}.");
        }
    }

    private static void Number(int value, int from, int to, string name, Action<string> fail) =>
        Check(value >= from && value <= to, name, string.Create(CultureInfo.InvariantCulture, $"{from} to {to}"), fail);

    private static void Time(TimeSpan value, TimeSpan from, TimeSpan to, string name, Action<string> fail) =>
        Check(value >= from && value <= to, name, string.Create(CultureInfo.InvariantCulture, $"{from} to {to}"), fail);

    private static void Check(bool fine, string name, string range, Action<string> fail)
    {
        if (!fine)
        {
            fail($"Resilience.{name} must be {range}.");
        }
    }
}
