using SmsGateway.Emulator;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SpeedSMS's neutral features against the emulator.</summary>
public sealed class SpeedSmsFeatureTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StatusReader_CallsOfSeveralRecipients_AsksOncePerCallAndSortsByNumber()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        var target = GatewayUnderTest.Of("SpeedSms");
        var results = await harness.Client.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, 150).Select(target.Number), "hello")], Stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages.Single(message => message.To == target.Number(7)), DeliveryState.Delivered, cancellationToken: Stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages.Single(message => message.To == target.Number(120)), DeliveryState.Undelivered, cancellationToken: Stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages.Single(message => message.To == target.Number(121)), DeliveryState.Sent, new ReportOptions { RawStatus = "3" }, Stop);

        var reports = await Reader(harness).GetStatusAsync([.. results.Select(SmsMessageHandle.Of)], Stop);

        Assert.Equal(2, harness.Inbox.Exchanges.Count(exchange => exchange.Operation == Operation.Status));
        Assert.Equal(results.Select(SmsMessageHandle.Of), reports.Select(report => report.Message));
        Assert.Equal((SmsDeliveryStatus.Delivered, true, "1"), Told(reports[7]));
        Assert.Equal((SmsDeliveryStatus.Undelivered, true, "2"), Told(reports[120]));
        Assert.Equal((SmsDeliveryStatus.Unknown, false, "3"), Told(reports[121]));
        Assert.Equal((SmsDeliveryStatus.Queued, false, "0"), Told(reports[0]));
    }

    [Fact]
    public async Task StatusReader_HandleWithoutNumber_IsAnsweredOnlyWhenTheCallHadOneRecipient()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        var target = GatewayUnderTest.Of("SpeedSms");
        var one = (await harness.SendAsync(new SmsMessage(target.Number(1), "one")))[0];
        var two = (await harness.SendAsync([.. SmsMessage.ToMany([target.Number(1), target.Number(2)], "two")]))[0];

        var reports = await Reader(harness).GetStatusAsync(
            [SmsMessageHandle.Of(one.MessageId!.Value), SmsMessageHandle.Of(two.MessageId!.Value), new("SpeedSms", Id: null, one.Number), new("SpeedSms", "404404", one.Number)], Stop);

        Assert.Equal([SmsDeliveryStatus.Queued, SmsDeliveryStatus.Unknown, SmsDeliveryStatus.Unknown, SmsDeliveryStatus.Unknown], reports.Select(report => report.Status));
        Assert.All(reports, report => Assert.False(report.IsFinal));
    }

    [Fact]
    public async Task Account_BalanceAndSenders_OnlyTheBalanceIsThere()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.SetBalance(Gateway.SpeedSms, 100_000.5m);
        var account = harness.Client.GetRequiredService<ISmsAccount>();

        Assert.Equal(new SmsBalance(100_000.5m, "VND"), await account.GetBalanceAsync(Stop));
        var thrown = await Assert.ThrowsAsync<NotSupportedException>(() => account.GetSendersAsync(Stop));
        Assert.Contains("SpeedSMS", thrown.Message);
    }

    [Fact]
    public async Task Voice_Code_IsReadAloudAndTold()
    {
        await using var harness = new Harness(fixture, "SpeedSms", options => ((SpeedSmsOptions)options).SmsType = SpeedSmsType.BrandName);

        var result = await Voice(harness).CallAsync("+84 900 111 001", "4711", Stop);

        PrintedText.Keep([result]);
        var call = Assert.Single(harness.Inbox.Messages);
        Assert.Equal((Channel.Voice, "4711", "+84900111001"), (call.Channel, call.Text, call.To));
        Assert.True(result.IsAccepted);
        Assert.Equal((SmsDeliveryStatus.Queued, new SmsMessageId("SpeedSms", call.GatewayId), new SmsPrice(400, "VND"), (int?)null), (result.Status, result.MessageId, result.Price, result.Segments));
        Assert.Single(result.Attempts);
        Assert.Equal("""{"to":"84900111001","content":"4711"}""", harness.Inbox.Exchanges.Single().RequestText);
    }

    [Theory]
    [InlineData("nobody", "1", SmsErrorKind.InvalidRecipient, 0)]
    [InlineData("+84900111001", " ", SmsErrorKind.InvalidContent, 0)]
    [InlineData("+84900110003", "1234", SmsErrorKind.InvalidRecipient, 1)]
    [InlineData("+84900110005", "1234", SmsErrorKind.InsufficientBalance, 1)]
    public async Task Voice_Refused_IsAResult(string to, string code, SmsErrorKind kind, int requests)
    {
        await using var harness = new Harness(fixture, "SpeedSms");

        var result = await Voice(harness).CallAsync(to, code, Stop);

        PrintedText.Keep([result]);
        Assert.Equal((SmsOutcome.Rejected, kind, to), (result.Outcome, result.Error!.Kind, result.To));
        Assert.Equal(requests, harness.Inbox.Exchanges.Count);
        Assert.Empty(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Voice_AnswerLost_IsUnknownAndRingsOnce()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Always(Fault.Reset().AndAccept());

        var result = await Voice(harness).CallAsync("+84900111001", "1234", Stop);

        Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.ConnectionLost, false), (result.Outcome, result.Error!.Kind, result.IsSafeToResend));
        Assert.Single(harness.Inbox.Messages);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Voice_Throttled_IsTriedAgain()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Next(Fault.Status(429));

        var result = await Voice(harness).CallAsync("+84900111001", "1234", Stop);

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal([SmsOutcome.NotSent, SmsOutcome.Accepted], result.Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task Voice_Cancelled_ThrowsWithWhatIsKnown()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Always(Fault.Hang().AndAccept());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var calling = Voice(harness).CallAsync("+84900111001", "1234", cancel.Token);
        await harness.Inbox.WaitForMessageAsync(cancellationToken: Stop);

        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(() => calling);
        Assert.Equal(SmsOutcome.Unknown, Assert.Single(thrown.PartialResult).Outcome);
        var before = await Assert.ThrowsAsync<SmsSendCanceledException>(() => Voice(harness).CallAsync("+84900111001", "1234", cancel.Token));
        Assert.Equal(SmsOutcome.NotSent, Assert.Single(before.PartialResult).Outcome);
        await Assert.ThrowsAsync<ArgumentNullException>(() => Voice(harness).CallAsync(null!, "1", Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Voice(harness).CallAsync("+84900111001", null!, Stop));
    }

    [Fact]
    public async Task Verification_CodeSentAndChecked_Works()
    {
        await using var harness = WithApp();
        var verification = harness.Client.GetRequiredService<ISmsVerification>();

        await verification.StartAsync("+84 900 111 001", "Mã: {code}.", Stop);
        var message = Assert.Single(harness.Inbox.Messages);
        var wrong = await verification.CheckAsync("+84900111001", "no", Stop);
        var right = await verification.CheckAsync("+84900111001", message.Code(), Stop);

        Assert.Equal($"Mã: {message.Code()}.", message.Text);
        Assert.Equal(new SmsVerificationResult(IsVerified: false, 2), wrong);
        Assert.Equal(new SmsVerificationResult(IsVerified: true, 1), right);
        Assert.All(harness.Inbox.Exchanges, exchange => Assert.Contains("\"0900111001\"", exchange.RequestText));
    }

    [Fact]
    public async Task Verification_WhatCannotWork_SaysSoBeforeAnyRequest()
    {
        await using var harness = WithApp();
        await using var bare = new Harness(fixture, "SpeedSms");
        var verification = harness.Client.GetRequiredService<ISmsVerification>();

        await Assert.ThrowsAsync<ArgumentException>(() => verification.StartAsync("0900111001", "{code}", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => verification.StartAsync("+84900111001", "no place", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => verification.CheckAsync("x", "1", Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => verification.CheckAsync("+84900111001", null!, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => verification.StartAsync(null!, "{code}", Stop));
        var thrown = await Assert.ThrowsAsync<SmsException>(() => bare.Client.GetRequiredService<ISmsVerification>().StartAsync("+84900111001", "{code}", Stop));

        Assert.Contains("AppId", thrown.Error.Message);
        Assert.Empty(harness.Inbox.Exchanges);
        Assert.Empty(bare.Inbox.Exchanges);
    }

    [Fact]
    public async Task Verification_NumberRefused_Throws()
    {
        await using var harness = WithApp();

        var thrown = await Assert.ThrowsAnyAsync<SmsException>(() => harness.Client.GetRequiredService<ISmsVerification>().StartAsync("+84200111001", "{code}", Stop));

        Assert.Equal(SmsErrorKind.InvalidRecipient, thrown.Error.Kind);
    }

    [Fact]
    public async Task Features_ThatTheVendorLacks_AreRefusedByName()
    {
        await using var harness = new Harness(fixture, "SpeedSms");

        foreach (var ask in new Func<object>[]
        {
            () => harness.Client.GetRequiredService<ISmsScheduler>(), () => harness.Client.GetRequiredService<INumberLookup>(), () => harness.Client.GetRequiredService<ISmsInbox>(),
        })
        {
            Assert.Contains("SpeedSMS", Assert.Throws<NotSupportedException>(ask).Message);
        }
    }

    [Fact]
    public async Task Extras_Type_IsHonouredAndSurvivesJson()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        var message = new SmsMessage("+84900111001", "hello").With(new SpeedSmsExtras { SmsType = SpeedSmsType.FixedNumber });
        var travelled = System.Text.Json.JsonSerializer.Deserialize(System.Text.Json.JsonSerializer.Serialize(message, SmsJsonContext.Default.SmsMessage), SmsJsonContext.Default.SmsMessage)!;

        await harness.SendAsync(travelled);

        Assert.Equal("6", harness.Inbox.Messages.Single().Extras["sms_type"]);
    }

    private Harness WithApp() => new(fixture, "SpeedSms", options => ((SpeedSmsOptions)options).AppId = "APPID");

    private static ISmsStatusReader Reader(Harness harness) => harness.Client.GetRequiredService<ISmsStatusReader>();

    private static IVoiceClient Voice(Harness harness) => harness.Client.GetRequiredService<IVoiceClient>();

    private static (SmsDeliveryStatus, bool, string?) Told(SmsStatusReport report) => (report.Status, report.IsFinal, report.RawStatus);
}
