namespace SmsGateway.Testing.Tests;

public sealed class OutcomeScriptTests
{
    private readonly FakeSmsClient _sms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_InTurn_TheLastGoesOn()
    {
        _sms.When.Any().RateLimit(TimeSpan.FromSeconds(3)).NotSent().Times(2).Reject(SmsErrorKind.RecipientBlocked, "55").Unknown(gatewayAccepted: true).Accept("0F2C", new SmsPrice(0.16m));

        List<SmsResult> results = [];
        for (var i = 0; i < 7; i++)
        {
            results.Add(await SendAsync());
        }

        Assert.Equal(
            [SmsOutcome.NotSent, SmsOutcome.NotSent, SmsOutcome.NotSent, SmsOutcome.Rejected, SmsOutcome.Unknown, SmsOutcome.Accepted, SmsOutcome.Accepted],
            results.Select(result => result.Outcome));
        Assert.Equal((SmsErrorKind.RateLimited, TimeSpan.FromSeconds(3)), (results[0].Error!.Kind, results[0].Error!.RetryAfter!.Value));
        Assert.Equal(SmsErrorKind.ConnectionFailed, results[1].Error!.Kind);
        Assert.Equal((SmsErrorKind.RecipientBlocked, "55", false), (results[3].Error!.Kind, results[3].Error!.GatewayCode, results[3].IsSafeToResend));
        Assert.Equal(SmsErrorKind.ConnectionLost, results[4].Error!.Kind);
        Assert.Equal(("0F2C", 0.16m), (results[5].MessageId!.Value.Id, results[5].Price!.Value.Amount));
        Assert.Equal([false, false, false, false, true, true, true], _sms.Sent.Select(message => message.GatewayAccepted));
        Assert.True(results[0].IsSafeToResend);
        Assert.False(results[4].IsSafeToResend);
        _sms.When.VerifyAllUsed();
    }

    [Fact]
    public async Task Rules_FirstThatFitsDecides_ThenTheNext()
    {
        _sms.When.To("+48 500 111 222").Reject(SmsErrorKind.InvalidRecipient).Times(1);
        _sms.When.Text("CODE").NotSent();
        _sms.When.Category(SmsCategory.Marketing).Unknown(gatewayAccepted: false);
        _sms.When.Match(message => message.From == "Shop").Reject(SmsErrorKind.InvalidSender);

        Assert.Equal(SmsErrorKind.InvalidRecipient, (await SendAsync("your code")).Error!.Kind);
        Assert.Equal(SmsErrorKind.ConnectionFailed, (await SendAsync("your code")).Error!.Kind);
        Assert.Equal(SmsErrorKind.ConnectionLost, (await _sms.SendAsync(new SmsMessage("+48500111222", "sale") { Category = SmsCategory.Marketing }, Stop)).Error!.Kind);
        Assert.Equal(SmsErrorKind.InvalidSender, (await _sms.SendAsync(new SmsMessage("+48500111222", "hello") { From = "Shop" }, Stop)).Error!.Kind);
        Assert.True((await SendAsync()).IsAccepted);
    }

    [Fact]
    public async Task Delay_FollowsTheFakesClock()
    {
        var time = new ManualTimeProvider();
        var sms = new FakeSmsClient(new FakeSmsOptions { Time = time });
        sms.When.Any().Delay(TimeSpan.FromSeconds(2)).Times(1).Accept();

        var sending = sms.SendAsync("+48500111222", "hello", Stop);
        await time.WaitForTimerAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True((await sending).IsAccepted);
        Assert.Equal(TimeSpan.FromSeconds(2), (await sending).Attempts[0].Duration);
        Assert.Equal(time.GetUtcNow(), sms.Sent[0].At);
    }

    [Fact]
    public async Task Throw_IsThrownAndRecorded()
    {
        var mistake = new ObjectDisposedException("client");
        _sms.When.Any().Throw(mistake);

        Assert.Same(mistake, await Assert.ThrowsAsync<ObjectDisposedException>(() => SendAsync()));
        Assert.Same(mistake, _sms.Sent[0].Thrown);
        Assert.False(_sms.Sent[0].GatewayAccepted);
    }

    [Fact]
    public async Task FailOnUnscripted_NoRule_Throws()
    {
        var sms = new FakeSmsClient(new FakeSmsOptions { FailOnUnscripted = true });
        sms.When.Text("code").Accept();

        Assert.True((await sms.SendAsync("+48500111222", "your code", Stop)).IsAccepted);
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => sms.SendAsync("+48500111222", "hello", Stop));
        Assert.DoesNotContain("500111222", thrown.Message);
    }

    [Fact]
    public async Task VerifyAllUsed_StepNobodyReached_SaysWhich()
    {
        _sms.When.To("+48500111222").NotSent().Times(2).Accept();
        await SendAsync();

        var thrown = Assert.Throws<SmsAssertionException>(_sms.When.VerifyAllUsed);

        Assert.Contains("NotSent ConnectionFailed, reached 1 of 2", thrown.Message);
        Assert.Contains("Accepted, reached 0 of 1", thrown.Message);
        Assert.DoesNotContain("500111222", thrown.Message);
    }

    [Fact]
    public void Times_BelowOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => _sms.When.Any().Accept().Times(0));

    private Task<SmsResult> SendAsync(string text = "hello") => _sms.SendAsync("+48500111222", text, Stop);
}
