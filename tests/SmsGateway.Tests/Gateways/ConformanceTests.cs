using System.Diagnostics;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>What every gateway must show, over real sockets.</summary>
public sealed class ConformanceTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_OneMessage_IsAcceptedAsWritten(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);

        var result = (await harness.SendAsync(new SmsMessage(target.Number(1), "Your code is 482910")))[0];

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Null(result.Error);
        Assert.Equal(gateway, result.Account);
        Assert.Equal(target.Number(1), result.Number!.Value.Value);
        Assert.Equal(SmsDeliveryStatus.Queued, result.Status);
        Assert.Equal(1, result.Segments);
        Assert.Matches("^[a-z0-9]{10,20}$", result.Reference);
        Assert.Equal(gateway, result.MessageId?.Account);
        Assert.Single(result.Attempts);
        var message = Assert.Single(harness.Inbox.Messages);
        Assert.Equal(target.Number(1), message.To);
        Assert.Equal("Your code is 482910", message.Text);
        var exchange = Assert.Single(harness.Inbox.Exchanges);
        Assert.Equal("POST", exchange.Method);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_TextsThatBreakEncodings_ArriveAsWritten(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        string[] texts =
        [
            "a&b=c%d+e#f;g?h/i\\j\"k'l<m>n", "100% + 5 & more", "https://x.example/?a=1&b=2#c", "zażółć gęślą jaźń", "Привіт, як справи?", "Xin chào, mã của bạn", "Olá, não é você?",
            "tab\tline\nline", "€ {braces} [brackets] ~ ^ |", "{\"json\":true}", "  spaces  around  ",
        ];
        if (target.Gateway is not Emulator.Gateway.SmsClub)
        {
            texts = [.. texts, "emoji 👍🏽 👨‍👩‍👧 🇵🇱"];
        }

        await using var harness = new Harness(fixture, gateway);

        var results = await harness.SendAsync([.. texts.Select((text, i) => new SmsMessage(target.Number(i), text))]);

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        foreach (var (text, i) in texts.Select((text, i) => (text, i)))
        {
            Assert.Equal(text, harness.Inbox.Messages.Single(message => message.To == target.Number(i)).Text);
        }
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_BulkOfOneText_TakesTheFewestRequestsAndKeepsTheOrder(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        var count = target.BulkSize == 1 ? 7 : 250;
        await using var harness = new Harness(fixture, gateway);

        var results = await harness.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, count).Select(target.Number), "Sale!")]);

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal(Enumerable.Range(0, count).Select(target.Number), results.Select(result => result.To));
        Assert.Equal(Enumerable.Range(0, count), results.Select(result => result.Index));
        Assert.Equal((count + target.BulkSize - 1) / target.BulkSize, harness.Inbox.Exchanges.Count);
        Assert.Equal(count, harness.Inbox.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_SomeMessagesUnfit_RejectsThoseAloneBeforeAnyRequest(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        var good = target.Number(1);

        var results = await harness.SendAsync(
            new SmsMessage("12", "hello"),
            new SmsMessage(good, ""),
            new SmsMessage(good, " \r\n\uFEFF"),
            new SmsMessage(good, "half \uD83D of it"),
            new SmsMessage(good + "\r\nX: y", "hello"),
            new SmsMessage(good, "hello") { From = "Shop\nX" },
            new SmsMessage(good, "hello") { Reference = "a\0b" },
            new SmsMessage(good, "hello") { Reference = "a|b,c" },
            new SmsMessage(good, new string('x', 100_000)),
            new SmsMessage(good, "two segments " + new string('x', 160)) { MaxSegments = 1 },
            new SmsMessage(good, "ąęś") { UnicodePolicy = SmsUnicodePolicy.Reject },
            new SmsMessage(good, "hello") { SendAt = DateTimeOffset.UtcNow.AddDays(-1) },
            new SmsMessage(good, "hello") { Validity = TimeSpan.FromSeconds(-1) },
            new SmsMessage(good, "hello") { Account = "somebody-else" },
            new SmsMessage(good, "the good one"));

        Assert.Equal(
            [
                SmsErrorKind.InvalidRecipient, SmsErrorKind.InvalidContent, SmsErrorKind.InvalidContent, SmsErrorKind.InvalidContent, SmsErrorKind.InvalidRecipient,
                SmsErrorKind.InvalidSender, SmsErrorKind.InvalidRequest,
                target.Gateway is Emulator.Gateway.SpeedSms or Emulator.Gateway.SmsClub ? null : SmsErrorKind.InvalidRequest,
                SmsErrorKind.TextTooLong, SmsErrorKind.TextTooLong, SmsErrorKind.EncodingNotSupported, SmsErrorKind.InvalidRequest,
                target.Gateway is Emulator.Gateway.SmsApi or Emulator.Gateway.SmsClub ? SmsErrorKind.InvalidRequest : SmsErrorKind.NotSupported,
                SmsErrorKind.InvalidRequest, null,
            ],
            results.Select(result => result.Error?.Kind));
        Assert.All(results.NotAccepted, result => Assert.Equal(SmsOutcome.Rejected, result.Outcome));
        Assert.All(results.NotAccepted, result => Assert.Empty(result.Attempts));
        Assert.True(results[14].IsAccepted);
        Assert.Equal(results.Count(result => result.IsAccepted), harness.Inbox.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_OptionTheVendorLacks_IsRejectedByName(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        var info = harness.Client.GetRequiredService<SmsGatewayInfo>();
        var plain = new SmsMessage(target.Number(1), "hello");
        (SmsCapabilities Needs, SmsMessage Message, string Option)[] cases =
        [
            (SmsCapabilities.Schedule, plain with { SendAt = DateTimeOffset.UtcNow.AddHours(2) }, "SendAt"),
            (SmsCapabilities.Validity, plain with { Validity = TimeSpan.FromHours(2) }, "Validity"),
            (SmsCapabilities.Flash, plain with { Flash = true }, "Flash"),
            (SmsCapabilities.DryRun, plain with { DryRun = true }, "DryRun"),
            (SmsCapabilities.DeliveryReportUrl, plain with { DeliveryReportUrl = new Uri("https://shop.example/r") }, "DeliveryReportUrl"),
            (SmsCapabilities.Sender, plain with { From = "Shop" }, "From"),
        ];

        var results = await harness.SendAsync([.. cases.Select(item => item.Message)]);

        foreach (var ((needs, _, option), result) in cases.Zip(results))
        {
            if (info.Has(needs))
            {
                Assert.True(result.IsAccepted, $"{option}: {result}");
                Assert.Equal(option == "DryRun", result.IsSimulated);
                Assert.Equal(option == "SendAt" ? SmsDeliveryStatus.Scheduled : SmsDeliveryStatus.Queued, result.Status);
            }
            else
            {
                Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.NotSupported), (result.Outcome, result.Error!.Kind));
                Assert.Contains(info.DisplayName, result.Error.Message);
                Assert.Contains(option, result.Error.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_MixedWithNumbersTheGatewayRefuses_TellsEachItsOwn(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        string[] to = [target.Number(1), target.Magic("0003"), target.Number(2), target.Magic("0003"), target.Number(3)];

        var results = await harness.SendAsync([.. SmsMessage.ToMany(to, "hello")]);

        bool[] accepted = [true, false, true, false, true];
        Assert.Equal(accepted, results.Select(result => result.IsAccepted));
        Assert.All(results.NotAccepted, result => Assert.Equal(SmsOutcome.Rejected, result.Outcome));
        Assert.Equal(3, harness.Inbox.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_SameNumberTwice_IsReportedTwice(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);

        var results = await harness.SendAsync(new SmsMessage(target.Number(1), "hello"), new SmsMessage(target.Number(1), "hello"), new SmsMessage(target.Number(2), "hello"));

        Assert.True(results.AllAccepted, string.Join('\n', results.NotAccepted));
        Assert.Equal(3, harness.Inbox.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_WrongCredentials_IsTheAccountsFault(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        harness.Inbox.Faults.On().Always(Fault.Unauthorized());

        var result = (await harness.SendAsync(new SmsMessage(target.Number(1), "hello")))[0];

        Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.AuthenticationFailed, SmsErrorScope.Account), (result.Outcome, result.Error!.Kind, result.Error.Scope));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_BadCredentialsInAMultiRequestCall_StopsHammering(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway, options => options.MaxParallelRequests = 1);
        harness.Inbox.Faults.On().Always(Fault.Unauthorized());

        var results = await harness.SendAsync([.. Enumerable.Range(0, 5).Select(i => new SmsMessage(target.Number(i), "hello") { Validity = null, From = target.HasSender ? $"Shop{i}" : null, Flash = !target.HasSender && i % 2 == 0 })]);

        Assert.All(results, result => Assert.Equal(SmsErrorKind.AuthenticationFailed, result.Error!.Kind));
        Assert.All(results, result => Assert.True(result.Outcome is SmsOutcome.Rejected or SmsOutcome.NotSent));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_Throttled_WaitsAndIsAccepted(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        harness.Inbox.Faults.On().Next(Fault.RateLimited(null)).Then(Fault.RateLimitedRaw("soon"));
        if (target.Gateway == Emulator.Gateway.SmsClub)
        {
            harness.Inbox.Faults.Clear();
            harness.Inbox.Faults.On().Next(Fault.RateLimitedRaw("0.01")).Then(Fault.RateLimitedRaw("0.01"));
        }

        var result = (await harness.SendAsync(new SmsMessage(target.Number(1), "hello")))[0];

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal([SmsOutcome.NotSent, SmsOutcome.NotSent, SmsOutcome.Accepted], result.Attempts.Select(attempt => attempt.Outcome));
        Assert.Single(harness.Inbox.Messages);
        harness.Inbox.Faults.VerifyAllUsed();
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_CancelledWhileUnderWay_ThrowsWithWhatIsKnown(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        harness.Inbox.Faults.On().Always(Fault.Hang().AndAccept());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var sending = harness.Client.SendAsync([new SmsMessage(target.Number(1), "hello")], cancel.Token);
        await harness.Inbox.WaitForMessageAsync(cancellationToken: Stop);

        await cancel.CancelAsync();
        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(() => sending);

        PrintedText.Keep(thrown);
        var result = thrown.PartialResult[0];
        Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.Canceled), (result.Outcome, result.Error!.Kind));
        Assert.NotNull(result.Reference);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_CancelledBefore_SendsNothing(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);

        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(
            () => harness.Client.SendAsync([new SmsMessage(target.Number(1), "hello"), new SmsMessage("bad", "hello")], new CancellationToken(canceled: true)));

        Assert.Equal([SmsOutcome.NotSent, SmsOutcome.Rejected], thrown.PartialResult.Select(result => result.Outcome));
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_ThousandInParallel_LosesAndDoublesNone(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);

        var results = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => harness.Client.SendAsync(new SmsMessage(target.Number(i), "hello"), Stop)));

        Assert.All(results, result => Assert.True(result.IsAccepted, result.ToString()));
        Assert.Equal(1_000, harness.Inbox.Messages.Select(message => message.To).Distinct().Count());
        Assert.Equal(1_000, harness.Inbox.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_Stream_GivesResultsInOrderAndNumbersThem(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway);
        List<SmsResult> results = [];

        await foreach (var result in harness.Client.SendAsync(Messages(), window: 20, Stop))
        {
            results.Add(result);
        }

        Assert.Equal(Enumerable.Range(0, 65), results.Select(result => result.Index));
        Assert.Equal(Enumerable.Range(0, 65).Select(target.Number), results.Select(result => result.To));
        Assert.All(results, result => Assert.True(result.IsAccepted));

        async IAsyncEnumerable<SmsMessage> Messages()
        {
            for (var i = 0; i < 65; i++)
            {
                await Task.Yield();
                yield return new SmsMessage(target.Number(i), "hello");
            }
        }
    }

    [Fact]
    public async Task Send_TwentyFiveThousandMessagesOfFortyTexts_TakesFortyRequests()
    {
        var target = GatewayUnderTest.Of("SmsApi");
        await using var harness = new Harness(fixture, "SmsApi");
        var messages = Enumerable.Range(0, 25_000).Select(i => new SmsMessage(target.Number(i), $"Text number {i % 40} of our mailing")).ToList();
        var clock = Stopwatch.StartNew();

        var results = await harness.Client.SendAsync(messages, Stop);

        TestContext.Current.TestOutputHelper?.WriteLine($"25,000 messages in {clock.Elapsed.TotalMilliseconds:F0} ms");
        Assert.True(results.AllAccepted);
        Assert.Equal(messages.Select(message => message.To), results.Select(result => result.To));
        Assert.Equal(40, harness.Inbox.Exchanges.Count);
        Assert.Equal(25_000, results.Select(result => result.MessageId).Distinct().Count());
        Assert.Equal(25_000, harness.Inbox.Messages.Count);
        var byNumber = harness.Inbox.Messages.ToDictionary(message => message.To);
        Assert.All(results, result => Assert.Equal(messages[result.Index].Text, byNumber[result.To].Text));
        Assert.All(results, result => Assert.Equal(result.MessageId!.Value.Id, byNumber[result.To].GatewayId));
    }
}
