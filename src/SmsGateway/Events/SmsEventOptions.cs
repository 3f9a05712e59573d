namespace SmsGateway;

/// <summary>How events are kept and handled. Read once, at start.</summary>
public sealed class SmsEventOptions
{
    /// <summary>How long events, their keys and the messages they are about are remembered.</summary>
    /// <value>1 hour to 90 days. Default: 72 hours.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromHours(72);

    /// <summary>
    /// How soon an event must follow its like to be taken for a repeat where it has neither id nor time: a reply at SpeedSMS, say.
    /// </summary>
    /// <value>1 second to 72 hours. Default: 10 minutes.</value>
    public TimeSpan RepeatWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a report waits for the end of the send that it may belong to, before it counts as one about an unknown message.</summary>
    /// <value>0 to 1 hour. Default: 2 minutes.</value>
    public TimeSpan EarlyReportGrace { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many events are handled side by side; events about one message never are.</summary>
    /// <value>1 to 256. Default: 8.</value>
    public int MaxParallelHandlers { get; set; } = 8;

    /// <summary>How many events may wait; beyond, gateways are asked to come back later.</summary>
    /// <value>From 1. Default: 100,000.</value>
    public int MaxPending { get; set; } = 100_000;

    /// <summary>How many keys of events, and how many messages, the store in memory remembers; the oldest leave first.</summary>
    /// <value>From 1. Default: 200,000.</value>
    public int MaxRemembered { get; set; } = 200_000;

    /// <summary>How long a handler may take before its token is cancelled.</summary>
    /// <value>1 second to 1 hour. Default: 5 minutes.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an event waits after its first failure; twice as long after each further one.</summary>
    /// <value>1 millisecond to 1 hour. Default: 1 second.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such wait.</summary>
    /// <value>Not shorter than <see cref="RetryDelay"/>, at most 1 day. Default: 5 minutes.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What a final status does that contradicts an earlier one. Default: <see cref="SmsConflictingFinals.FirstStays"/>.</summary>
    public SmsConflictingFinals ConflictingFinals { get; set; }

    /// <summary>
    /// Sums up reports about the parts of a long message, at gateways that say which part: delivered when all are, failed when any
    /// is. Off, each comes as it is. Default: true.
    /// </summary>
    public bool AggregateParts { get; set; } = true;

    /// <summary>Remembers what this application sends, so that reports find their messages. Default: true.</summary>
    public bool TrackSends { get; set; } = true;

    /// <summary>Keeps the request that an event came with (<see cref="SmsEvent.Raw"/>). Default: true.</summary>
    public bool KeepRaw { get; set; } = true;

    /// <summary>
    /// Keeps events and messages in the application's <c>IDistributedCache</c> instead of in memory: they then survive a restart.
    /// A cache cannot put and look in one step, so two processes that get the same request within milliseconds may both take it.
    /// </summary>
    public bool UseDistributedCache { get; set; }

    /// <summary>
    /// The name under which this process finds what it left in the cache; the same after a restart, another for each of several
    /// processes. Default: "default".
    /// </summary>
    public string InstanceName { get; set; } = "default";

    /// <summary>
    /// When messages are asked about whose gateway never calls back: each wait follows the one before, the last is repeated. After a restart
    /// what is overdue is asked about at once.
    /// </summary>
    /// <value>At least one; each 1 second to 1 day. Default: 10 seconds, 30 seconds, 2 minutes, 10 minutes, 1 hour.</value>
    public IReadOnlyList<TimeSpan> PollDelays { get; set; } =
        [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    /// <summary>How long after its send a message is asked about; then its last status is reported as given up (<see cref="SmsDeliveryReport.IsGivenUp"/>).</summary>
    /// <value>1 minute to <see cref="Retention"/>. Default: 72 hours.</value>
    public TimeSpan PollHorizon { get; set; } = TimeSpan.FromHours(72);

    /// <summary>
    /// How far back each fetching of inbound messages reaches behind the one before: gateways may show a message some time after it arrived.
    /// </summary>
    /// <value>1 minute to 30 days. Default: 1 hour.</value>
    public TimeSpan InboxOverlap { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The words that opt out of messages, or back in.</summary>
    public SmsOptOutKeywords OptOutKeywords { get; set; } = SmsOptOutKeywords.Create();

    internal bool IsValid =>
        IsWithin(Retention, TimeSpan.FromHours(1), TimeSpan.FromDays(90))
        && IsWithin(RepeatWindow, TimeSpan.FromSeconds(1), TimeSpan.FromHours(72))
        && IsWithin(EarlyReportGrace, TimeSpan.Zero, TimeSpan.FromHours(1))
        && MaxParallelHandlers is >= 1 and <= 256 && MaxPending >= 1 && MaxRemembered >= 1
        && IsWithin(HandlerTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
        && IsWithin(RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1))
        && IsWithin(MaxRetryDelay, RetryDelay, TimeSpan.FromDays(1))
        && PollDelays is { Count: > 0 } && PollDelays.All(delay => IsWithin(delay, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)))
        && IsWithin(PollHorizon, TimeSpan.FromMinutes(1), Retention) && IsWithin(InboxOverlap, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30))
        && Enum.IsDefined(ConflictingFinals) && !string.IsNullOrWhiteSpace(InstanceName) && OptOutKeywords is not null;

    private static bool IsWithin(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}

/// <summary>What a final status does that contradicts an earlier one, such as "failed" after "delivered". Values are never renumbered.</summary>
public enum SmsConflictingFinals
{
    /// <summary>Nothing: the first stays, the other goes to <see cref="ISmsEventHandler.OnOtherAsync"/>.</summary>
    FirstStays = 0,

    /// <summary>It takes the place of the first when it is not older.</summary>
    LastReplaces = 1,
}
