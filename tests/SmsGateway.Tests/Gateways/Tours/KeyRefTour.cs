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
        await client.SendAsync(new KeyRefSend(To, "Shop", "Hej İ", "ref1"), stop);
        await client.SendAsync(new KeyRefSend(To, "Shop", "Hej & ı", "ref2") { UseGet = true, ReplyFormat = KeyRefReplyFormat.Number }, stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: stop);
        var report = await client.GetReportAsync(To, "ref1", stop);

        Assert.Equal((true, SmsDeliveryStatus.Delivered, harness.Inbox.Messages[0].Price), (report.IsFound, report.Status, report.Cost));
        Assert.Equal(["Hej İ", "Hej & ı"], harness.Inbox.Messages.Select(message => message.Text));
    }
}
