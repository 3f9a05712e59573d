namespace SmsGateway;

/// <summary>So many requests in so much time.</summary>
public sealed record SmsRateLimit
{
    /// <summary>How many requests.</summary>
    /// <value>1 to 1,000,000.</value>
    public int Requests { get; set; } = 1;

    /// <summary>In what time.</summary>
    /// <value>1 millisecond to 1 day. Default: 1 second.</value>
    public TimeSpan Per { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>When to stop asking a gateway that fails. Only failures of the way or of the gateway count, never refusals of a message.</summary>
public sealed record SmsCircuitBreakerOptions
{
    /// <summary>The share of failures at which it opens.</summary>
    /// <value>Above 0, up to 1. Default: 0.5.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>How many requests it must have seen to judge.</summary>
    /// <value>2 to 1,000,000. Default: 10.</value>
    public int MinimumThroughput { get; set; } = 10;

    /// <summary>Over what time it counts.</summary>
    /// <value>0.5 seconds to 1 hour. Default: 30 seconds.</value>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it stays open before one request may try again.</summary>
    /// <value>0.5 seconds to 1 hour. Default: 15 seconds.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>How a message whose answer was lost is looked up at gateways that know our reference (SpeedMarket, key/ref).</summary>
public sealed record SmsReconciliationOptions
{
    /// <summary>Whether lost answers are followed up before the send returns.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The waits before each question.</summary>
    /// <value>At least one; 0 to 1 hour each. Null, the default, stands for 2, 5, 15 and 30 seconds.</value>
    public IList<TimeSpan>? Delays { get; set; }

    /// <summary>How long after the last attempt "no such reference" is only taken for "not visible yet".</summary>
    /// <value>0 to 1 day. Default: 60 seconds.</value>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Sends a message again, under the same reference, when the gateway still does not know it after the settle time.
    /// Off by default: "very likely not there" is not proof.
    /// </summary>
    public bool ResendWhenProbablyNotSent { get; set; }

    internal IReadOnlyList<TimeSpan> EffectiveDelays => Delays is null ? DefaultDelays : [.. Delays];

    private static TimeSpan[] DefaultDelays =>
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)];
}
