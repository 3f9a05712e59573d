using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SpeedMarket;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SpeedMarket's native sends and balance against the emulator.</summary>
public sealed class SpeedMarketClientTests(EmulatorFixture fixture)
{
    private const string Picture = "https://shop.example/p.jpg";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<SpeedMarketService, string, string?> Services => new()
    {
        { SpeedMarketService.Sms, "Olá & +", null },
        { SpeedMarketService.Flash, "Codigo 4711", null },
        { SpeedMarketService.Interactive, "Confirma? 1 sim", null },
        { SpeedMarketService.VoiceText, "Seu codigo quatro sete", null },
        { SpeedMarketService.VoiceAudio, "https://shop.example/a.mp3", null },
        { SpeedMarketService.WhatsAppText, "Olá", null },
        { SpeedMarketService.WhatsAppImage, Picture, "Foto & texto" },
        { SpeedMarketService.WhatsAppAudio, "https://shop.example/a.mp3", null },
        { SpeedMarketService.WhatsAppVideo, "https://shop.example/v.mp4", "Filme" },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public async Task SendSingleAsync_EachService_ArrivesAsWritten(SpeedMarketService service, string content, string? caption)
    {
        await using var harness = new Harness(fixture, "SpeedMarket");

        var sent = await Client(harness).SendSingleAsync(new SpeedMarketMessage("11900111001", content) { Service = service, CountryCode = 55, Caption = caption, CampaignId = "k1" }, Stop);

        AssertArrived(harness, service, content, caption, "k1");
        Assert.Equal(("000", "k1", harness.Inbox.Messages.Single().GatewayId, 1m, false), (sent.Code, sent.CampaignId, sent.Id, sent.Credit, sent.IsScheduled));
        Assert.Equal("Success queued", sent.Description);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task SendMultipleAsync_EachService_ArrivesAsWritten(SpeedMarketService service, string content, string? caption)
    {
        await using var harness = new Harness(fixture, "SpeedMarket");

        var sent = await Client(harness).SendMultipleAsync(new SpeedMarketBatch([new("11900111001", content) { Service = service, Caption = caption, CampaignId = "k1" }]), Stop);

        AssertArrived(harness, service, content, caption, "k1");
        Assert.Equal(("001", 1m, 1, 1), (sent.Code, sent.Credit, sent.TotalProcessed, sent.TotalSuccess));
        Assert.Equal(SmsOutcome.Accepted, Assert.Single(sent.Messages).Outcome);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Extras_EachService_IsHonouredAndSurvivesJson(SpeedMarketService service, string content, string? caption)
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var message = new SmsMessage("+5511900111001", content).With(new SpeedMarketExtras { Service = service, Caption = caption, TimeZone = TimeSpan.FromHours(2) });
        var travelled = JsonSerializer.Deserialize(JsonSerializer.Serialize(message, SmsJsonContext.Default.SmsMessage), SmsJsonContext.Default.SmsMessage)!;

        var result = (await harness.SendAsync(travelled))[0];

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal(message.GetExtras<SpeedMarketExtras>(), travelled.GetExtras<SpeedMarketExtras>());
        AssertArrived(harness, service, content, caption, result.Reference!);
    }

    [Fact]
    public async Task Extras_WhatTheServiceCannotHonour_IsRejectedBeforeAnyRequest()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var plain = new SmsMessage("+5511900111001", "hello");

        var results = await harness.SendAsync(
            plain.With(new SpeedMarketExtras { Caption = "x" }),
            plain.With(new SpeedMarketExtras { Service = SpeedMarketService.WhatsAppImage }),
            (plain with { Text = Picture }).With(new SpeedMarketExtras { Service = SpeedMarketService.WhatsAppImage, Caption = new string('x', 491) }),
            (plain with { Flash = true }).With(new SpeedMarketExtras { Service = SpeedMarketService.WhatsAppText }),
            plain.With(new SpeedMarketExtras { Service = (SpeedMarketService)9 }),
            plain.With(new SpeedMarketExtras { TimeZone = TimeSpan.FromHours(15) }));

        Assert.Equal(
            [SmsErrorKind.NotSupported, SmsErrorKind.InvalidContent, SmsErrorKind.InvalidRequest, SmsErrorKind.NotSupported, SmsErrorKind.InvalidRequest, SmsErrorKind.InvalidRequest],
            results.Select(result => result.Error?.Kind));
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Extras_AfterFailoverFromAnotherGateway_AreStillHonoured()
    {
        await using var harness = new Harness(fixture, (builder, self) =>
        {
            self.Add(builder, "SpeedSms", "first");
            self.Add(builder, "SpeedMarket", "second");
            builder.AddRouting(routes => routes.Otherwise("first").Failover("first", "second"));
        });
        harness.Inbox.Faults.On(Gateway.SpeedSms).Always(Fault.Unauthorized());
        var message = new SmsMessage("+5511900111001", Picture).With(new SpeedMarketExtras { Service = SpeedMarketService.WhatsAppImage, Caption = "Foto" });

        var result = (await harness.SendAsync(message))[0];

        Assert.Equal((true, "second"), (result.IsAccepted, result.Account));
        AssertArrived(harness, SpeedMarketService.WhatsAppImage, Picture, "Foto", result.Reference!);
    }

    [Fact]
    public async Task Schedule_InAnyZone_IsTheSameMoment()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var at = new DateTimeOffset(2090, 1, 2, 15, 0, 0, TimeSpan.FromHours(-3));
        var extras = new SmsMessage("+5511900111005", "x") { SendAt = at }.With(new SpeedMarketExtras { TimeZone = TimeSpan.FromMinutes(330) });

        var single = await Client(harness).SendSingleAsync(new SpeedMarketMessage("11900111001", "x") { ScheduleAt = at, TimeZone = TimeSpan.FromHours(2) }, Stop);
        var batch = await Client(harness).SendMultipleAsync(
            new SpeedMarketBatch([new("11900111002", "x"), new("11900111003", "x") { ScheduleAt = at.AddHours(1), TimeZone = TimeSpan.Zero }]) { ScheduleAt = at, TimeZone = TimeSpan.FromHours(-5) }, Stop);
        await harness.SendAsync(extras, new SmsMessage("+5511900111004", "x") { SendAt = at });

        Assert.True(single.IsScheduled);
        Assert.All(batch.Messages, message => Assert.Equal("002", message.Code));
        Assert.Equal([at, at, at.AddHours(1), at, at], harness.Inbox.Messages.OrderBy(message => message.To).Select(message => message.ScheduledAt));
        Assert.Contains("schedule=2090-01-02+20%3A00%3A00&timezone=%2B02%3A00", harness.Inbox.Exchanges[0].RequestText);
        Assert.Contains("\"schedule\":\"2090-01-02 13:00:00\",\"timezone\":\"-05:00\"", harness.Inbox.Exchanges[1].RequestText);
        Assert.Contains(harness.Inbox.Exchanges, exchange => exchange.RequestText.Contains("schedule=2090-01-02+23%3A30%3A00&timezone=%2B05%3A30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendMultipleAsync_DefaultsAndOverrides_HoldForEachMessage()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.SpeedMarket = harness.Inbox.SpeedMarket with { InternationalAllowed = true };

        var sent = await Client(harness).SendMultipleAsync(
            new SpeedMarketBatch([new("11900111001", "a"), new("700111002", "b") { CountryCode = 46, Service = SpeedMarketService.Sms, CampaignId = "mine" }, new("11900110003", "c")])
            {
                Service = SpeedMarketService.Interactive,
                CountryCode = 55,
            },
            Stop);

        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Accepted, SmsOutcome.Rejected], sent.Messages.Select(message => message.Outcome));
        Assert.Equal((SmsErrorKind.InvalidRecipient, "050", true), (sent.Messages[2].Error!.Kind, sent.Messages[2].Code, sent.Messages[2].Success));
        Assert.Equal(("mine", 2, 3), (sent.Messages[1].CampaignId, sent.TotalSuccess, sent.TotalProcessed));
        Assert.All(sent.Messages, message => Assert.NotEmpty(message.CampaignId));
        Assert.Equal(3, sent.Messages.Select(message => message.CampaignId).Distinct().Count());
        Assert.Equal([("+46700111002", "0", "mine"), ("+5511900111001", "2", sent.Messages[0].CampaignId)], harness.Inbox.Messages.OrderBy(message => message.To, StringComparer.Ordinal).Select(message => (message.To, message.Extras["type"], message.Reference!)));
    }

    [Fact]
    public async Task SendMultipleAsync_FewerAnswersThanMessages_IsUnknownForAll()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.On(Gateway.SpeedMarket).Always(Fault.FewerResults(1));

        var sent = await Client(harness).SendMultipleAsync(new SpeedMarketBatch([new("11900111001", "a"), new("11900111002", "b")]), Stop);
        var found = await Client(harness).GetByCampaignIdAsync([.. sent.Messages.Select(message => message.CampaignId)], Stop);

        Assert.All(sent.Messages, message => Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse), (message.Outcome, message.Error!.Kind)));
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public async Task SendMultipleAsync_PagesSample_IsWrittenAlike()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var at = new DateTimeOffset(2025, 8, 22, 14, 55, 0, TimeSpan.FromHours(-3));
        SpeedMarketMessage message = new("11900000000", "Mensagem de teste") { CountryCode = 55, CampaignId = "001" };

        await Client(harness).SendMultipleAsync(new SpeedMarketBatch([message, message with { Number = "11900000001", CampaignId = "002" }]) { Service = SpeedMarketService.Interactive, ScheduleAt = at }, Stop);

        using var expected = JsonDocument.Parse(Fixture.Bytes("speedmarket", "request-batch.json"));
        using var actual = JsonDocument.Parse(harness.Inbox.Exchanges.Single().GetRequestBytes());
        Assert.Equal(Flat(expected.RootElement, ""), Flat(actual.RootElement, ""));

        // Numbers may be texts: eleven digits do not fit every reader's idea of a number.
        static IEnumerable<string> Flat(JsonElement element, string path) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Flat(member.Value, $"{path}.{member.Name}")),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Flat(item, $"{path}[{i}]")),
            _ => [$"{path}={element}"],
        };
    }

    [Fact]
    public async Task CampaignIds_ThatCannotBe_AreRefusedBeforeAnyRequest()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var client = Client(harness);
        SpeedMarketMessage message = new("11900111001", "a") { CampaignId = "k1" };

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendSingleAsync(message with { CampaignId = "a,b" }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendMultipleAsync(new SpeedMarketBatch([message, message]), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetByCampaignIdAsync(["a,b"], Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetByIdAsync([""], Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendSingleAsync(null!, Stop));
        Assert.Empty(await client.GetByIdAsync([], Stop));
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData(SpeedMarketCredentials.Basic)]
    [InlineData(SpeedMarketCredentials.Query)]
    [InlineData(SpeedMarketCredentials.Form)]
    public async Task Credentials_EachForm_WorksForEveryOperation(SpeedMarketCredentials credentials)
    {
        await using var harness = new Harness(fixture, "SpeedMarket", options => ((SpeedMarketOptions)options).Credentials = credentials);
        var client = Client(harness);
        var span = (DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));

        var sent = await client.SendSingleAsync(new SpeedMarketMessage("11900111001", "a") { CampaignId = "k1" }, Stop);
        await client.SendMultipleAsync(new SpeedMarketBatch([new("11900111002", "b")]), Stop);
        Assert.Single(await client.GetByIdAsync([sent.Id!], Stop));
        Assert.Single(await client.GetByCampaignIdAsync(["k1"], Stop));
        Assert.Equal(2, (await client.SearchAsync(new SpeedMarketSearch(span.Item1, span.Item2), Stop)).Count);
        Assert.Empty(await client.TakeNewInboundAsync(cancellationToken: Stop));
        Assert.Empty(await client.GetInboundAsync(new SpeedMarketInboundSearch(span.Item1, span.Item2), Stop));
        Assert.NotNull((await client.GetBalanceAsync(Stop)).Sms);
        Assert.True((await harness.SendAsync(new SmsMessage("+5511900111003", "neutral")))[0].IsAccepted);

        var password = harness.Inbox.Credentials.SpeedMarketPassword;
        foreach (var exchange in harness.Inbox.Exchanges)
        {
            var isBatch = exchange.Path.EndsWith("send-multiple", StringComparison.Ordinal);
            Assert.Equal(credentials == SpeedMarketCredentials.Basic || isBatch, exchange.Header("Authorization") is not null);
            Assert.Equal(credentials == SpeedMarketCredentials.Query && !isBatch, exchange.Query.Contains("password=", StringComparison.Ordinal));
            Assert.Equal(credentials == SpeedMarketCredentials.Form && !isBatch, Encoding.UTF8.GetString(exchange.GetRequestBytes().Span).Contains(password, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BothGenerations_RefusalsOfTheAccount_ReadAlike(bool statuses)
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var behaviour = harness.Inbox.SpeedMarket with { HttpStatuses = statuses };
        SpeedMarketMessage message = new("11900111001", "a");

        harness.Inbox.SpeedMarket = behaviour with { AddressAllowed = false };
        Assert.Equal((SmsErrorKind.IpNotAllowed, "091"), await RefusalAsync(() => Client(harness).SendSingleAsync(message, Stop)));
        Assert.Equal((SmsErrorKind.IpNotAllowed, "091"), await RefusalAsync(() => Client(harness).GetBalanceAsync(Stop)));
        harness.Inbox.SpeedMarket = behaviour with { AccountBlocked = true };
        Assert.Equal((SmsErrorKind.AccountBlocked, "090"), await RefusalAsync(() => Client(harness).SendMultipleAsync(new SpeedMarketBatch([message]), Stop)));
        Assert.Equal((SmsErrorKind.AccountBlocked, "090"), await RefusalAsync(() => Client(harness).GetByIdAsync(["1"], Stop)));
        harness.Inbox.SpeedMarket = behaviour;
        harness.Inbox.SetBalance(Gateway.SpeedMarket, 0);
        Assert.Equal((SmsErrorKind.InsufficientBalance, "080"), await RefusalAsync(() => Client(harness).SendSingleAsync(message, Stop)));
        harness.Inbox.Faults.OnAny(Gateway.SpeedMarket).Always(Fault.Unauthorized());
        Assert.Equal((SmsErrorKind.AuthenticationFailed, "010"), await RefusalAsync(() => Client(harness).GetBalanceAsync(Stop)));
        Assert.Equal((SmsErrorKind.AuthenticationFailed, "010"), await RefusalAsync(() => Client(harness).TakeNewInboundAsync(cancellationToken: Stop)));
        Assert.Contains(harness.Inbox.Exchanges, exchange => exchange.Status == (statuses ? 401 : 200));
    }

    [Theory]
    [InlineData("020", SmsErrorKind.InvalidRequest)]
    [InlineData("060", SmsErrorKind.DestinationNotAllowed)]
    [InlineData("070", SmsErrorKind.Unknown)]
    [InlineData("110", SmsErrorKind.GatewayError)]
    [InlineData("150", SmsErrorKind.InvalidContent)]
    public async Task SendSingleAsync_GatewaysCode_IsTold(string code, SmsErrorKind kind)
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.OnAny(Gateway.SpeedMarket).Always(Fault.GatewayError(code));

        Assert.Equal((kind, code), await RefusalAsync(() => Client(harness).SendSingleAsync(new SpeedMarketMessage("11900111001", "a"), Stop)));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task SendSingleAsync_UnderMaintenance_IsTriedAgain()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.OnAny(Gateway.SpeedMarket).Next(Fault.GatewayError("100"));

        var sent = await Client(harness).SendSingleAsync(new SpeedMarketMessage("11900111001", "a"), Stop);

        Assert.Equal("000", sent.Code);
        Assert.Equal(2, harness.Inbox.Exchanges.Count);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Sends_AnswerLost_AreNotRepeatedAndFoundByCampaignId()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.Faults.On(Gateway.SpeedMarket).Always(Fault.CloseFin().AndAccept());
        var client = Client(harness);

        Assert.Equal(SmsErrorKind.ConnectionLost, (await RefusalAsync(() => client.SendSingleAsync(new SpeedMarketMessage("11900111001", "a") { CampaignId = "k1" }, Stop))).Kind);
        Assert.Equal(SmsErrorKind.ConnectionLost, (await RefusalAsync(() => client.SendMultipleAsync(new SpeedMarketBatch([new("11900111002", "b") { CampaignId = "k2" }]), Stop))).Kind);

        Assert.Equal(2, harness.Inbox.Messages.Count);
        Assert.Equal(2, harness.Inbox.Exchanges.Count);
        Assert.Equal(["k1", "k2"], (await client.GetByCampaignIdAsync(["k1", "k2", "k3"], Stop)).Select(record => record.CampaignId));
    }

    [Fact]
    public async Task GetBalanceAsync_FourFamilies_AreApart()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        harness.Inbox.SetBalance(Gateway.SpeedMarket, 100);
        var client = Client(harness);
        foreach (var (service, content) in new[] { (SpeedMarketService.Sms, "a"), (SpeedMarketService.Flash, "a"), (SpeedMarketService.Interactive, "a"), (SpeedMarketService.WhatsAppText, "a") })
        {
            await client.SendSingleAsync(new SpeedMarketMessage("11900111001", content) { Service = service }, Stop);
        }

        var balance = await client.GetBalanceAsync(Stop);

        Assert.Equal((99m, 98m, 100m, 99m), (balance.Sms!.Value, balance.Interactive!.Value, balance.Voice!.Value, balance.WhatsApp!.Value));
        Assert.Equal([99m, 98m, 98m, 100m, 100m, 99m, 99m, 99m, 99m], Enum.GetValues<SpeedMarketService>().Select(service => balance.For(service)!.Value));
        Assert.Equal(TimeSpan.FromHours(-3), balance.ExpiresAt!.Value.Offset);
        Assert.True(balance.ActivatedAt < balance.ExpiresAt);
        Assert.Equal(0, harness.Inbox.Exchanges.Count(exchange => exchange.Method == "GET" && exchange.Header("Content-Length") != "0"));
    }

    [Fact]
    public async Task Dates_OfEveryOperation_AreThoseOfTheAccount()
    {
        await using var harness = new Harness(fixture, "SpeedMarket");
        var client = Client(harness);
        var at = new DateTimeOffset(2090, 12, 31, 23, 59, 59, TimeSpan.FromHours(-3));
        var now = DateTimeOffset.UtcNow;

        var sent = await client.SendSingleAsync(new SpeedMarketMessage("11900111001", "ISTANBUL Iıİi") { CampaignId = "I1", ScheduleAt = at }, Stop);
        await client.SendMultipleAsync(new SpeedMarketBatch([new("11900111002", "b") { CampaignId = "I2" }]) { ScheduleAt = at }, Stop);
        await harness.Inbox.ReplyAsync("+5511900111002", "SIM", cancellationToken: Stop);
        var records = await client.GetByCampaignIdAsync(["I1", "I2"], Stop);
        var byId = await client.GetByIdAsync([sent.Id!], Stop);
        var inbound = await client.GetInboundAsync(new SpeedMarketInboundSearch(now.AddMinutes(-5), now.AddMinutes(5)), Stop);
        var page = await client.ReadInboundAsync(SpeedMarketInboundCursor.From(now.AddDays(-1)), cancellationToken: Stop);
        var balance = await client.GetBalanceAsync(Stop);

        Assert.All(records.Concat(byId), record => Assert.Equal(at, record.SentAt));
        Assert.All(records, record => Assert.Equal("-1", record.Status));
        Assert.Equal("I2", Assert.Single(inbound).CampaignId);
        Assert.Equal(TimeSpan.FromHours(-3), inbound[0].ReceivedAt!.Value.Offset);
        Assert.Single(page.Messages);
        Assert.Equal(999_999_998m, balance.Sms);
        Assert.Equal("2090-12-31 23:59:59", records[0].SentDate);
    }

    private static void AssertArrived(Harness harness, SpeedMarketService service, string content, string? caption, string reference)
    {
        var message = Assert.Single(harness.Inbox.Messages);
        Assert.Equal(
            ("+5511900111001", content, ((int)service).ToString(CultureInfo.InvariantCulture), caption ?? "", reference, service == SpeedMarketService.Flash),
            (message.To, message.Text, message.Extras["type"], message.Extras["caption"], message.Reference, message.IsFlash));
    }

    private static async Task<(SmsErrorKind Kind, string? Code)> RefusalAsync(Func<Task> operation)
    {
        var thrown = await Assert.ThrowsAsync<SmsException>(operation);
        PrintedText.Keep(thrown);
        return (thrown.Error.Kind, thrown.Error.GatewayCode);
    }

    private static ISpeedMarketClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISpeedMarketClient>("SpeedMarket");
}
