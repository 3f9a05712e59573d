using SmsGateway.Emulator;
using SmsGateway.KeyRef;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>The gateway of key and reference: a send in each form, and its report.</summary>
internal static class KeyRefTour
{
    private const string To = "46700100001";

    public static async Task RunAsync(IKeyRefClient client, Harness harness, CancellationToken stop)
    {
        harness.Inbox.KeyRef = harness.Inbox.KeyRef with { CostText = "1234.56" };
        await client.SendAsync(new KeyRefSend(To, "INFO", "ISTANBUL Iıİi", "h7k2m9x4qd"), stop);
        await client.SendAsync(new KeyRefSend(To, "INFO", "Hej & ı", "i8k2m9x4qd") { UseGet = true, ReplyFormat = KeyRefReplyFormat.Number }, stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: stop);
        var report = await client.GetReportAsync(To, "h7k2m9x4qd", stop);

        Assert.Equal((true, SmsDeliveryStatus.Delivered, 1234.56m), (report.IsFound, report.Status, report.Cost));
        Assert.Equal(["ISTANBUL Iıİi", "Hej & ı"], harness.Inbox.Messages.Select(message => message.Text));
    }
}
