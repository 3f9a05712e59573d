using System.Globalization;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Push;

/// <summary>Delivery reports in each vendor's form, once, twice, early, late, in batches, repeated, and wrong on purpose.</summary>
public sealed class ReportTests(ClockFixture fixture) : IClassFixture<ClockFixture>, IAsyncLifetime
{
    private Receiver _receiver = null!;

    private string Now => fixture.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task SmsApi_OneMessage_IsAGetWithCommaLists()
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, "447700900101", "x", "order1842"));
        var message = caller.Inbox.Messages[0];

        var attempt = await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Caller.Token);

        var push = await _receiver.NextAsync();
        Assert.Equal("GET", push.Method);
        Assert.Equal($"MsgId={message.GatewayId}&status=404&status_name=DELIVERED&idx=order1842&donedate={Now}&username=example&points=0.1650&to=447700900101&mcc=234&mnc=15", push.Query);
        Assert.True(attempt.IsAcknowledged);
        Assert.Equal((200, "OK", 1), (attempt.Status, attempt.Answer, attempt.Attempt));
        Assert.Equal(attempt, Assert.Single(caller.Inbox.Webhooks));
        Assert.Equal(DeliveryState.Delivered, message.State);
    }

    [Fact]
    public async Task SmsApi_SevenMessages_GoInFivesWithEncodedCommas()
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, string.Join(',', Enumerable.Range(0, 7).Select(i => $"44770090010{i}")), "x", "a|b|c|d|e|f|g"));

        await caller.Inbox.ReportAsync(caller.Inbox.Messages, DeliveryState.Undelivered, cancellationToken: Caller.Token);

        var pushes = _receiver.Pushes.ToList();
        Assert.Equal(2, pushes.Count);
        Assert.Contains("status=405%2C405%2C405%2C405%2C405&", pushes[0].Query, StringComparison.Ordinal);
        Assert.Contains("idx=f%2Cg&", pushes[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SmsApi_ScheduledReports_OfOneRequestGoTogether()
    {
        using var caller = Open(Gateway.SmsApi);
        caller.Inbox.Delivery = DeliverySchedule.After(TimeSpan.FromSeconds(3));
        await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, string.Join(',', Enumerable.Range(0, 7).Select(i => $"44770090010{i}")), "x", "a|b|c|d|e|f|g"));

        fixture.Clock.Advance(TimeSpan.FromSeconds(3));
        await _receiver.NextAsync();
        await _receiver.NextAsync();

        Assert.Equal([2, 5], _receiver.Pushes.Select(push => push.Query.Split('&')[0].Split("%2C").Length).Order());
    }

    [Fact]
    public async Task Report_Late_WaitsByTheClock()
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.SendAsync(Gateway.SmsApi);

        var report = caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, new(Delay: TimeSpan.FromMinutes(5)), Caller.Token);
        Assert.False(report.IsCompleted);
        fixture.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True((await report).IsAcknowledged);
    }

    [Fact]
    public async Task SmsApi_NotifyUrl_WinsOverTheInbox()
    {
        using var caller = Open(Gateway.SmsApi);
        caller.Inbox.WebhookTargets[Gateway.SmsApi] = new("http://127.0.0.1:1/");
        var request = caller.Form("sms.do", ("to", "447700900101"), ("message", "x"), ("notify_url", _receiver.Url + "?own=1"));
        await caller.TextAsync(request.With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));

        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.StartsWith("own=1&MsgId=", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SmsApi_AnythingButOk_IsRepeated()
    {
        using var caller = Open(Gateway.SmsApi);
        _receiver.Answering((500, ""), (200, "fine"), (200, " OK\n"));
        await caller.SendAsync(Gateway.SmsApi);

        var attempt = await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, new(Retry: new(5, TimeSpan.Zero)), Caller.Token);

        Assert.Equal(3, attempt.Attempt);
        Assert.Equal([false, false, true], caller.Inbox.Webhooks.Select(each => each.IsAcknowledged));
    }

    [Fact]
    public async Task SpeedSms_Report_IsJsonWithNumbersAndTheLocalPhone()
    {
        using var caller = Open(Gateway.SpeedSms);
        await caller.SendAsync(Gateway.SpeedSms);
        var message = caller.Inbox.Messages[0];

        await caller.Inbox.ReportAsync(message, DeliveryState.Undelivered, cancellationToken: Caller.Token);

        var push = await _receiver.NextAsync();
        Assert.Equal(("POST", "application/json"), (push.Method, push.ContentType));
        Assert.Equal($$"""{"type":"report","tranId":{{message.GatewayId}},"phone":"0900000100","status":69}""", push.Body);
        await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, new() { RawStatus = "63", Tamper = WebhookTamper.NumbersAsText }, Caller.Token);
        Assert.EndsWith("\"status\":\"63\"}", (await _receiver.NextAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpeedMarket_Report_IsAGetWithRawColons()
    {
        using var caller = Open(Gateway.SpeedMarket);
        await caller.TextAsync(caller.SendRequest(Gateway.SpeedMarket, "11900000101", "x", "abc123"));
        var message = caller.Inbox.Messages[0];

        await caller.Inbox.ReportAsync(message, DeliveryState.Sent, cancellationToken: Caller.Token);

        var date = fixture.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3)).ToString("yyyy-MM-dd+HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Equal($"campaign_id=abc123&id={message.GatewayId}&status=0&date={date}&carrier=Vivo+-+Celular", (await _receiver.NextAsync()).Query);
        var silent = await caller.Inbox.ReportAsync(message, DeliveryState.Queued, cancellationToken: Caller.Token);
        Assert.NotNull(silent.Error);
        Assert.Single(_receiver.Pushes);
    }

    [Theory]
    [InlineData(Gateway.SmsClub)]
    [InlineData(Gateway.KeyRef)]
    public async Task PolledGateways_PushNothing_ButTheStateChanges(Gateway gateway)
    {
        using var caller = Open(gateway);
        await caller.SendAsync(gateway);

        var attempt = await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.Contains("no reports", attempt.Error, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Delivered, caller.Inbox.Messages[0].State);
        Assert.Empty(_receiver.Pushes);
    }

    [Fact]
    public async Task NoTarget_Report_SaysSo()
    {
        using var caller = fixture.Open();
        await caller.SendAsync(Gateway.SmsApi);

        var attempt = await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.StartsWith("no target", attempt.Error, StringComparison.Ordinal);
        Assert.Empty(caller.Inbox.Webhooks);
    }

    [Fact]
    public async Task Times_PerSegment_AndDuplicates_Multiply()
    {
        using var caller = Open(Gateway.SpeedSms);
        await caller.SendAsync(Gateway.SpeedSms, text: new string('x', 161));

        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, new(Times: 2, PerSegment: true), Caller.Token);

        Assert.Equal(4, _receiver.Pushes.Count);
        Assert.Single(_receiver.Pushes.Distinct());
    }

    [Fact]
    public async Task Schedule_Steps_ComeAtTheirTimeAndOutOfOrder()
    {
        using var caller = Open(Gateway.SmsApi);
        caller.Inbox.Delivery = DeliverySchedule.Steps(
            new(DeliveryState.Delivered, TimeSpan.FromSeconds(10)),
            new(DeliveryState.Sent, TimeSpan.FromSeconds(20)) { Times = 2 });
        await caller.SendAsync(Gateway.SmsApi);

        Assert.Empty(_receiver.Pushes);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("DELIVERED", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("SENT", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
        Assert.Contains("SENT", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_VendorRetry_GoesOnByTheClock()
    {
        using var caller = Open(Gateway.SmsApi);
        _receiver.Answering((503, ""));
        caller.Inbox.Delivery = DeliverySchedule.After(TimeSpan.FromSeconds(1));
        await caller.SendAsync(Gateway.SmsApi);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await _receiver.NextAsync();
        await caller.Inbox.Webhooks.WaitAsync(cancellationToken: Caller.Token);

        // The attempt is recorded just before the pause begins; a clock that moves in between would be missed.
        for (var i = 0; i < 100 && _receiver.Pushes.Count < 2; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(60));
            await Task.Delay(10, Caller.Token);
        }

        Assert.True((await caller.Inbox.Webhooks.WaitAsync(attempt => attempt.Attempt == 2, cancellationToken: Caller.Token)).IsAcknowledged);
    }

    [Fact]
    public async Task BeforeResponse_Schedule_ReportIsFirst()
    {
        using var caller = Open(Gateway.SmsApi);
        caller.Inbox.Delivery = DeliverySchedule.BeforeResponse();
        Task<HttpResponseMessage>? send = null;
        var wasWaiting = false;
        _receiver.Meanwhile = () =>
        {
            wasWaiting = send is { IsCompleted: false };
            return Task.CompletedTask;
        };

        send = caller.SendAsync(Gateway.SmsApi);
        using var response = await send;

        Assert.True(wasWaiting);
        Assert.Single(_receiver.Pushes);
    }

    [Fact]
    public async Task Report_WhileTheReplyIsLate_WaitsUnlessTold()
    {
        using var caller = Open(Gateway.SmsApi);
        caller.Inbox.Faults.On().Next(Fault.Latency(TimeSpan.FromMilliseconds(150)));
        var send = caller.SendAsync(Gateway.SmsApi);
        var message = await caller.Inbox.WaitForMessageAsync(cancellationToken: Caller.Token);

        await caller.Inbox.ReportAsync(message, DeliveryState.Sent, new(BeforeResponse: true), Caller.Token);
        Assert.False(send.IsCompleted);
        await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Caller.Token);
        using var response = await send;

        Assert.Equal(2, _receiver.Pushes.Count);
    }

    [Fact]
    public async Task TestAndWithdrawnMessages_AreNeverReported()
    {
        using var caller = Open(Gateway.SmsApi);
        caller.Inbox.Delivery = DeliverySchedule.After(TimeSpan.FromSeconds(5));
        var token = Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken);
        await caller.TextAsync(caller.Form("sms.do", ("to", "447700900101"), ("message", "x"), ("test", "1")).With(token));
        var later = fixture.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await caller.TextAsync(caller.Form("sms.do", ("to", "447700900102"), ("message", "x"), ("date", later)).With(token));
        await caller.TextAsync(caller.Form("sms.do", ("sch_del", caller.Inbox.Messages[1].GatewayId)).With(token));

        fixture.Clock.Advance(TimeSpan.FromHours(2));

        await Task.Delay(30, Caller.Token);
        Assert.Empty(_receiver.Pushes);
    }

    [Theory]
    [InlineData(WebhookTamper.UnknownMessage, "MsgId=1%2C1&")]
    [InlineData(WebhookTamper.UnknownStatus, "status=499%2C499&status_name=BRAND_NEW%2CBRAND_NEW&")]
    [InlineData(WebhookTamper.MisprintedName, "Msgld=")]
    [InlineData(WebhookTamper.ShortLists, "&status=404&")]
    [InlineData(WebhookTamper.SingleValues, "&username=example&points=0.1650&")]
    [InlineData(WebhookTamper.BlankTime, "&donedate=%2C&")]
    [InlineData(WebhookTamper.OtherNumberForm, "&to=%2B447700900101%2C%2B447700900102&")]
    public async Task SmsApi_Tampered_ShowsIt(WebhookTamper tamper, string part)
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, "447700900101,447700900102", "x", "a|b"));

        await caller.Inbox.ReportAsync(caller.Inbox.Messages, DeliveryState.Delivered, new(Tamper: tamper), Caller.Token);

        Assert.Contains(part, (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("411", "status=411&status_name=RENEWAL&")]
    [InlineData("RENEWAL", "status=411&status_name=RENEWAL&")]
    [InlineData("477", "status=477&status_name=BRAND_NEW&")]
    [InlineData("NEVER_SEEN", "status=&status_name=NEVER_SEEN&")]
    [InlineData("", "status=404&status_name=DELIVERED&")]
    public async Task SmsApi_RawStatus_IsSentAsItIs(string raw, string part)
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.SendAsync(Gateway.SmsApi);

        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, new() { RawStatus = raw }, Caller.Token);

        Assert.Contains(part, (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WebhookTamper.MissingId, "MsgId")]
    [InlineData(WebhookTamper.MissingStatus, "status")]
    [InlineData(WebhookTamper.MissingReference, "idx")]
    public async Task SmsApi_Missing_IsNotThere(WebhookTamper tamper, string name)
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.SendAsync(Gateway.SmsApi);

        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, new(Tamper: tamper), Caller.Token);

        Assert.DoesNotContain(name + "=", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongMethodAndCut_AreMadeOfAnyPush()
    {
        using var caller = Open(Gateway.SmsApi);
        await caller.SendAsync(Gateway.SmsApi);
        var message = caller.Inbox.Messages[0];

        await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, new(Tamper: WebhookTamper.WrongMethod), Caller.Token);
        var turned = await _receiver.NextAsync();
        Assert.Equal(("POST", "application/x-www-form-urlencoded"), (turned.Method, turned.ContentType));
        await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, new(Tamper: WebhookTamper.Cut), Caller.Token);
        Assert.Equal(turned.Body[..(turned.Body.Length / 2)], (await _receiver.NextAsync()).Query);
    }

    private Caller Open(Gateway gateway)
    {
        var caller = fixture.Open();
        caller.Inbox.WebhookTargets[gateway] = _receiver.Url;
        return caller;
    }
}
