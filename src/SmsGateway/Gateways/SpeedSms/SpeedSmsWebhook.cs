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
        if (!SmsWebhookFields.TryReadJson(request, out var fields, out var refusal))
        {
            return refusal;
        }

        return fields["type"]?.ToUpperInvariant() switch
        {
            "REPORT" when fields["tranId"] is { } id => SmsWebhookResult.Of(ReadReport(fields, id, request)),
            "REPORT" or null => SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "Neither a report with an id nor a message."),
            "SMS" or "INCOMING" => SmsWebhookResult.Of(ReadInbound(fields, request)),
            _ => SmsWebhookResult.Of(new SmsUnrecognizedEvent { Account = request.Account, ReceivedAt = request.ReceivedAt, Raw = request.Raw, Name = fields["type"] }),
        };
    }

    private static SmsDeliveryReport ReadReport(SmsWebhookFields fields, string id, SmsWebhookRequest request)
    {
        var raw = fields["status"];
        var status = SpeedSmsCodes.OfReport(WebhookValues.ToInteger(raw));
        return new SmsDeliveryReport
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsMessageHandle(request.Account, id, ToNumber(fields["phone"])),
            Status = status,
            IsFinal = status.IsFinal(),
            RawStatus = raw,
            IdIsShared = true,
        };
    }

    private static SmsInboundEvent ReadInbound(SmsWebhookFields fields, SmsWebhookRequest request)
    {
        var sender = fields["phone"];
        return new SmsInboundEvent
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsInboundMessage
            {
                Account = request.Account,
                Sender = sender ?? "",
                From = ToNumber(sender),
                Text = fields.Find("content") ?? "",
            },
        };
    }

    private static PhoneNumber? ToNumber(string? phone) => SpeedSmsNumbers.TryRead(phone, out var number) ? number : null;
}
