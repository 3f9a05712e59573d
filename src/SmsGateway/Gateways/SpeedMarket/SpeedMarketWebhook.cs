using SmsGateway.Webhooks;

namespace SmsGateway.SpeedMarket;

/// <summary>
/// The platform's callbacks: GET with a query. A reply carries the ids of the message that it answers, and a status that says nothing
/// about it, so what has a text is a reply and never a report. Unsigned. Source: speedmarket.com.br/api-sms-short-code.
/// </summary>
internal sealed class SpeedMarketWebhook(SpeedMarketOptions options) : ISmsWebhook
{
    public SmsWebhookMethods Methods => SmsWebhookMethods.Get;

    public SmsWebhookResult Read(SmsWebhookRequest request)
    {
        if (!SmsWebhookFields.TryReadForm(request, out var form, out var refusal))
        {
            return refusal;
        }

        if (form.Has("number") || form.Has("content"))
        {
            return SmsWebhookResult.Of(ReadInbound(form, request));
        }

        return form["id"] is null && form["campaign_id"] is null
            ? SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "Neither id nor campaign_id.")
            : SmsWebhookResult.Of(ReadReport(form, request));
    }

    private SmsDeliveryReport ReadReport(SmsWebhookFields form, SmsWebhookRequest request)
    {
        var raw = form["status"];
        var status = SpeedMarketCodes.OfStatus(raw);
        return new SmsDeliveryReport
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsMessageHandle(request.Account, form["id"], Number: null, form["campaign_id"]),
            Status = status,
            IsFinal = status.IsFinal(),
            RawStatus = raw,
            Reason = SpeedMarketCodes.ReasonOf(raw),
            At = SpeedMarketTime.Read(form["date"], options.TimeZone),
        };
    }

    private SmsInboundEvent ReadInbound(SmsWebhookFields form, SmsWebhookRequest request)
    {
        // The same that fetching it makes of it, so that either way it is one message.
        var row = new SpeedMarketInbound
        {
            Id = form["id"],
            CampaignId = form["campaign_id"],
            Number = form["number"],
            Content = form.Find("content"),
            ReceivedAt = SpeedMarketTime.Read(form["date"], options.TimeZone),
        };
        return new SmsInboundEvent
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = SpeedMarketInbox.Translate(row, request.Account),
        };
    }
}
