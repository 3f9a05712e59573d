namespace SmsGateway.Webhooks;

/// <summary>What a request of a gateway holds: events and the answer to give once they are stored, or a refusal.</summary>
public sealed class SmsWebhookResult
{
    private SmsWebhookResult(IReadOnlyList<SmsEvent> events, SmsWebhookAnswer answer)
    {
        Events = events;
        Answer = answer;
    }

    /// <summary>The events, in the order of the request. Empty for a refusal.</summary>
    public IReadOnlyList<SmsEvent> Events { get; }

    /// <summary>What to answer.</summary>
    public SmsWebhookAnswer Answer { get; }

    /// <summary>What is odd about the request, for the log: a sentence of ours without anything personal. Null when all is as documented.</summary>
    public string? Oddity { get; init; }

    /// <summary>Events, and the gateway's own acknowledgement.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static SmsWebhookResult Of(IReadOnlyList<SmsEvent> events, SmsWebhookAnswer? acknowledgement = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return new SmsWebhookResult(events, acknowledgement ?? SmsWebhookAnswer.Ok);
    }

    /// <summary>One event, and the gateway's own acknowledgement.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="single"/> is null.</exception>
    public static SmsWebhookResult Of(SmsEvent single, SmsWebhookAnswer? acknowledgement = null)
    {
        ArgumentNullException.ThrowIfNull(single);
        return Of([single], acknowledgement);
    }

    internal static SmsWebhookResult Of(IReadOnlyList<SmsEvent> events, bool isOdd, string oddity) => new(events, SmsWebhookAnswer.Ok) { Oddity = isOdd ? oddity : null };

    /// <summary>No events.</summary>
    /// <param name="answer">The refusal.</param>
    /// <param name="why">For the log: a sentence without anything personal.</param>
    public static SmsWebhookResult Refused(SmsWebhookAnswer answer, string why) => new([], answer) { Oddity = why };
}
