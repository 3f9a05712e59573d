using SmsGateway.Webhooks;

namespace SmsGateway.Http;

/// <summary>
/// A driver: what one gateway's requests and replies look like. Two pure functions and two tables; everything else -
/// validation of numbers, segments, grouping, retries, waiting, logging - lives once, above it.
/// </summary>
/// <remarks>
/// A driver never retries, waits, logs or decides about repeats, never touches the network, and never throws for an answer
/// of the gateway: what it cannot read it reports as <see cref="SmsOutcome.Unknown"/>. It is made from one snapshot of the
/// account's options and is used by many threads at once.
/// </remarks>
public interface ISmsGateway
{
    /// <summary>What the gateway can do, and its limits.</summary>
    SmsGatewayInfo Info { get; }

    /// <summary>What the gateway has besides sending: its native client and the neutral features it can offer.</summary>
    IReadOnlyList<GatewayFeature> Features => [];

    /// <summary>How the gateway calls back with reports and replies; null when it never does, which is the default.</summary>
    ISmsWebhook? Webhook => null;

    /// <summary>Says what this gateway would refuse about a message, or cannot honour, before anything is sent.</summary>
    /// <param name="message">The message as it would be sent. Number, text and capabilities of <see cref="Info"/> were checked already.</param>
    /// <returns>Null when there is nothing to object to.</returns>
    SmsError? Check(OutgoingSms message);

    /// <summary>Writes the request for messages that share their options; always a POST or GET with content.</summary>
    GatewayRequest CreateRequest(SmsBatch batch);

    /// <summary>Reads the reply to <see cref="CreateRequest"/>: what the gateway says of each message.</summary>
    /// <param name="batch">The messages that were sent. <see cref="SmsBatch.AfterUnknown"/> tells whether an earlier, identical request went unanswered.</param>
    /// <param name="reply">The reply; its body is only valid during this call.</param>
    SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply);

    /// <summary>Whether a message's text may stand beside other texts in one request, where the gateway has such requests at all.</summary>
    bool CanPersonalise(OutgoingSms message) => true;

    /// <summary>
    /// What messages must have in common to share a request, in place of equal texts and equal extras: for gateways where a
    /// message brings values of its own into a text that is said once. Compared by <see cref="object.Equals(object)"/>.
    /// </summary>
    /// <returns>Null when texts and extras decide, which is the default. Asked only of messages that have extras.</returns>
    object? GetShareKey(OutgoingSms message) => null;

    /// <summary>How many messages with this one's text and extras fit one request; by default what <see cref="Info"/> says.</summary>
    int GetMaxPerRequest(OutgoingSms message) => Info.MaxMessagesPerRequest;

    /// <summary>
    /// How the gateway itself keeps a repeated request from becoming a second SMS; null when it does not, which is the default.
    /// </summary>
    DuplicateProtection? GetProtection(SmsBatch batch) => null;
}

/// <summary>For drivers whose gateway can be asked what became of a reference. All members are pure.</summary>
public interface IReferenceLookup
{
    /// <summary>How many references fit one question, from 1.</summary>
    int MaxReferencesPerLookup { get; }

    /// <summary>Writes the question.</summary>
    GatewayRequest CreateLookup(IReadOnlyList<OutgoingSms> messages);

    /// <summary>Reads the answer: one verdict per message, in order.</summary>
    /// <returns>
    /// <see cref="SmsOutcome.Accepted"/>: the gateway has it. <see cref="SmsOutcome.NotSent"/>: the gateway answered clearly that
    /// it has no such reference (yet). <see cref="SmsOutcome.Unknown"/>: no such clear answer.
    /// </returns>
    SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply);
}

/// <summary>The gateway's own guard against duplicates, and how far it reaches.</summary>
/// <param name="Window">How long after the first request began a repeat is still recognised.</param>
/// <param name="MaxRepeats">How many repeats are allowed.</param>
public sealed record DuplicateProtection(TimeSpan Window, int MaxRepeats = int.MaxValue)
{
    /// <summary>Whether <see cref="GatewayRequest.BackupAddress"/>, where there is one, shares that memory. Default: true.</summary>
    public bool SpansHosts { get; init; } = true;
}
