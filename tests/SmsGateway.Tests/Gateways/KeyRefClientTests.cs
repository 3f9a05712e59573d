using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.KeyRef;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>The key/ref gateway's native client and status reader against the emulator.</summary>
public sealed class KeyRefClientTests(EmulatorFixture fixture)
{
    private const string Number = "46700111001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(KeyRefReplyFormat.Json, false)]
    [InlineData(KeyRefReplyFormat.Number, false)]
    [InlineData(KeyRefReplyFormat.Json, true)]
    [InlineData(KeyRefReplyFormat.Number, true)]
    public async Task SendAsync_EachModeAndMethod_ArrivesAsWritten(KeyRefReplyFormat format, bool byGet)
    {
        await using var harness = new Harness(fixture, "KeyRef");
        const string Text = "a&b=c%d+e f#å – \"ok\" 👍";

        var sent = await Client(harness).SendAsync(new KeyRefSend(Number, "InfoSMS", Text, "h7k2m9x4qd") { ReplyFormat = format, UseGet = byGet }, Stop);

        Assert.Equal(new KeyRefSent(Number, "h7k2m9x4qd"), sent);
        var message = Assert.Single(harness.Inbox.Messages);
        Assert.Equal((Text, "InfoSMS", "+" + Number, "h7k2m9x4qd"), (message.Text, message.From, message.To, message.Reference));
        var exchange = Assert.Single(harness.Inbox.Exchanges);
        Assert.Equal((byGet ? "GET" : "POST", format == KeyRefReplyFormat.Json ? "{\"status\":true,\"error\":0}" : "200"), (exchange.Method, exchange.ResponseText));
        Assert.Equal(byGet ? "0" : exchange.GetRequestBytes().Length.ToString(), exchange.Header("Content-Length"));
        Assert.DoesNotContain(Number, sent.ToString());
    }

    [Theory]
    [InlineData("406", SmsErrorKind.InsufficientBalance)]
    [InlineData("Message not accepted", SmsErrorKind.Unknown)]
    [InlineData("Inavlid API Key", SmsErrorKind.AuthenticationFailed)]
    public async Task SendAsync_Refused_Throws(string code, SmsErrorKind kind)
    {
        await using var harness = new Harness(fixture, "KeyRef");
        harness.Inbox.Faults.On(Gateway.KeyRef).Always(Fault.GatewayError(code));

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).SendAsync(new KeyRefSend(Number, "Shop", "hello", "h7k2m9x4qd"), Stop));

        PrintedText.Keep(thrown);
        Assert.Equal(kind, thrown.Error.Kind);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData("46700111001,46700111002", "Shop", "hi", "ref0000001")]
    [InlineData("+46700111001", "Shop", "hi", "ref0000001")]
    [InlineData("0046700111001", "Shop", "hi", "ref0000001")]
    [InlineData("", "Shop", "hi", "ref0000001")]
    [InlineData(Number, " ", "hi", "ref0000001")]
    [InlineData(Number, "Shop", "", "ref0000001")]
    [InlineData(Number, "Shop", "hi", "")]
    public async Task SendAsync_FieldThatCannotBe_IsRefusedBeforeAnyRequest(string mobile, string sender, string text, string reference)
    {
        await using var harness = new Harness(fixture, "KeyRef");

        await Assert.ThrowsAsync<ArgumentException>(() => Client(harness).SendAsync(new KeyRefSend(mobile, sender, text, reference), Stop));

        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task SendAsync_TextTooLongForGet_IsRefusedBeforeAnyRequest()
    {
        await using var harness = new Harness(fixture, "KeyRef");
        var message = new KeyRefSend(Number, "Shop", new string('\u4F60', 250), "h7k2m9x4qd");

        await Assert.ThrowsAsync<ArgumentException>(() => Client(harness).SendAsync(message with { UseGet = true }, Stop));
        await Client(harness).SendAsync(message, Stop);

        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_AnswerLost_IsNotRepeatedAndFoundByItsReference(bool byGet)
    {
        await using var harness = new Harness(fixture, "KeyRef");
        harness.Inbox.Faults.On(Gateway.KeyRef).Always(Fault.CloseFin().AndAccept());

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).SendAsync(new KeyRefSend(Number, "Shop", "hello", "h7k2m9x4qd") { UseGet = byGet }, Stop));
        var report = await Client(harness).GetReportAsync(Number, "h7k2m9x4qd", Stop);

        Assert.Equal(SmsErrorKind.ConnectionLost, thrown.Error.Kind);
        Assert.Single(harness.Inbox.Messages);
        Assert.True(report.IsFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetReportAsync_OnItsWay_FollowsTheMessage(bool byGet)
    {
        await using var harness = new Harness(fixture, "KeyRef", options => ((KeyRefOptions)options).UseGet = byGet);
        var client = Client(harness);
        await client.SendAsync(new KeyRefSend(Number, "Shop", "hello", "h7k2m9x4qd"), Stop);
        var message = harness.Inbox.Messages.Single();

        var pending = await client.GetReportAsync(Number, "h7k2m9x4qd", Stop);
        await harness.Inbox.ReportAsync(message, DeliveryState.Sent, cancellationToken: Stop);
        var sending = await client.GetReportAsync(Number, "h7k2m9x4qd", Stop);
        await harness.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Stop);
        var delivered = await client.GetReportAsync(Number, "h7k2m9x4qd", Stop);
        await harness.Inbox.ReportAsync(message, DeliveryState.Cancelled, cancellationToken: Stop);
        var deleted = await client.GetReportAsync(Number, "h7k2m9x4qd", Stop);
        var missing = await client.GetReportAsync(Number, "other00000", Stop);

        Assert.Equal(new KeyRefReport(IsFound: true) { Status = SmsDeliveryStatus.Queued, QueueStatus = "pending", QueueError = "0" }, pending);
        Assert.Equal(new KeyRefReport(IsFound: true) { Status = SmsDeliveryStatus.Sent, QueueStatus = "processed", QueueError = "0", DlrStatus = "sending", DlrError = "", Cost = 0.05m }, sending);
        Assert.Equal((SmsDeliveryStatus.Delivered, 0.05m), (delivered.Status, delivered.Cost));
        Assert.Equal((SmsDeliveryStatus.Unknown, true, false, true), (deleted.Status, deleted.IsFound, deleted.DlrExists, deleted.IsDeleted));
        Assert.Equal(new KeyRefReport(IsFound: false) { QueueStatus = "notfound" }, missing);
        Assert.All(harness.Inbox.Exchanges, exchange => Assert.Equal(byGet ? "GET" : "POST", exchange.Method));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetReportAsync_AddressRefused_IsAnErrorAndNotNotFound(bool asJson)
    {
        await using var harness = new Harness(fixture, "KeyRef");
        harness.Inbox.KeyRef = harness.Inbox.KeyRef with { AddressAllowed = false, ReportRefusalAsJson = asJson };

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).GetReportAsync(Number, "h7k2m9x4qd", Stop));

        Assert.Equal(SmsErrorKind.IpNotAllowed, thrown.Error.Kind);
        await Assert.ThrowsAsync<ArgumentException>(() => Client(harness).GetReportAsync("+46700111001", "h7k2m9x4qd", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Client(harness).GetReportAsync(Number, " ", Stop));
    }

    [Fact]
    public async Task GetReportAsync_ServerFailsTwice_IsAskedAgain()
    {
        await using var harness = new Harness(fixture, "KeyRef");
        harness.Inbox.Faults.OnAny(Gateway.KeyRef).Next(Fault.Html(502)).Then(Fault.CloseFin());

        var report = await Client(harness).GetReportAsync(Number, "h7k2m9x4qd", Stop);

        Assert.False(report.IsFound);
        Assert.Equal(3, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task StatusReader_SeveralMessages_AsksForEachByNumberAndReference()
    {
        await using var harness = new Harness(fixture, "KeyRef");
        var target = GatewayUnderTest.Of("KeyRef");
        var results = await harness.SendAsync(new(target.Number(1), "a"), new(target.Number(2), "b"), new(target.Number(3), "c"));
        var messages = results.Select(result => harness.Inbox.Messages.Single(message => message.Reference == result.Reference)).ToList();
        await harness.Inbox.ReportAsync(messages[1], DeliveryState.Delivered, cancellationToken: Stop);
        await harness.Inbox.ReportAsync(messages[2], DeliveryState.Undelivered, new ReportOptions { RawStatus = "Blacklisted:7" }, Stop);
        var reader = harness.Client.GetRequiredService<ISmsStatusReader>();

        var reports = await reader.GetStatusAsync([.. results.Select(SmsMessageHandle.Of), SmsMessageHandle.Of(results[0].MessageId!.Value), new("KeyRef", "other00000", results[0].Number)], Stop);

        Assert.Equal((SmsDeliveryStatus.Queued, false, "pending/-", null), Told(reports[0]));
        Assert.Equal((SmsDeliveryStatus.Delivered, true, "processed/delivered", new SmsPrice(0.05m)), Told(reports[1]));
        Assert.Equal((SmsDeliveryStatus.Rejected, true, "processed/Blacklisted 7", new SmsPrice(0.05m)), Told(reports[2]));
        Assert.Equal((SmsDeliveryStatus.Unknown, false, null, null), Told(reports[3]));
        Assert.Equal((SmsDeliveryStatus.Unknown, false, "notfound/-", null), Told(reports[4]));
        Assert.Equal(4, harness.Inbox.Exchanges.Count(exchange => exchange.Operation == Operation.Status));
    }

    [Fact]
    public async Task Features_ThatTheVendorLacks_AreRefusedByName()
    {
        await using var harness = new Harness(fixture, "KeyRef");

        foreach (var ask in new Func<object>[]
        {
            () => harness.Client.GetRequiredService<ISmsAccount>(), () => harness.Client.GetRequiredService<ISmsScheduler>(), () => harness.Client.GetRequiredService<INumberLookup>(),
            () => harness.Client.GetRequiredService<IVoiceClient>(), () => harness.Client.GetRequiredService<ISmsVerification>(), () => harness.Client.GetRequiredService<ISmsInbox>(),
        })
        {
            Assert.Contains("key/ref", Assert.Throws<NotSupportedException>(ask).Message);
        }
    }

    private static (SmsDeliveryStatus, bool, string?, SmsPrice?) Told(SmsStatusReport report) => (report.Status, report.IsFinal, report.RawStatus, report.Price);

    private static IKeyRefClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<IKeyRefClient>("KeyRef");
}
