using System.Text;
using SmsGateway.Webhooks;

namespace SmsGateway.SmsApi;

/// <summary>
/// SMSAPI's callbacks: reports by GET as parallel comma lists, everything else as a form. They are told apart by the fields they have.
/// Unsigned; repeated until the answer is exactly <c>OK</c>. Source: docs.smsapi.com, sections 7 and 8; inbound from two clients.
/// </summary>
internal sealed class SmsApiWebhook(SmsApiOptions options) : ISmsWebhook
{
    // Not UTF-8: the vendor's home is Poland, and its texts may be in the encoding of the region.
    private static readonly Encoding Regional = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!;

    // Which callback comes by which method is documented for some; none is mistaken for another.
    public SmsWebhookMethods Methods => SmsWebhookMethods.Get | SmsWebhookMethods.Post;

    public SmsWebhookResult Read(SmsWebhookRequest request)
    {
        if (!SmsWebhookFields.TryReadForm(request, out var form, out var refusal, Regional))
        {
            return refusal;
        }

        return form switch
        {
            _ when form.Has("sms_from") || form.Has("sms_text") => SmsWebhookResult.Of(ReadInbound(form, request)),
            _ when SmsApiLists.IdsOf(form) is { } ids => new SmsApiLists(ids, form, request, options.DefaultCountryCode).Read(),
            _ when form.Has("type") && form.Has("all") => SmsWebhookResult.Of(ReadBulk(form, request)),
            _ => SmsApiLookups.Read(form, request),
        };
    }

    private SmsInboundEvent ReadInbound(SmsWebhookFields form, SmsWebhookRequest request)
    {
        var sender = form["sms_from"];
        var number = WebhookValues.ToNumber(sender, options.DefaultCountryCode);
        return new SmsInboundEvent
        {
            Account = request.Account,
            ReceivedAt = request.ReceivedAt,
            Raw = request.Raw,
            Message = new SmsInboundMessage
            {
                Account = request.Account,
                Sender = sender ?? "",
                From = number,
                Text = form.Find("sms_text") ?? "",
                To = form["sms_to"],
                InReplyTo = SmsApiLists.IdsOf(form) is { } id ? new SmsMessageHandle(request.Account, id, number) : null,
                ReceivedAt = WebhookValues.ToTime(form["sms_date"]),
            },
        };
    }

    private static SmsBulkStarted ReadBulk(SmsWebhookFields form, SmsWebhookRequest request) => new()
    {
        Account = request.Account,
        ReceivedAt = request.ReceivedAt,
        Raw = request.Raw,
        Kind = form["type"],
        Count = WebhookValues.ToInteger(form["all"]),
        Price = WebhookValues.ToPrice(form["points"]),
        Origin = form["info"],
        Text = form.Find("text"),
    };
}
