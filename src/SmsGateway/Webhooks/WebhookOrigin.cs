namespace SmsGateway.Webhooks;

/// <summary>What all events of one request have in common.</summary>
internal readonly struct WebhookOrigin
{
    public WebhookOrigin(SmsWebhookRequest request)
    {
        Account = request.Account;
        At = request.ReceivedAt;
        Raw = new SmsRawCallback { Method = request.Method, Query = request.Query, ContentType = request.ContentType, Body = request.Body };
    }

    public string Account { get; }

    public DateTimeOffset At { get; }

    public SmsRawCallback Raw { get; }
}
