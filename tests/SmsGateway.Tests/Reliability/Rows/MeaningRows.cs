using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 71 to 84: complete replies, and what they mean.</summary>
public sealed class MeaningRows(EmulatorFixture fixture) : RowTests(fixture)
{
    private static readonly string[] Bulk = ["SmsApi", "SpeedSms", "SpeedMarket", "SmsClub"];

    public static TheoryData<string> BulkGateways => [.. Bulk];

    [Theory]
    [InlineData("SmsApi", """{"count":1,"list":[]}""", SmsOutcome.Unknown)]
    [InlineData("SpeedSms", """{"status":"success","code":"00"}""", SmsOutcome.Unknown)]
    [InlineData("SpeedMarket", """{"success":true,"responseDescription":"Success queued"}""", SmsOutcome.Unknown)]
    [InlineData("SmsClub", """{"success_request":{"info":{}}}""", SmsOutcome.Unknown)]
    [InlineData("KeyRef", """{"status":true,"error":0}""", SmsOutcome.Accepted)] // never gives an id: number and reference are the handle
    public async Task Row071_SuccessWithoutAnId_IsUnknownUnlessTheProtocolHasNone(string gateway, string body, SmsOutcome outcome) =>
        AssertOnce(await HearAsync(gateway, "200 OK", body), outcome, outcome == SmsOutcome.Accepted ? null : SmsErrorKind.UnreadableResponse);

    [Theory]
    [InlineData("\"007\"", "007")]
    [InlineData("9007199254740993123", "9007199254740993123")]
    [InlineData("\"0000000000000000000000000000123\"", "0000000000000000000000000000123")]
    [InlineData("77", "77")]
    public async Task Row072_IdInAnyForm_IsKeptAsWritten(string written, string kept)
    {
        foreach (var (gateway, body) in new[]
        {
            ("SpeedSms", $$$"""{"status":"success","code":"00","data":{"tranId":{{{written}}},"totalSMS":1}}"""),
            ("SpeedMarket", $$"""{"success":true,"responseCode":"000","id":{{written}}}"""),
            ("SmsApi", $$"""{"count":1,"list":[{"id":{{written}},"number":"{{GatewayUnderTest.Of("SmsApi").Number(1)[1..]}}","status":"QUEUE","error":null}]}"""),
        })
        {
            var met = await HearAsync(gateway, "200 OK", body);

            AssertOnce(met, SmsOutcome.Accepted, kind: null);
            Assert.Equal(kept, met.Result.MessageId!.Value.Id);
        }
    }

    [Theory]
    [InlineData("SmsApi", """{"error":98765,"message":"Something new"}""", "98765")]
    [InlineData("SpeedSms", """{"status":"error","code":"987","message":"Something new"}""", "987")]
    [InlineData("SpeedMarket", """{"success":false,"responseCode":"987","responseDescription":"Something new"}""", "987")]
    [InlineData("KeyRef", """{"status":false,"error":"Something new"}""", "Something new")]
    public async Task Row073_UnknownCode_IsRejectedAndKept(string gateway, string body, string code)
    {
        var met = await HearAsync(gateway, "200 OK", body);

        AssertOnce(met, SmsOutcome.Rejected, SmsErrorKind.Unknown);
        Assert.Equal(code, met.Result.Error!.GatewayCode);
    }

    [Theory]
    [MemberData(nameof(BulkGateways))]
    public async Task Row074_BulkPartlyRefused_EachHasItsOwn(string gateway)
    {
        await using var harness = Start(gateway);
        var target = GatewayUnderTest.Of(gateway);

        var results = await harness.SendAsync(new(target.Number(1), "hello"), new(target.Magic("0003"), "hello"), new(target.Number(2), "hello"));

        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Rejected, SmsOutcome.Accepted], results.Select(result => result.Outcome));
        Assert.Equal(SmsErrorKind.InvalidRecipient, results[1].Error!.Kind);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData("SmsClub", SmsOutcome.Accepted, SmsOutcome.Unknown)]
    [InlineData("SpeedMarket", SmsOutcome.Unknown, SmsOutcome.Unknown)] // only the position tells whose answer it is
    [InlineData("SmsApi", SmsOutcome.Accepted, SmsOutcome.Rejected)] // documented: numbers that cannot receive SMS are left out
    public async Task Row075_BulkWithFewerResults_TheMissingAreNotGuessed(string gateway, SmsOutcome listed, SmsOutcome missing)
    {
        await using var harness = Start(gateway);
        harness.Inbox.Faults.On().Always(Fault.FewerResults(1));

        var results = await harness.SendAsync(BulkOf(gateway, 3));

        Assert.Equal(2, results.Count(result => result.Outcome == listed) - (listed == missing ? 1 : 0));
        var left = results.Where(result => result.Outcome == missing).ToList();
        Assert.All(left, result => Assert.Equal(missing == SmsOutcome.Unknown ? SmsErrorKind.UnreadableResponse : SmsErrorKind.InvalidRecipient, result.Error!.Kind));
        Assert.NotEmpty(left);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Row075_SmsApiWithFewerResultsAfterALostAnswer_TheMissingAreUnknown()
    {
        // The list may speak of the repeat alone: nobody may be called refused by it.
        await using var harness = Start("SmsApi", options => ((SmsApi.SmsApiOptions)options).DuplicateProtection = true);
        harness.Inbox.Faults.On().Next(Fault.CloseFin().AndIgnore()).Then(Fault.FewerResults(1));

        var results = await harness.SendAsync(BulkOf("SmsApi", 3));

        Assert.Equal((2, 1), (results.Count(result => result.IsAccepted), results.Count(result => result.Outcome == SmsOutcome.Unknown)));
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SmsClub")]
    public async Task Row076_BulkInAnotherOrder_IsMatchedByNumber(string gateway)
    {
        await using var harness = Start(gateway);
        harness.Inbox.Faults.On().Always(Fault.Shuffled());

        var results = await harness.SendAsync(BulkOf(gateway, 5));

        Assert.True(results.AllAccepted);
        Assert.All(results, result => Assert.Equal(
            Assert.Single(harness.Inbox.Messages.To(result.To)).GatewayId, result.MessageId!.Value.Id));
    }

    [Theory]
    [InlineData("SmsApi", 0)]
    [InlineData("SmsClub", 0)]
    [InlineData("SpeedMarket", 0)]
    [InlineData("SpeedSms", 3)] // which has one id for the whole call
    public async Task BulkWithTheSameIdForAll_IsAcceptedAndNobodysId(string gateway, int ids)
    {
        await using var harness = Start(gateway);
        harness.Inbox.Faults.On().Always(Fault.DuplicateIds());

        var results = await harness.SendAsync(BulkOf(gateway, 3));

        Assert.True(results.AllAccepted);
        Assert.Equal(ids, results.Count(result => result.MessageId is not null));
    }

    [Theory]
    [MemberData(nameof(BulkGateways))]
    public async Task Row077_BulkTimesOut_AllAreUnknown(string gateway)
    {
        var (results, exchanges) = await MeetInVainAsync(gateway, Fault.HalfBody(After.Hang).AndAccept(), BulkOf(gateway, 4));

        Assert.All(results, result => AssertIs(result, SmsOutcome.Unknown, SmsErrorKind.Timeout));
        Assert.Equal(4, results.Select(result => result.Reference).Distinct().Count());
        Assert.Equal(1, exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row078_SameNumberTwice_BothAreReportedUnlessTheCallerGaveAKey(string gateway)
    {
        await using var harness = Start(gateway);
        var results = await harness.SendAsync(Message(gateway), Message(gateway));
        Assert.True(results.AllAccepted);
        Assert.Equal(2, harness.Inbox.Messages.Count);

        await using var keyed = new Harness(Fixture, (builder, keys) => keys.Add(builder, gateway, gateway).UseIdempotencyKeys());
        var once = Message(gateway) with { IdempotencyKey = "order-78" };
        results = await keyed.SendAsync(once, once);
        Assert.Equal([false, true], results.Select(result => result.IsDuplicate));
        Assert.Single(keyed.Inbox.Messages);
    }

    [Theory]
    [InlineData("-0.16", null)]
    [InlineData("\"0,16\"", null)]
    [InlineData("null", null)]
    [InlineData("0.165", 0.165)]
    [InlineData("\"0.165\"", 0.165)]
    public async Task Row079_OddCost_IsReadTheSameEverywhereOrLeftOut(string written, double? price)
    {
        var number = GatewayUnderTest.Of("SmsApi").Number(1)[1..];
        foreach (var culture in Culture.All)
        {
            using var scope = Culture.Use(culture);
            var met = await HearAsync("SmsApi", "200 OK", $$"""{"count":1,"list":[{"id":"77","points":{{written}},"number":"{{number}}","status":"QUEUE","error":null}]}""");

            AssertOnce(met, SmsOutcome.Accepted, kind: null);
            Assert.Equal((decimal?)price, met.Result.Price?.Amount);
        }
    }

    [Fact]
    public async Task Row080_GatewayCountsSegmentsOtherwise_BothAreKeptAndLogged()
    {
        var met = await HearAsync("SpeedSms", "200 OK", """{"status":"success","code":"00","data":{"tranId":77,"totalSMS":2,"totalPrice":500}}""");

        AssertOnce(met, SmsOutcome.Accepted, kind: null);
        Assert.Equal((2, 1), (met.Result.Segments, met.Result.LocalSegments));
        Assert.Contains(PrintedText.Lines, line => line.Contains(met.Result.Reference!, StringComparison.Ordinal) && line.Contains("counts 2 segments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row081_GatewayShortenedTheText_ShowsInTheSegments()
    {
        await using var server = new RawServer(_ => RawServer.Reply("""{"status":"success","code":"00","data":{"tranId":77,"totalSMS":1}}"""));
        await using var harness = Start("SpeedSms", options => options.BaseAddress = server.Address);

        var result = (await harness.SendAsync(new SmsMessage(GatewayUnderTest.Of("SpeedSms").Number(1), new string('a', 200))))[0];

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal((1, 2), (result.Segments, result.LocalSegments));
        Assert.Contains(PrintedText.Lines, line => line.Contains(result.Reference!, StringComparison.Ordinal) && line.Contains("we count 2", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row082_TestMode_IsSimulatedOrNotSupported(string gateway)
    {
        await using var harness = Start(gateway);

        var result = (await harness.SendAsync(Message(gateway) with { DryRun = true }))[0];

        var has = harness.Client.GetRequiredService<SmsGatewayInfo>().Has(SmsCapabilities.DryRun);
        AssertIs(result, has ? SmsOutcome.Accepted : SmsOutcome.Rejected, has ? null : SmsErrorKind.NotSupported);
        Assert.Equal(has, result.IsSimulated);
        Assert.All(harness.Inbox.Messages, message => Assert.True(message.IsTest));
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedMarket")]
    public async Task Row083_ScheduledTime_PastIsRefusedAndZonesMeanTheSameInstant(string gateway)
    {
        await using var harness = Start(gateway);
        var past = (await harness.SendAsync(Message(gateway) with { SendAt = DateTimeOffset.UtcNow.AddHours(-1) }))[0];
        AssertIs(past, SmsOutcome.Rejected, SmsErrorKind.InvalidRequest);
        Assert.Empty(harness.Inbox.Exchanges);

        var late = (await harness.SendAsync(Message(gateway, 2) with { SendAt = DateTimeOffset.UtcNow.AddMinutes(-1) }))[0];
        AssertIs(late, SmsOutcome.Accepted, kind: null);

        var at = new DateTimeOffset(DateTimeOffset.UtcNow.Year + 1, 1, 1, 12, 0, 0, TimeSpan.Zero);
        at = at - DateTimeOffset.UtcNow > TimeSpan.FromDays(80) ? new DateTimeOffset(DateTimeOffset.UtcNow.Date.AddDays(9), TimeSpan.Zero) : at;
        foreach (var zone in new[] { 0, 9, -3.5 })
        {
            var result = (await harness.SendAsync(Message(gateway, 3) with { SendAt = at.ToOffset(TimeSpan.FromHours(zone)) }))[0];
            AssertIs(result, SmsOutcome.Accepted, kind: null);
            Assert.Equal(at, harness.Inbox.Messages[^1].ScheduledAt);
        }
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedMarket")]
    [InlineData("SmsClub")]
    public async Task Row084_RejectedLater_TheSendStaysAcceptedAndTheStatusTells(string gateway)
    {
        await using var harness = Start(gateway);
        var result = await SendAsync(harness, gateway);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages[0], DeliveryState.Rejected, cancellationToken: Stop);

        var status = (await harness.Client.GetRequiredService<ISmsStatusReader>()
            .GetStatusAsync([SmsMessageHandle.Of(result)], Stop))[0];

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal(SmsDeliveryStatus.Rejected, status.Status);
        Assert.True(status.IsFinal);
    }

    private static SmsMessage[] BulkOf(string gateway, int count) =>
        [.. Enumerable.Range(1, count).Select(i => new SmsMessage(GatewayUnderTest.Of(gateway).Number(i), "hello"))];
}
