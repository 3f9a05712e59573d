namespace SmsGateway.Testing;

/// <summary>
/// Requests as the gateways send them to an application, for tests of its webhook addresses. SMS Club and key/ref send none: they are
/// asked. Other values: <see cref="SmsApiWebhooks"/>, <see cref="SpeedSmsWebhooks"/>, <see cref="SpeedMarketWebhooks"/>.
/// </summary>
public static class WebhookSamples
{
    /// <summary>One of each kind, with made-up values.</summary>
    public static IReadOnlyList<WebhookSample> All =>
    [
        SmsApiWebhooks.Report(), SmsApiWebhooks.Reports(at: null, ("5120948837120045611", "48500111222", 404, "order1842"), ("5120948837120045612", "48500111223", 405, "order1843")),
        SmsApiWebhooks.Reply(), SmsApiWebhooks.LinkOpened(), SmsApiWebhooks.NumberLookedUp(),
        SpeedSmsWebhooks.Report(), SpeedSmsWebhooks.Reply(),
        SpeedMarketWebhooks.Report(), SpeedMarketWebhooks.Reply(),
    ];
}
