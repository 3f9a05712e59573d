namespace SmsGateway.Testing;

/// <summary>One outcome of a script.</summary>
internal sealed class OutcomeStep(SmsOutcome outcome)
{
    public static OutcomeStep Accepted => new(SmsOutcome.Accepted);

    public SmsError? Error { get; init; }

    public string? Id { get; init; }

    public SmsPrice? Price { get; init; }

    public bool GatewayAccepts { get; init; }

    public Exception? Exception { get; init; }

    public TimeSpan Delay { get; set; }

    /// <summary>For how many messages; null leaves it to the step's place.</summary>
    public int? Count { get; set; }

    public int Used { get; set; }

    public SmsResult Apply(SmsResult result, Func<string> nextId) => result with
    {
        Outcome = outcome,
        Error = Error,
        Price = Price,
        MessageId = outcome == SmsOutcome.Accepted ? new SmsMessageId(result.Account!, Id ?? nextId()) : null,
        Status = outcome == SmsOutcome.Accepted ? SmsDeliveryStatus.Queued : SmsDeliveryStatus.Unknown,
    };

    public override string ToString() => Exception is not null ? "Throw"
        : Error is null ? outcome.ToString()
        : $"{outcome} {Error.Kind}";
}
