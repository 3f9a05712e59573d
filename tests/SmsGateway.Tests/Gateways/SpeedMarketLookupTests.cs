using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Http;
using SmsGateway.SpeedMarket;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SpeedMarket's look-ups, inbound messages and neutral features against the emulator.</summary>
public sealed class SpeedMarketLookupTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SpeedMarketRows.Messages)]
    [InlineData(SpeedMarketRows.Data)]
    [InlineData(SpeedMarketRows.Single)]
    public async Task GetAsync_EachShape_IsRead(SpeedMarketRows shape)
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.SpeedMarket = harness.Inbox.SpeedMarket with { RowsById = shape };
        var client = Client(harness);
        var sent = await client.SendSingleAsync(new SpeedMarketMessage("11900111001", "Olá") { CampaignId = "k1" }, Stop);

        var byId = Assert.Single(await client.GetByIdAsync([sent.Id!], Stop));
        var byCampaign = Assert.Single(await client.GetByCampaignIdAsync(["k1"], Stop));
        var none = await client.GetByIdAsync(["404404"], Stop);

        Assert.Equal((sent.Id, "k1", "5511900111001", "Olá", "-1", "Vivo - Celular"), (byId.Id, byId.CampaignId, byId.Number, byId.Content, byId.Status, byId.Carrier));
        Assert.Equal(byId, byCampaign);
        Assert.NotNull(byId.SentAt);
        Assert.DoesNotContain("11900111001", byId.ToString());
        Assert.Empty(none);
    }

    [Fact]
    public async Task GetByCampaignIdAsync_ManyIds_AsksInHundredsByPost()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var target = GatewayUnderTest.Of("SpeedMarket");
        var results = await harness.Client.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, 250).Select(target.Number), "hello")], Stop);

        var records = await Client(harness).GetByCampaignIdAsync([.. results.Select(result => result.Reference!)], Stop);

        Assert.Equal(results.Select(result => result.Reference), records.Select(record => record.CampaignId));
        var asked = harness.Inbox.Exchanges.Where(exchange => exchange.Operation == Operation.Status).ToList();
        Assert.Equal(3, asked.Count);
        Assert.All(asked, exchange => Assert.Equal(("POST", ""), (exchange.Method, exchange.Query)));
    }

    [Fact]
    public async Task SearchAsync_ByPeriodServiceAndStatus_GivesThoseOnly()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var client = Client(harness);
        var now = DateTimeOffset.UtcNow;
        await client.SendMultipleAsync(new SpeedMarketBatch(
        [
            new("11900111001", "a") { CampaignId = "k1" }, new("11900111002", "b") { CampaignId = "k2" },
            new("11900111003", "c") { CampaignId = "k3", Service = SpeedMarketService.Interactive },
        ]), Stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages.Single(message => message.Reference == "k2"), DeliveryState.Delivered, cancellationToken: Stop);
        SpeedMarketSearch search = new(now.AddMinutes(-1), now.AddMinutes(1));

        Assert.Equal(["k1", "k2", "k3"], Ids(await client.SearchAsync(search, Stop)));
        Assert.Equal(["k3"], Ids(await client.SearchAsync(search with { Service = SpeedMarketService.Interactive }, Stop)));
        Assert.Equal(["k2"], Ids(await client.SearchAsync(search with { Statuses = ["0", "1"] }, Stop)));
        Assert.Empty(await client.SearchAsync(search with { From = now.AddDays(-2), To = now.AddDays(-1) }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SearchAsync(search with { To = now.AddDays(-1) }, Stop));

        static IEnumerable<string?> Ids(IEnumerable<SpeedMarketRecord> records) => records.Select(record => record.CampaignId).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task SearchAsync_GatewayLetsOtherStatusesThrough_AreLeftOut()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.OnAny(Gateway.SpeedMarket).Always(Fault.Body(Fixture.Bytes("speedmarket", "mt-date-found.json")));

        var records = await Client(harness).SearchAsync(new SpeedMarketSearch(default, DateTimeOffset.MaxValue) { Statuses = ["0"] }, Stop);

        Assert.Equal("abc2", Assert.Single(records).CampaignId);
    }

    [Fact]
    public async Task TakeNewInboundAsync_SecondTime_IsEmpty()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var client = Client(harness);
        var sent = await client.SendSingleAsync(new SpeedMarketMessage("11900111001", "Confirma?") { CampaignId = "k1", Service = SpeedMarketService.Interactive }, Stop);
        await harness.Inbox.ReplyAsync("+5511900111001", "Não & obrigado", cancellationToken: Stop);

        Assert.Empty(await client.TakeNewInboundAsync(SpeedMarketService.Sms, Stop));
        var taken = Assert.Single(await client.TakeNewInboundAsync(SpeedMarketService.Interactive, Stop));

        Assert.Equal((sent.Id, "k1", "5511900111001", "Não & obrigado", "4", "Vivo - Celular"), (taken.Id, taken.CampaignId, taken.Number, taken.Content, taken.Status, taken.Carrier));
        Assert.DoesNotContain("obrigado", taken.ToString());
        Assert.Empty(await client.TakeNewInboundAsync(cancellationToken: Stop));
    }

    [Fact]
    public async Task TakeNewInboundAsync_AnswerLost_IsNotRepeated()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.OnAny(Gateway.SpeedMarket).Next(Fault.CloseFin().AndAccept()).Then(Fault.Html(502)).Then(Fault.CutBody().AndAccept());
        var client = Client(harness);

        Assert.Equal(SmsErrorKind.ConnectionLost, (await Assert.ThrowsAsync<SmsException>(() => client.TakeNewInboundAsync(cancellationToken: Stop))).Error.Kind);
        Assert.Equal(SmsErrorKind.GatewayUnavailable, (await Assert.ThrowsAsync<SmsException>(() => client.TakeNewInboundAsync(cancellationToken: Stop))).Error.Kind);
        var unreadable = await Assert.ThrowsAsync<SmsException>(() => client.TakeNewInboundAsync(cancellationToken: Stop));

        Assert.Equal(3, harness.Inbox.Exchanges.Count);
        Assert.Equal(SmsErrorKind.UnreadableResponse, unreadable.Error.Kind);
        Assert.StartsWith("{", unreadable.Error.GatewayMessage);
        Assert.DoesNotContain("responseCode", unreadable.ToString());
    }

    [Fact]
    public async Task GetInboundAsync_ByPeriodServiceAndCampaign_GivesThoseOnlyAndTakesNothing()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var client = Client(harness);
        var now = DateTimeOffset.UtcNow;
        await client.SendMultipleAsync(new SpeedMarketBatch([new("11900111001", "a") { CampaignId = "k1" }, new("11900111002", "b") { CampaignId = "k2", Service = SpeedMarketService.Interactive }]), Stop);
        await harness.Inbox.ReplyAsync("+5511900111001", "um", cancellationToken: Stop);
        await harness.Inbox.ReplyAsync("+5511900111002", "dois", cancellationToken: Stop);
        SpeedMarketInboundSearch search = new(now.AddMinutes(-1), now.AddMinutes(1));

        Assert.Equal(["um", "dois"], (await client.GetInboundAsync(search, Stop)).Select(message => message.Content));
        Assert.Equal(["dois"], (await client.GetInboundAsync(search with { Service = SpeedMarketService.Interactive }, Stop)).Select(message => message.Content));
        Assert.Equal(["um"], (await client.GetInboundAsync(search with { CampaignId = "k1" }, Stop)).Select(message => message.Content));
        Assert.Equal(2, (await client.TakeNewInboundAsync(cancellationToken: Stop)).Count);
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetInboundAsync(search with { To = now.AddDays(-1) }, Stop));
    }

    [Fact]
    public async Task ReadInboundAsync_CrashBetweenReadAndKeep_LosesNothingAndRepeatsNothingKept()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var client = Client(harness);
        await client.SendSingleAsync(new SpeedMarketMessage("11900111001", "a") { CampaignId = "k1" }, Stop);
        var cursor = SpeedMarketInboundCursor.From(DateTimeOffset.UtcNow.AddDays(-1));

        // The same phone answers the same message twice with the same word: two messages, though every member may be equal.
        await harness.Inbox.ReplyAsync("+5511900111001", "sim", cancellationToken: Stop);
        await harness.Inbox.ReplyAsync("+5511900111001", "sim", cancellationToken: Stop);
        var first = await client.ReadInboundAsync(cursor, cancellationToken: Stop);
        var again = await client.ReadInboundAsync(cursor, cancellationToken: Stop);
        var kept = JsonSerializer.Deserialize(JsonSerializer.Serialize(first.Next, CursorJson.Default.SpeedMarketInboundCursor), CursorJson.Default.SpeedMarketInboundCursor)!;
        var nothing = await client.ReadInboundAsync(kept, cancellationToken: Stop);
        await harness.Inbox.ReplyAsync("+5511900111001", "sim", cancellationToken: Stop);
        var third = await client.ReadInboundAsync(nothing.Next, cancellationToken: Stop);

        Assert.Equal(2, first.Messages.Count);
        Assert.Equal(first.Messages, again.Messages);
        Assert.Empty(nothing.Messages);
        Assert.Equal("sim", Assert.Single(third.Messages).Content);
        Assert.False(third.HasGap);
        Assert.DoesNotContain("11900111001", JsonSerializer.Serialize(third.Next, CursorJson.Default.SpeedMarketInboundCursor));
    }

    [Fact]
    public async Task ReadInboundAsync_CursorOlderThanTheGatewaysMemory_SaysThatThereIsAGap()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");

        var page = await Client(harness).ReadInboundAsync(SpeedMarketInboundCursor.From(DateTimeOffset.MinValue), cancellationToken: Stop);
        var ahead = await Client(harness).ReadInboundAsync(SpeedMarketInboundCursor.From(DateTimeOffset.UtcNow.AddDays(7)), cancellationToken: Stop);

        Assert.True(page.HasGap);
        Assert.False(page.Next.ReadUntil < DateTimeOffset.UtcNow.AddMinutes(-5));
        Assert.False(ahead.HasGap);
        Assert.True(ahead.Next.ReadUntil > DateTimeOffset.UtcNow.AddDays(6));
    }

    [Fact]
    public async Task Inbox_Window_GivesNeutralMessages()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var result = (await harness.SendAsync(new SmsMessage("+5511900111001", "Confirma?")))[0];
        await harness.Inbox.ReplyAsync("+5511900111001", "SIM", cancellationToken: Stop);
        var inbox = harness.Client.GetRequiredService<ISmsInbox>();
        var now = DateTimeOffset.UtcNow;

        var message = Assert.Single(await inbox.ReadAsync(now.AddMinutes(-1), now.AddMinutes(1), Stop));
        var again = Assert.Single(await inbox.ReadAsync(now.AddMinutes(-2), now.AddMinutes(1), Stop));
        var travelled = JsonSerializer.Deserialize(JsonSerializer.Serialize(message, SmsJsonContext.Default.SmsInboundMessage), SmsJsonContext.Default.SmsInboundMessage);

        Assert.Equal(
            new SmsInboundMessage
            {
                Account = "SpeedMarket",
                Sender = "5511900111001",
                From = result.Number,
                Text = "SIM",
                ReceivedAt = message.ReceivedAt,
                InReplyTo = new SmsMessageHandle("SpeedMarket", result.MessageId!.Value.Id, result.Number, result.Reference),
            },
            message);
        Assert.Equal(message, again);
        Assert.Equal(message, travelled);
        Assert.DoesNotContain("900111", message.ToString());
        Assert.DoesNotContain("SIM", message.ToString());
        await Assert.ThrowsAsync<ArgumentException>(() => inbox.ReadAsync(now, now.AddDays(-1), Stop));
    }

    [Fact]
    public async Task Inbox_MessageThatAnswersNothing_HasNoHandle()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        await harness.Inbox.ReplyAsync("+5511900111009", "oi", new ReplyOptions { Gateway = Gateway.SpeedMarket }, Stop);

        var message = Assert.Single(await harness.Client.GetRequiredService<ISmsInbox>().ReadAsync(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5), Stop));

        Assert.Null(message.InReplyTo);
        Assert.Equal("+5511900111009", message.From?.Value);
    }

    [Fact]
    public async Task StatusReader_IdsAndReferencesMixed_AreAskedInHundreds()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var target = GatewayUnderTest.Of("SpeedMarket");
        var bulk = await harness.Client.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, 150).Select(target.Number), "bulk")], Stop);
        var single = (await harness.SendAsync(new SmsMessage(target.Number(200), "single")))[0];
        await harness.Inbox.ReportAsync(Message(bulk[3]), DeliveryState.Delivered, cancellationToken: Stop);
        await harness.Inbox.ReportAsync(Message(bulk[4]), DeliveryState.Rejected, new ReportOptions { RawStatus = "-5" }, Stop);
        await harness.Inbox.ReportAsync(Message(single), DeliveryState.Sent, cancellationToken: Stop);

        var reports = await harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync(
            [.. bulk.Select(SmsMessageHandle.Of), SmsMessageHandle.Of(single.MessageId!.Value), new("SpeedMarket", Id: null, Reference: "nosuchreference"), new("SpeedMarket", "404404"), new("SpeedMarket", Id: null)], Stop);

        Assert.Null(bulk[0].MessageId);
        Assert.Equal(154, reports.Count);
        Assert.Equal((SmsDeliveryStatus.Queued, false, "-1", null), Told(reports[0]));
        Assert.Equal((SmsDeliveryStatus.Delivered, true, "1", null), Told(reports[3]));
        Assert.Equal((SmsDeliveryStatus.Rejected, true, "-5", SmsErrorKind.RecipientBlocked), Told(reports[4]));
        Assert.Equal((SmsDeliveryStatus.Sent, false, "0", null), Told(reports[150]));
        Assert.All(reports.TakeLast(3), report => Assert.Equal((SmsDeliveryStatus.Unknown, false, null, null), Told(report)));
        Assert.Equal(3, harness.Inbox.Exchanges.Count(exchange => exchange.Operation == Operation.Status));

        CapturedMessage Message(SmsResult result) => harness.Inbox.Messages.Single(message => message.Reference == result.Reference);
    }

    [Theory]
    [InlineData(500, "{\"status\":500,\"error\":\"Internal Server Error\"}")]
    [InlineData(401, "{\"status\":401,\"id\":\"7\"}")]
    [InlineData(200, "{\"status\":\"error\",\"message\":\"down\"}")]
    [InlineData(200, "{\"responseCode\":\"200\",\"messages\":[\"150\"]}")]
    [InlineData(200, "{\"responseCode\":\"200\",\"messageCount\":3}")]
    [InlineData(503, "{\"messages\":[]}")]
    public void ReadLookup_AnswerThatIsNoSearch_LeavesTheMessageUnknown(int status, string body)
    {
        var lookup = (IReferenceLookup)Drivers.Create("speedmarket");

        var verdict = lookup.ReadLookup(Drivers.Batch("5511900000001").Messages, new GatewayReply(status, System.Text.Encoding.UTF8.GetBytes(body)))[0];

        Assert.Equal(SmsOutcome.Unknown, verdict.Outcome);
    }

    [Theory]
    [InlineData("{\"responseCode\":\"200\",\"messageCount\":0,\"messages\":\"\"}", SmsOutcome.NotSent)]
    [InlineData("{\"responseCode\":200,\"messageCount\":\"0\",\"messages\":false}", SmsOutcome.NotSent)]
    [InlineData("{\"responseCode\":\"200\",\"messages\":[]}", SmsOutcome.NotSent)]
    [InlineData("{\"responseCode\":\"200\",\"messages\":{\"7\":{\"ID\":\"150\",\"Campaign_ID\":\"reference000000\",\"status\":0}}}", SmsOutcome.Accepted)]
    [InlineData("{\"responseCode\":\"200\",\"data\":{\"id\":150,\"campaign_id\":\"reference000000\",\"status\":\"1\"}}", SmsOutcome.Accepted)]
    public void ReadLookup_ListsOfPhpStyle_AreRead(string body, SmsOutcome outcome)
    {
        var lookup = (IReferenceLookup)Drivers.Create("speedmarket");

        var verdict = lookup.ReadLookup(Drivers.Batch("5511900000001").Messages, new GatewayReply(200, System.Text.Encoding.UTF8.GetBytes(body)))[0];

        Assert.Equal((outcome, outcome == SmsOutcome.Accepted ? "150" : null), (verdict.Outcome, verdict.Id));
    }

    [Fact]
    public async Task Account_BalanceOfItsService_InCredits()
    {
        await using var sms = new Harness(fixture, "SpeedMarket");
        await using var interactive = new Harness(fixture, "SpeedMarket", options => ((SpeedMarketOptions)options).Service = SpeedMarketService.Interactive);
        interactive.Inbox.SetBalance(Gateway.SpeedMarket, 10);
        await interactive.SendAsync(new SmsMessage("+5511900111001", "a"));
        sms.Inbox.SetBalance(Gateway.SpeedMarket, 10);

        var ofSms = await sms.Client.GetRequiredService<ISmsAccount>().GetBalanceAsync(Stop);
        var ofInteractive = await interactive.Client.GetRequiredService<ISmsAccount>().GetBalanceAsync(Stop);

        Assert.Equal((10m, "credits", 9m), (ofSms.Amount, ofSms.Unit, ofInteractive.Amount));
        Assert.NotNull(ofSms.ExpiresAt);
        await Assert.ThrowsAsync<NotSupportedException>(() => sms.Client.GetRequiredService<ISmsAccount>().GetSendersAsync(Stop));
    }

    [Fact]
    public async Task Voice_Code_IsSpokenDigitByDigit()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var voice = harness.Client.GetRequiredService<IVoiceClient>();

        var result = await voice.CallAsync("+55 11 90011-1001", "4711", Stop);
        await voice.CallAsync("+5511900111002", "A7", Stop);

        var call = harness.Inbox.Messages[0];
        Assert.Equal((Channel.Voice, "4 7 1 1", "3", result.Reference), (call.Channel, call.Text, call.Extras["type"], call.Reference));
        Assert.Equal("A7", harness.Inbox.Messages[1].Text);
        Assert.Equal((true, call.GatewayId, SmsDeliveryStatus.Queued), (result.IsAccepted, result.MessageId?.Id, result.Status));
    }

    [Fact]
    public async Task Voice_AnswerLost_IsUnknownRingsOnceAndCanBeLookedUp()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.On(Gateway.SpeedMarket).Always(Fault.CloseFin().AndAccept());

        var result = await harness.Client.GetRequiredService<IVoiceClient>().CallAsync("+5511900111001", "4711", Stop);
        var refused = await harness.Client.GetRequiredService<IVoiceClient>().CallAsync("11900111001", "4711", Stop);
        var report = (await harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync([SmsMessageHandle.Of(result)], Stop))[0];

        PrintedText.Keep([result, refused]);
        Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.ConnectionLost), (result.Outcome, result.Error!.Kind));
        Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.InvalidRecipient), (refused.Outcome, refused.Error!.Kind));
        Assert.Equal(SmsDeliveryStatus.Queued, report.Status);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Features_ThatTheVendorLacks_AreRefusedByName()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");

        foreach (var ask in new Func<object>[]
        {
            () => harness.Client.GetRequiredService<ISmsScheduler>(), () => harness.Client.GetRequiredService<INumberLookup>(), () => harness.Client.GetRequiredService<ISmsVerification>(),
        })
        {
            Assert.Contains("SpeedMarket", Assert.Throws<NotSupportedException>(ask).Message);
        }
    }

    private static (SmsDeliveryStatus, bool, string?, SmsErrorKind?) Told(SmsStatusReport report) => (report.Status, report.IsFinal, report.RawStatus, report.Reason);

    private static ISpeedMarketClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISpeedMarketClient>("SpeedMarket");
}

[System.Text.Json.Serialization.JsonSerializable(typeof(SpeedMarketInboundCursor))]
internal sealed partial class CursorJson : System.Text.Json.Serialization.JsonSerializerContext;
