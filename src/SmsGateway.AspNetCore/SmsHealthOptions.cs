namespace SmsGateway.AspNetCore;

/// <summary>What makes an account unwell.</summary>
public sealed class SmsHealthOptions
{
    /// <summary>
    /// The balances below which accounts are reported as degraded, by account; in the gateway's own unit. Accounts that are not named are not
    /// asked for their balance. Empty by default.
    /// </summary>
    public IDictionary<string, decimal> MinBalance { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>How long a balance is believed before the gateway is asked again: probes come every few seconds.</summary>
    /// <value>From 10 seconds. Default: 5 minutes.</value>
    public TimeSpan BalanceAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an account may fail before it is reported as degraded: since its last accepted message, when the last one was not accepted. Null,
    /// the default, does not look at it.
    /// </summary>
    public TimeSpan? MaxTimeWithoutSuccess { get; set; }
}
