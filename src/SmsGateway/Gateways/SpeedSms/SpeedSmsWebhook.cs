using SmsGateway.Webhooks;

namespace SmsGateway.SpeedSms;

/// <summary>
/// SpeedSMS's callbacks: JSON by POST, told apart by <c>type</c>, one phone each, in local form. The id is that of the whole request,
/// so the number tells which message. Unsigned. Source: the vendor's page and six clients.
/// </summary>
internal sealed class SpeedSmsWebhook : ISmsWebhook
{
    public SmsWebhookMethods Methods => SmsWebhookMethods.Post;

    public SmsWebhookResult Read(SmsWebhookRequest request)
    {
        if (!WebhookJson.TryRead(request, out var fields, out var refusal))
        {
            return refusal;
        }

        var origin = new WebhookOrigin(request);
        return Value(fields, "type")?.ToUpperInvariant() switch
        {
            "REPORT" when Value(fields, "tranId") is { } id => SmsWebhookResult.Of(ReadReport(fields, id, origin)),
            "REPORT" or null => SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "Neither a report with an id nor a message."),
            "SMS" or "INCOMING" => SmsWebhookResult.Of(ReadInbound(fields, origin)),
            _ => SmsWebhookResult.Of(new SmsUnrecognizedEvent { Account = origin.Account, ReceivedAt = origin.At, Raw = origin.Raw, Name = fields["type"] }),
        };
    }

    private static SmsDeliveryReport ReadReport(Dictionary<string, string> fields, string id, WebhookOrigin origin)
    {
        var raw = Value(fields, "status");
        var status = SpeedSmsCodes.OfReport(WebhookValues.ToInteger(raw));
        return new SmsDeliveryReport
        {
            Account = origin.Account,
            ReceivedAt = origin.At,
            Raw = origin.Raw,
            Message = new SmsMessageHandle(origin.Account, id, ToNumber(Value(fields, "phone"))),
            Status = status,
            IsFinal = status is SmsDeliveryStatus.Delivered or SmsDeliveryStatus.Undelivered,
            RawStatus = raw,
            IdIsShared = true,
        };
    }

    private static SmsInboundEvent ReadInbound(Dictionary<string, string> fields, WebhookOrigin origin)
    {
        var sender = Value(fields, "phone");
        return new SmsInboundEvent
        {
            Account = origin.Account,
            ReceivedAt = origin.At,
            Raw = origin.Raw,
            Message = new SmsInboundMessage
            {
                Account = origin.Account,
                Sender = sender ?? "",
                From = ToNumber(sender),
                Text = fields.GetValueOrDefault("content", ""),
            },
        };
    }

    private static PhoneNumber? ToNumber(string? phone) => SpeedSmsNumbers.TryRead(phone, out var number) ? number : null;

    private static string? Value(Dictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
