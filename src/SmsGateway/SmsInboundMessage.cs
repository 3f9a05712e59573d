namespace SmsGateway;

/// <summary>A message from a phone to the account: fetched (<see cref="ISmsInbox"/>) or pushed to us. Immutable; serialisable through <see cref="SmsJsonContext"/>.</summary>
/// <remarks>Holds personal data; <see cref="ToString"/> hides it. Nothing here is proof of who wrote: senders can be forged.</remarks>
public sealed record SmsInboundMessage
{
    /// <summary>The account that received it.</summary>
    public required string Account { get; init; }

    /// <summary>The sender exactly as the gateway wrote it: digits with or without country code, a short code, a name.</summary>
    public required string Sender { get; init; }

    /// <summary>The sender as a number in international form; null when it is none, or its country is not known.</summary>
    public PhoneNumber? From { get; init; }

    /// <summary>What it says; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>The number, short code or name that it was sent to, as the gateway wrote it; null where the gateway does not say.</summary>
    public string? To { get; init; }

    /// <summary>The sent message that it answers; null where the gateway does not say.</summary>
    public SmsMessageHandle? InReplyTo { get; init; }

    /// <summary>When the gateway received it; null where it does not say, or not legibly.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The gateway's own id of this message; null where it gives none. The id of the answered message is in <see cref="InReplyTo"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Account, id and masked sender; never the text.</summary>
    public override string ToString() => $"SmsInboundMessage {{ Account = {Account}, From = {From?.ToMaskedString() ?? "none"}, Id = {Id ?? "none"} }}";
}
