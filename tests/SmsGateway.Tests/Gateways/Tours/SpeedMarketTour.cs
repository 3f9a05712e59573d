using SmsGateway.Emulator;
using SmsGateway.SpeedMarket;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>SpeedMarket: sends, states by id, campaign and period, inbound both ways, balances.</summary>
internal static class SpeedMarketTour
{
    private const string To = "11900111001";

    public static async Task RunAsync(ISpeedMarketClient client, Harness harness, CancellationToken stop)
    {
        harness.Inbox.SetBalance(Gateway.SpeedMarket, 100m);
        var due = DateTimeOffset.UtcNow.AddDays(1);
        var single = await client.SendSingleAsync(new SpeedMarketMessage(To, "Olá İ") { CampaignId = "k1" }, stop);
        var later = await client.SendSingleAsync(new SpeedMarketMessage(To, "later") { CampaignId = "k2", ScheduleAt = due, TimeZone = TimeSpan.FromHours(-3) }, stop);
        var batch = await client.SendMultipleAsync(new SpeedMarketBatch([new(To, "a") { CampaignId = "k3" }, new(To, "b") { CampaignId = "k4" }]), stop);
        await harness.Inbox.ReplyAsync($"+55{To}", "sim", cancellationToken: stop);
        var search = new SpeedMarketSearch(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        var record = Assert.Single(await client.GetByIdAsync([single.Id!], stop));

        Assert.Equal((1m, true, 2, 2), (single.Credit, later.IsScheduled, batch.TotalProcessed, batch.TotalSuccess));
        Assert.InRange((harness.Inbox.Messages.Single(message => message.Text == "later").ScheduledAt!.Value - due).TotalMinutes, -1, 1);
        Assert.Equal(("k1", "Olá İ"), (record.CampaignId, record.Content));
        Assert.InRange((record.SentAt!.Value - DateTimeOffset.UtcNow).TotalMinutes, -5, 5);
        Assert.Equal(["k3", "k4"], (await client.GetByCampaignIdAsync(["k3", "k4"], stop)).Select(item => item.CampaignId).Order());
        Assert.Contains(await client.SearchAsync(search, stop), item => item.CampaignId == "k1");
        Assert.Equal("sim", Assert.Single(await client.GetInboundAsync(new SpeedMarketInboundSearch(search.From, search.To), stop)).Content);
        Assert.Equal("sim", Assert.Single((await client.ReadInboundAsync(SpeedMarketInboundCursor.From(search.From), cancellationToken: stop)).Messages).Content);
        Assert.Equal("sim", Assert.Single(await client.TakeNewInboundAsync(cancellationToken: stop)).Content);
        Assert.Equal(96m, (await client.GetBalanceAsync(stop)).Sms);
    }
}
