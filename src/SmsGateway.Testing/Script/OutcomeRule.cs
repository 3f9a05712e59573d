using System.Globalization;

namespace SmsGateway.Testing;

/// <summary>
/// What happens to the messages of one rule, step by step. The last step goes on for ever unless it has <see cref="Times"/>; every
/// step before it is for one message unless it has.
/// </summary>
public sealed class OutcomeRule
{
    private readonly Gate _gate;
    private readonly Func<SmsMessage, bool> _match;
    private readonly string _description;
    private readonly List<OutcomeStep> _steps = [];

    internal OutcomeRule(Gate gate, Func<SmsMessage, bool> match, string description) => (_gate, _match, _description) = (gate, match, description);

    /// <summary>The gateway says yes.</summary>
    /// <param name="id">The gateway's id; made when null.</param>
    /// <param name="price">The price; none when null.</param>
    public OutcomeRule Accept(string? id = null, SmsPrice? price = null) => Add(new(SmsOutcome.Accepted) { Id = id, Price = price });

    /// <summary>The gateway says no.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="gatewayCode">The gateway's own code.</param>
    public OutcomeRule Reject(SmsErrorKind kind, string? gatewayCode = null) =>
        Add(new(SmsOutcome.Rejected) { Error = new(kind, "The script says no.") { GatewayCode = gatewayCode } });

    /// <summary>The message provably does not leave.</summary>
    /// <param name="kind">Why.</param>
    public OutcomeRule NotSent(SmsErrorKind kind = SmsErrorKind.ConnectionFailed) =>
        Add(new(SmsOutcome.NotSent) { Error = new(kind, "The script keeps the message from leaving.") });

    /// <summary>The gateway refuses because of rate: not sent.</summary>
    /// <param name="retryAfter">How long it asks to wait.</param>
    public OutcomeRule RateLimit(TimeSpan? retryAfter = null) =>
        Add(new(SmsOutcome.NotSent) { Error = new(SmsErrorKind.RateLimited, "The script says: too many requests.") { RetryAfter = retryAfter } });

    /// <summary>The answer is lost.</summary>
    /// <param name="gatewayAccepted">
    /// Whether the gateway has the message all the same. The sender sees no difference; <see cref="SentMessage.GatewayAccepted"/> and
    /// <see cref="ISmsReconciler"/> do.
    /// </param>
    /// <param name="kind">How it was lost.</param>
    public OutcomeRule Unknown(bool gatewayAccepted, SmsErrorKind kind = SmsErrorKind.ConnectionLost) =>
        Add(new(SmsOutcome.Unknown) { GatewayAccepts = gatewayAccepted, Error = new(kind, "The script loses the answer.") });

    /// <summary>The client throws: for mistakes of configuration or programming only, since a real one throws nothing else.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public OutcomeRule Throw(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add(new(SmsOutcome.NotSent) { Exception = exception });
    }

    /// <summary>The step before takes that long, by the fake's clock; alone it accepts after that time.</summary>
    /// <param name="by">How long; more than nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is not positive.</exception>
    public OutcomeRule Delay(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        return Change(step => step.Delay = by);
    }

    /// <summary>The step before is for so many messages; alone it accepts that many.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public OutcomeRule Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Change(step => step.Count = count);
    }

    internal bool Matches(SmsMessage message) => _match(message);

    internal OutcomeStep? Take()
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            if (step.Used < (step.Count ?? (i == _steps.Count - 1 ? int.MaxValue : 1)))
            {
                step.Used++;
                return step;
            }
        }

        return null;
    }

    internal IEnumerable<string> Unused() => _steps
        .Where(static step => step.Used < (step.Count ?? 1))
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"{_description}: {step}, reached {step.Used} of {step.Count ?? 1}"));

    private OutcomeRule Add(OutcomeStep step)
    {
        lock (_gate)
        {
            _steps.Add(step);
            return this;
        }
    }

    private OutcomeRule Change(Action<OutcomeStep> change)
    {
        lock (_gate)
        {
            if (_steps.Count == 0)
            {
                _steps.Add(new(SmsOutcome.Accepted));
            }

            change(_steps[^1]);
            return this;
        }
    }
}
