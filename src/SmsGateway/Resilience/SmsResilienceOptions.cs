namespace SmsGateway;

/// <summary>
/// How an account deals with time and trouble. Whether a repeat is allowed at all is not an option: docs/reliability.md
/// has the table.
/// </summary>
public sealed record SmsResilienceOptions
{
    /// <summary>How often one request is tried in all.</summary>
    /// <value>1 (no retries) to 20. Default: 3.</value>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The first wait between attempts; it doubles each time, with jitter.</summary>
    /// <value>0 to 1 minute. Default: 0.5 seconds.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait between attempts that nobody asked for.</summary>
    /// <value>0 to 10 minutes, not below <see cref="BaseDelay"/>. Default: 8 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest wait that a gateway may ask for; when it asks for more, the attempt was the last.</summary>
    /// <value>0 to 10 minutes. Default: 30 seconds.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What retries may cost an account before it must earn more: a retry costs 5, after a time-out 10, a clean success earns 1.</summary>
    /// <value>0 (no budget: retries are not limited by it) to 100,000. Default: 100.</value>
    public int RetryBudget { get; set; } = 100;

    /// <summary>How long making a connection may take, handshake included.</summary>
    /// <value>10 milliseconds to 5 minutes, not above <see cref="SendAttemptTimeout"/>. Default: 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt to send may take. A short time makes doubt, not speed: the gateway may have the message.</summary>
    /// <value>10 milliseconds to 10 minutes, not above <see cref="SendTimeout"/>. Default: 30 seconds.</value>
    public TimeSpan SendAttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one request may take with all its attempts and waits. A call of many requests takes longer.</summary>
    /// <value>10 milliseconds to 1 hour. Default: 60 seconds.</value>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one attempt of a query (balance, status ...) may take.</summary>
    /// <value>10 milliseconds to 10 minutes, not above <see cref="QueryTimeout"/>. Default: 10 seconds.</value>
    public TimeSpan QueryAttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a query may take with all its attempts and waits.</summary>
    /// <value>10 milliseconds to 1 hour. Default: 20 seconds.</value>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>When to stop asking a gateway that fails; null for never.</summary>
    /// <value>Default: half of at least 10 requests in 30 seconds failed, then 15 seconds of rest.</value>
    public SmsCircuitBreakerOptions? CircuitBreaker { get; set; } = new();

    /// <summary>How many requests the gateway takes in what time; null for no limit.</summary>
    /// <value>Default: what the gateway's documents say; see its options.</value>
    public SmsRateLimit? RateLimit { get; set; }

    /// <summary>How many requests may be under way at once; null for no limit.</summary>
    /// <value>1 to 10,000. Default: null, but 1 for key/ref.</value>
    public int? MaxConcurrentRequests { get; set; }

    /// <summary>How many requests may wait for a limit, oldest first; further ones are not sent.</summary>
    /// <value>0 to 1,000,000. Default: 10,000.</value>
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>How lost answers are followed up, at gateways that can be asked for our reference.</summary>
    public SmsReconciliationOptions Reconciliation { get; set; } = new();

    /// <summary>
    /// Leaves retry handlers in place that the application registered for all its clients. They cost time and gain nothing:
    /// a guard lets each request through once all the same. Default: false.
    /// </summary>
    public bool KeepForeignRetryHandlers { get; set; }
}
