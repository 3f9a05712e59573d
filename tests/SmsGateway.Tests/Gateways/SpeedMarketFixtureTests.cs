using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.SpeedMarket;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded reply of SpeedMarket, through the native client and the neutral features.</summary>
public sealed class SpeedMarketFixtureTests(EmulatorFixture fixture)
{
    private static readonly DateTimeOffset From = new(2030, 1, 2, 0, 0, 0, TimeSpan.FromHours(-3));

    public static TheoryData<int, string, string> Rows => NativeFixtures.Rows("speedmarket");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Native_RecordedReply_MeansWhatTheTableSays(int row, string file, string operation)
    {
        Assert.NotEmpty(file + operation);
        var columns = NativeFixtures.Columns("speedmarket", row);

        var told = await NativeFixtures.TellAsync(fixture, "speedmarket", "SpeedMarket", row, (harness, action) => ActAsync(harness, action, columns[3].Split(',')));

        Assert.Equal(columns[4], told);
    }

    [Fact]
    public void Fixtures_AreAllInATable() => NativeFixtures.AssertAllListed("speedmarket");

    private static async Task<string> ActAsync(Harness harness, string operation, string[] references)
    {
        var client = harness.Services.GetRequiredKeyedService<ISpeedMarketClient>("SpeedMarket");
        switch (operation)
        {
            case "balance":
                var balance = await client.GetBalanceAsync(Stop);
                return string.Create(CultureInfo.InvariantCulture, $"{balance.Sms} {balance.Interactive} {balance.Voice} {balance.WhatsApp} from {Told(balance.ActivatedAt)} to {Told(balance.ExpiresAt)}");
            case "account":
                var account = await harness.Client.GetRequiredService<ISmsAccount>().GetBalanceAsync(Stop);
                return $"{account} to {Told(account.ExpiresAt)}";
            case "mt_date":
                return Told(await client.SearchAsync(new SpeedMarketSearch(From, From.AddDays(1)), Stop));
            case "mt_id":
                return Told(await client.GetByCampaignIdAsync(["abc1"], Stop));
            case "reports":
                var handles = references.Select(reference => new SmsMessageHandle("SpeedMarket", Id: null, PhoneNumber.Parse("+5511900000000"), reference));
                var reports = await harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync([.. handles], Stop);
                return string.Join(' ', reports.Select(report => $"{report.Status}/{(report.IsFinal ? "final" : "open")}/{report.RawStatus ?? "-"}"));
            case "mo":
                return Told(await client.GetInboundAsync(new SpeedMarketInboundSearch(From, From.AddDays(1)), Stop));
            case "mo_new":
                return Told(await client.TakeNewInboundAsync(service: null, Stop));
            case "inbox":
                return Joined((await harness.Client.GetRequiredService<ISmsInbox>().ReadAsync(From, From.AddDays(1), Stop))
                    .Select(message => $"{message.From?.Value} {message.Sender} {message.Text} {Told(message.ReceivedAt)} in reply to {message.InReplyTo?.Id} {message.InReplyTo?.Reference}"));
            case "single":
                var sent = await client.SendSingleAsync(new SpeedMarketMessage("11900000001", "oi") { CampaignId = "k1" }, Stop);
                Assert.Equal("k1", sent.CampaignId);
                return string.Create(CultureInfo.InvariantCulture, $"{sent.Code} id {sent.Id ?? "-"}, credit {sent.Credit}, left {sent.Balance}{(sent.IsScheduled ? ", scheduled" : "")}");
            default:
                return Told(await client.SendMultipleAsync(new SpeedMarketBatch([new("11900000001", "a") { CampaignId = "k1" }, new("11900000002", "b") { CampaignId = "k2" }]), Stop));
        }
    }

    private static string Told(SpeedMarketBatchSent sent)
    {
        Assert.Equal(["k1", "k2"], sent.Messages.Select(message => message.CampaignId));
        Assert.All(sent.Messages, message => Assert.Equal(message.Outcome == SmsOutcome.Accepted, message.Error is null));
        var messages = sent.Messages.Select(message => string.Create(
            CultureInfo.InvariantCulture, $"{message.Outcome} {message.Code ?? "-"} {message.Credit?.ToString(CultureInfo.InvariantCulture) ?? "-"}{(message.Error is null ? "" : $" {message.Error.Kind}")}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"{sent.Code} credit {sent.Credit}, left {sent.Balance}, {sent.TotalSuccess} of {sent.TotalProcessed}: {Joined(messages)}");
    }

    private static string Told(IEnumerable<SpeedMarketRecord> rows) => Joined(rows.Select(row =>
        $"{row.Id ?? "-"} {row.CampaignId ?? "-"} {row.Number ?? "-"} {row.Content ?? "-"} {row.Status ?? "-"} {Told(row.SentAt)} {row.Carrier ?? "-"}"));

    private static string Told(IEnumerable<SpeedMarketInbound> rows) => Joined(rows.Select(row =>
        $"{row.Id ?? "-"} {row.CampaignId ?? "-"} {row.Number ?? "-"} {row.Content ?? "-"} {row.Status ?? "-"} {Told(row.ReceivedAt)} {row.Carrier ?? "-"}"));

    private static string Told(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "-";

    private static string Joined(IEnumerable<string> items) => string.Join(" | ", items) is { Length: > 0 } text ? text : "nothing";
}
