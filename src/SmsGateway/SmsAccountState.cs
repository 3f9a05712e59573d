namespace SmsGateway;

/// <summary>How an account fares, as its sends have shown; nobody is asked for it.</summary>
/// <param name="Account">The account's name.</param>
public sealed record SmsAccountState(string Account)
{
    /// <summary>The circuit breaker lets nothing through just now: the gateway failed too often.</summary>
    public bool IsBreakerOpen { get; init; }

    /// <summary>When the gateway last accepted a message from this process; null before the first.</summary>
    public DateTimeOffset? LastAcceptedAt { get; init; }

    /// <summary>When a message last ended otherwise; null before the first.</summary>
    public DateTimeOffset? LastNotAcceptedAt { get; init; }
}
