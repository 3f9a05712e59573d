namespace SmsGateway.Testing.Tests;

public sealed class FakeSmsClientTests
{
    private readonly FakeSmsClient _sms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_Unscripted_IsAcceptedAndRecorded()
    {
        var result = await _sms.SendAsync("+48 500 111 222", "Your code is 482910", Stop);

        Assert.True(result.IsAccepted);
        Assert.Null(result.Error);
        Assert.NotNull(result.MessageId);
        Assert.Matches("^[a-z0-9]{10,20}$", result.Reference);
        Assert.Single(result.Attempts);
        var sent = Assert.Single(_sms.Sent);
        Assert.Equal((1, 1, "fake", 1), (sent.Sequence, sent.Call, sent.Account, sent.Segments));
        Assert.Equal("+48500111222", sent.Number!.Value.Value);
        Assert.Equal(SmsEncoding.Gsm7, sent.Encoding);
        Assert.Same(result, sent.Result);
        Assert.True(sent.GatewayAccepted);
    }

    [Fact]
    public async Task Send_Batch_HasResultsInOrderAndOneCall()
    {
        var results = await _sms.SendAsync([.. SmsMessage.ToMany(["+48500111001", "nobody", "+48500111003"], "hello")], Stop);

        Assert.Equal([0, 1, 2], results.Select(result => result.Index));
        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Rejected, SmsOutcome.Accepted], results.Select(result => result.Outcome));
        Assert.Equal([1L, 1L, 1L], _sms.Sent.Select(message => message.Call));
        Assert.Equal(2, _sms.Sent.Accepted.Count);
    }

    public static TheoryData<string, SmsErrorKind> Unfit => new()
    {
        { "number", SmsErrorKind.InvalidRecipient },
        { "text", SmsErrorKind.InvalidContent },
        { "half", SmsErrorKind.InvalidContent },
        { "segments", SmsErrorKind.TextTooLong },
        { "unicode", SmsErrorKind.EncodingNotSupported },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task Send_WhatARealClientRefuses_IsRefused(string what, SmsErrorKind kind)
    {
        var good = new SmsMessage("+48500111222", "hello");
        var result = await _sms.SendAsync(
            what switch
            {
                "number" => good with { To = "12" },
                "text" => good with { Text = " " },
                "half" => good with { Text = "half \uD83D" },
                "segments" => good with { Text = new string('x', 161), MaxSegments = 1 },
                _ => good with { Text = "ąęś", UnicodePolicy = SmsUnicodePolicy.Reject },
            },
            Stop);

        Assert.Equal((SmsOutcome.Rejected, kind), (result.Outcome, result.Error!.Kind));
        Assert.Empty(result.Attempts);
        Assert.False(_sms.Sent[0].GatewayAccepted);
    }

    [Fact]
    public async Task Send_SameReferenceTwiceInACall_RejectsTheSecond()
    {
        var message = new SmsMessage("+48500111222", "hello") { Reference = "order00004815" };

        var results = await _sms.SendAsync([message, message], Stop);

        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Rejected], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task Send_CapabilityTakenAway_IsNotSupported()
    {
        var sms = new FakeSmsClient(new FakeSmsOptions { Capabilities = SmsCapabilities.Sender });

        var result = await sms.SendAsync(new SmsMessage("+48500111222", "hello") { SendAt = DateTimeOffset.UtcNow.AddHours(1) }, Stop);

        Assert.Equal(SmsErrorKind.NotSupported, result.Error!.Kind);
        Assert.Contains("SendAt", result.Error.Message);
    }

    [Fact]
    public async Task Send_DryRun_IsSimulated() =>
        Assert.True((await _sms.SendAsync(new SmsMessage("+48500111222", "hello") { DryRun = true }, Stop)).IsSimulated);

    [Fact]
    public async Task Send_DefaultCountryCode_ReadsNationalNumbers()
    {
        var sms = new FakeSmsClient(new FakeSmsOptions { DefaultCountryCode = "48" });

        Assert.True((await sms.SendAsync("500 111 222", "hello", Stop)).IsAccepted);
        Assert.Equal("+48500111222", sms.Sent[0].Number!.Value.Value);
    }

    [Fact]
    public async Task Send_CancelledBefore_ThrowsAsTheRealClientDoes()
    {
        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(
            () => _sms.SendAsync([new SmsMessage("+48500111222", "hello")], new CancellationToken(canceled: true)));

        Assert.Equal((SmsOutcome.NotSent, SmsErrorKind.Canceled), (thrown.PartialResult[0].Outcome, thrown.PartialResult[0].Error!.Kind));
        Assert.Empty(_sms.Sent.Accepted);
    }

    [Fact]
    public async Task Send_CancelledUnderWay_IsUnknown()
    {
        var time = new ManualTimeProvider();
        var sms = new FakeSmsClient(new FakeSmsOptions { Time = time });
        sms.When.Any().Delay(TimeSpan.FromSeconds(30));
        using var cancel = new CancellationTokenSource();
        var sending = sms.SendAsync([new SmsMessage("+48500111222", "hello")], cancel.Token);
        await time.WaitForTimerAsync(Stop);

        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(() => sending);
        Assert.Equal(SmsOutcome.Unknown, thrown.PartialResult[0].Outcome);
    }

    [Fact]
    public async Task Send_NullMessages_Throws()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _sms.SendAsync((IReadOnlyList<SmsMessage>)null!, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _sms.SendAsync([null!], Stop));
        Assert.Empty(_sms.Sent);
    }

    [Fact]
    public async Task Reconcile_UnknownResults_TellsWhatTheGatewayReallyHas()
    {
        _sms.When.To("+48500111001").Unknown(gatewayAccepted: true);
        _sms.When.To("+48500111002").Unknown(gatewayAccepted: false);
        SmsMessage[] messages = [new("+48500111001", "hello"), new("+48500111002", "hello"), new("+48500111003", "hello")];
        var results = await _sms.SendAsync(messages, Stop);

        var found = await _sms.GetRequiredService<ISmsReconciler>().ReconcileAsync([.. messages.Zip(results, SmsInDoubt.Of)], Stop);

        Assert.Equal([SmsOutcome.Unknown, SmsOutcome.Unknown, SmsOutcome.Accepted], results.Select(result => result.Outcome));
        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Unknown, SmsOutcome.Accepted], found.Select(result => result.Outcome));
        Assert.Equal([false, true, false], found.Select(result => result.IsProbablyNotSent));
    }

    [Fact]
    public void GetService_Offered_IsFound()
    {
        var info = _sms.GetRequiredService<SmsGatewayInfo>();
        Assert.True(info.Has(SmsCapabilities.Schedule));
        Assert.Null(_sms.GetService<ISmsAccount>());

        _sms.Offer<ISmsAccount>(new Account());

        Assert.IsType<Account>(_sms.GetService<ISmsAccount>());
        Assert.IsType<Account>(_sms.For("pl").GetService<ISmsAccount>());
        Assert.Same(_sms, _sms.For("pl").GetService<FakeSmsClient>());
    }

    [Fact]
    public async Task Reset_ForgetsMessagesAndScript()
    {
        _sms.When.Any().Reject(SmsErrorKind.RecipientBlocked);
        await _sms.SendAsync("+48500111222", "hello", Stop);

        _sms.Reset();

        Assert.Empty(_sms.Sent);
        Assert.True((await _sms.SendAsync("+48500111222", "hello", Stop)).IsAccepted);
    }

    [Fact]
    public async Task Send_FromManyThreads_RecordsEachOnce()
    {
        await Parallel.ForAsync(0, 500, Stop, async (i, stop) => await _sms.SendAsync($"+48500{i:D6}", "hello", stop));

        Assert.Equal(500, _sms.Sent.Select(message => message.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), _sms.Sent.Select(message => message.Sequence));
    }

    private sealed class Account : ISmsAccount
    {
        public Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken = default) => Task.FromResult(new SmsBalance(12.5m, "PLN"));

        public Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<SmsSender>>([]);
    }
}
