namespace SmsGateway.Http;

/// <summary>What one attempt came to, as far as deciding about the next one goes.</summary>
/// <param name="Outcome">For a send: what is known. For a query: Accepted when it was answered.</param>
/// <param name="Error">Why, unless answered.</param>
internal readonly record struct AttemptOutcome(SmsOutcome Outcome, SmsError? Error)
{
    public static AttemptOutcome Answered => new(SmsOutcome.Accepted, Error: null);

    public static AttemptOutcome NotSent(SmsError error) => new(SmsOutcome.NotSent, error);

    public static AttemptOutcome Unknown(SmsError error) => new(SmsOutcome.Unknown, error);
}
