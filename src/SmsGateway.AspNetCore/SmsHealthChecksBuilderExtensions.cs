using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmsGateway;
using SmsGateway.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SMS accounts to the application's health checks.</summary>
public static class SmsHealthChecksBuilderExtensions
{
    /// <summary>
    /// Reports accounts as degraded whose circuit breaker is open, whose balance is below a threshold, or which nothing was accepted by for
    /// a while; as unhealthy when no account can send. Never sends anything.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="configure">Sets thresholds.</param>
    /// <param name="name">The check's name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="InvalidOperationException">An option is out of its range.</exception>
    public static IHealthChecksBuilder AddSmsAccounts(this IHealthChecksBuilder builder, Action<SmsHealthOptions>? configure = null, string name = "sms")
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new SmsHealthOptions();
        configure?.Invoke(options);
        if (options.BalanceAge < TimeSpan.FromSeconds(10))
        {
            throw new InvalidOperationException("AddSmsAccounts: BalanceAge must be 10 seconds at least.");
        }

        var balances = new SmsBalances();
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new SmsHealthCheck(
                provider.GetRequiredService<SmsAccountStates>(), provider, provider.GetRequiredService<TimeProvider>(), options, balances),
            failureStatus: null,
            tags: null));
    }
}
