using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>Something that a gateway told us, by calling back or when asked. Immutable; serialisable through <see cref="SmsJsonContext"/>.</summary>
/// <remarks>Holds personal data; <see cref="ToString"/> of every event hides it. Nothing here is proof: what calls back can be forged.</remarks>
[JsonPolymorphic]
[JsonDerivedType(typeof(SmsDeliveryReport), "report")]
[JsonDerivedType(typeof(SmsInboundEvent), "inbound")]
[JsonDerivedType(typeof(SmsBulkStarted), "bulk")]
[JsonDerivedType(typeof(SmsLinkOpened), "link")]
[JsonDerivedType(typeof(SmsNumberLookedUp), "lookup")]
[JsonDerivedType(typeof(SmsUnrecognizedEvent), "unrecognized")]
public abstract record SmsEvent
{
    private protected SmsEvent()
    {
    }

    /// <summary>The account that it concerns.</summary>
    public required string Account { get; init; }

    /// <summary>When we learnt of it, by our clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How we learnt of it.</summary>
    public SmsEventSource Source { get; init; }

    /// <summary>The request as it came; null for what was asked for.</summary>
    public SmsRawCallback? Raw { get; init; }

    /// <summary>The kind and the account.</summary>
    public override string ToString() => $"{GetType().Name} {{ Account = {Account} }}";
}

/// <summary>How we learnt of an event. Values are never renumbered.</summary>
public enum SmsEventSource
{
    /// <summary>The gateway called us.</summary>
    Pushed = 0,

    /// <summary>We asked.</summary>
    Polled = 1,
}
