using SmsGateway;
using SmsGateway.Webhooks;

namespace Postbox;

/// <summary>Postbox's callbacks: a form by POST, told apart by <c>event</c>. Unsigned. Source: docs.postbox.example/v1, section 6.</summary>
internal sealed class PostboxWebhook : ISmsWebhook
{
    public SmsWebhookMethods Methods => SmsWebhookMethods.Post;

    public SmsWebhookResult Read(SmsWebhookRequest request)
    {
        if (!SmsWebhookFields.TryReadForm(request, out var fields, out var refusal))
        {
            return refusal;
        }

        return fields["event"] switch
        {
            "report" when fields["id"] is { } id => SmsWebhookResult.Of(ReadReport(id, fields, request)),
            "reply" => SmsWebhookResult.Of(ReadReply(fields, request)),
            "report" or null => SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "Neither a report with an id nor a reply."),
            var other => SmsWebhookResult.Of(new SmsUnrecognizedEvent { Account = request.Account, ReceivedAt = request.ReceivedAt, Raw = request.Raw, Name = other }),
        };
    }

    private static SmsDeliveryReport ReadReport(string id, SmsWebhookFields fields, SmsWebhookRequest request)
    {
        var status = PostboxCodes.OfStatus(fields["status"]);
        return new SmsDeliveryReport
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsMessageHandle(request.Account, id, ToNumber(fields["to"])),
            Status = status,
            IsFinal = status.IsFinal(),
            RawStatus = fields["status"],
        };
    }

    private static SmsInboundEvent ReadReply(SmsWebhookFields fields, SmsWebhookRequest request) => new()
    {
        Account = request.Account,
        ReceivedAt = request.ReceivedAt,
        Raw = request.Raw,
        Message = new SmsInboundMessage
        {
            Account = request.Account,
            Id = fields["id"],
            Sender = fields["from"] ?? "",
            From = ToNumber(fields["from"]),
            To = fields["to"],
            Text = fields.Find("text") ?? "",
        },
    };

    // Digits with the country code, without a plus.
    private static PhoneNumber? ToNumber(string? digits) => PhoneNumber.TryParse($"+{digits}", out var number) ? number : null;
}
