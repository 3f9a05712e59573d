namespace SmsGateway.Http;

/// <summary>Reads the answer to a query: a value, or the error that stands in its place.</summary>
public delegate QueryAnswer<T> QueryReader<T>(in GatewayReply reply);

/// <summary>Reads the answer to a command that may be repeated under the gateway's guard against duplicates.</summary>
internal delegate QueryAnswer<T> ProtectedReader<T>(in GatewayReply reply, bool afterUnknown);

/// <summary>A question whose answer changes nothing at the gateway, or an operation of a vendor's own that is asked for once.</summary>
internal sealed class QueryExchange<T>(GatewayRequest request, QueryReader<T> read, bool repeatable) : GatewayExchange(request)
{
    public override bool IsQuery { get; } = repeatable;

    public T? Value { get; private set; }

    public override AttemptOutcome Failed(AttemptOutcome outcome) => outcome;

    protected override AttemptOutcome ReadReply(in GatewayReply reply)
    {
        var answer = read(reply);
        Value = answer.Value;
        return answer.Error is null ? AttemptOutcome.Answered : new AttemptOutcome(answer.Outcome, answer.Error);
    }
}

/// <summary>A value, or an error with what it says about the operation.</summary>
public readonly struct QueryAnswer<T>
{
    /// <summary>The answer.</summary>
    public QueryAnswer(T value)
    {
        Value = value;
        Outcome = SmsOutcome.Accepted;
    }

    /// <summary>What stands in the place of an answer.</summary>
    public QueryAnswer(SmsVerdict refusal)
    {
        Outcome = refusal.Outcome;
        Error = refusal.Error;
    }

    internal T? Value { get; }

    internal SmsOutcome Outcome { get; }

    internal SmsError? Error { get; }

    /// <summary>False for the default value: nothing was said.</summary>
    internal bool IsDecided => Error is not null || Outcome == SmsOutcome.Accepted;

    /// <summary>The answer.</summary>
    public static implicit operator QueryAnswer<T>(T value) => new(value);

    /// <summary>What stands in the place of an answer.</summary>
    public static implicit operator QueryAnswer<T>(SmsVerdict refusal) => new(refusal);
}
