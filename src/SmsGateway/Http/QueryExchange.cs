namespace SmsGateway.Http;

/// <summary>Reads the answer to a query: a value, or the error that stands in its place.</summary>
internal delegate QueryAnswer<T> QueryReader<T>(in GatewayReply reply);

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
internal readonly struct QueryAnswer<T>
{
    private QueryAnswer(T? value, SmsOutcome outcome, SmsError? error)
    {
        Value = value;
        Outcome = outcome;
        Error = error;
    }

    public T? Value { get; }

    public SmsOutcome Outcome { get; }

    public SmsError? Error { get; }

    public static implicit operator QueryAnswer<T>(T value) => new(value, SmsOutcome.Accepted, error: null);

    public static implicit operator QueryAnswer<T>(SmsVerdict refusal) => new(default, refusal.Outcome, refusal.Error);
}
