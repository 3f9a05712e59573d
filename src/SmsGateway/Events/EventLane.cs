namespace SmsGateway.Events;

/// <summary>Equal for events that must be handled one after the other: all that is said about one message, all that one phone says.</summary>
internal readonly record struct EventLane(string Account, string? Name = null, string? Number = null)
{
    public static EventLane Of(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport report => Of(report.Message, report.IdIsShared),
        SmsLinkOpened link => Of(link.Message, idIsShared: false),
        SmsInboundEvent inbound => new(inbound.Account, inbound.Message.Sender),
        _ => new(happened.Account),
    };

    public static EventLane Of(SmsMessageHandle message, bool idIsShared) =>
        new(message.Account, message.Id ?? message.Reference, idIsShared ? message.Number?.Digits : null);
}
