using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SmsGateway.AspNetCore;

/// <summary>Looks at the accounts and, where a threshold is set, asks for their balance. Never sends.</summary>
internal sealed class SmsHealthCheck(SmsAccountStates states, IServiceProvider services, TimeProvider time, SmsHealthOptions options, SmsBalances balances) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var accounts = states.Read();
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> complaints = [];
        foreach (var account in accounts)
        {
            Look(account, data, complaints);
            if (options.MinBalance.TryGetValue(account.Account, out var threshold))
            {
                await AskAsync(account.Account, threshold, data, complaints, cancellationToken).ConfigureAwait(false);
            }
        }

        return complaints.Count == 0 ? HealthCheckResult.Healthy(data: data)
            : accounts.All(account => account.IsBreakerOpen) ? new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', complaints), data: data)
            : HealthCheckResult.Degraded(string.Join(' ', complaints), data: data);
    }

    private void Look(SmsAccountState account, Dictionary<string, object> data, List<string> complaints)
    {
        data[account.Account + ".breaker"] = account.IsBreakerOpen ? "open" : "closed";
        if (account.LastAcceptedAt is { } accepted)
        {
            data[account.Account + ".lastAccepted"] = accepted;
        }

        if (account.IsBreakerOpen)
        {
            complaints.Add($"{account.Account}: the circuit breaker is open.");
        }

        if (options.MaxTimeWithoutSuccess is { } longest && account.LastNotAcceptedAt is { } failed && failed > account.LastAcceptedAt.GetValueOrDefault()
            && time.GetUtcNow() - (account.LastAcceptedAt ?? failed) >= longest)
        {
            complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{account.Account}: nothing was accepted for {longest} or longer."));
        }
    }

    private async Task AskAsync(string account, decimal threshold, Dictionary<string, object> data, List<string> complaints, CancellationToken cancellationToken)
    {
        try
        {
            var amount = await BalanceAsync(account, cancellationToken).ConfigureAwait(false);
            data[account + ".balance"] = amount;
            if (amount < threshold)
            {
                complaints.Add($"{account}: the balance is below its threshold.");
            }
        }
        catch (SmsException exception)
        {
            complaints.Add($"{account}: the balance could not be read ({exception.Error.Kind}).");
        }
    }

    private async ValueTask<decimal> BalanceAsync(string account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (balances.TryGetValue(account, out var known) && now - known.At < options.BalanceAge)
        {
            return known.Amount;
        }

        var balance = await services.GetRequiredKeyedService<ISmsAccount>(account).GetBalanceAsync(cancellationToken).ConfigureAwait(false);
        balances[account] = (now, balance.Amount);
        return balance.Amount;
    }
}

/// <summary>The balances that were asked for last: a check is made anew for each probe.</summary>
internal sealed class SmsBalances() : ConcurrentDictionary<string, (DateTimeOffset At, decimal Amount)>(StringComparer.Ordinal);
