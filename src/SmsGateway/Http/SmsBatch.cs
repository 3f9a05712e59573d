namespace SmsGateway.Http;

/// <summary>Messages that travel in one request: one number each, the same options, and one text unless personalised.</summary>
/// <param name="Messages">The messages, at least one.</param>
/// <param name="Now">The time of sending.</param>
public sealed record SmsBatch(IReadOnlyList<OutgoingSms> Messages, DateTimeOffset Now)
{
    /// <summary>The texts differ.</summary>
    public bool IsPersonalised { get; init; }

    /// <summary>An earlier, identical request went unanswered: a duplicate signal now means that it was accepted.</summary>
    public bool AfterUnknown { get; internal set; }

    /// <summary>The message whose options, sender and (unless personalised) text hold for all.</summary>
    public OutgoingSms First => Messages[0];

    /// <summary>How many messages.</summary>
    public int Count => Messages.Count;

    /// <summary>Whether the messages are to go out later rather than now.</summary>
    public bool IsScheduled => First.Message.SendAt is { } at && at > Now;
}
