namespace SmsGateway;

/// <summary>A phone wrote to the account.</summary>
public sealed record SmsInboundEvent : SmsEvent
{
    /// <summary>What it wrote. Untrusted: anybody may have written it, and it may hold anything.</summary>
    public required SmsInboundMessage Message { get; init; }

    /// <summary>Whether the whole message is a word that asks to be left alone, or to hear from us again.</summary>
    public SmsOptOutRequest OptOut { get; init; }

    /// <summary>The message and what it asks; never the text.</summary>
    public override string ToString() => $"SmsInboundEvent {{ Message = {Message}, OptOut = {OptOut} }}";
}

/// <summary>What an inbound message asks about further messages. Values are never renumbered.</summary>
public enum SmsOptOutRequest
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To get no more messages: "STOP".</summary>
    OptOut = 1,

    /// <summary>To get messages again: "START".</summary>
    OptIn = 2,
}
