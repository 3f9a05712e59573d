using System.Globalization;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Push;

/// <summary>Messages from phones, and SMSAPI's further callbacks.</summary>
public sealed class InboundTests(ClockFixture fixture) : IClassFixture<ClockFixture>, IAsyncLifetime
{
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task SmsApi_Reply_IsAFormThatNamesTheMessage()
    {
        using var caller = Open();
        await caller.SendAsync(Gateway.SmsApi, "447700900101");
        var unix = fixture.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        await caller.Inbox.ReplyAsync("+44 7700 900101", "Zażółć 👍", cancellationToken: Caller.Token);

        var push = await _receiver.NextAsync();
        Assert.Equal(("POST", "application/x-www-form-urlencoded"), (push.Method, push.ContentType));
        Assert.Equal($"sms_to=Test&sms_from=447700900101&sms_text=Za%C5%BC%C3%B3%C5%82%C4%87+%F0%9F%91%8D&sms_date={unix}&username=example&MsgId={caller.Inbox.Messages[0].GatewayId}", push.Body);
        Assert.Equal(caller.Inbox.Messages[0].Sequence, Assert.Single(caller.Inbox.Replies).InReplyTo);
    }

    [Fact]
    public async Task SpeedSms_Reply_IsJson()
    {
        using var caller = Open();

        await caller.Inbox.ReplyAsync("84900000101", "dạ", new() { Gateway = Gateway.SpeedSms }, Caller.Token);

        var push = await _receiver.NextAsync();
        Assert.Equal("""{"type":"sms","phone":"0900000101","content":"dạ"}""", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(push.Body)));
    }

    [Fact]
    public async Task SpeedMarket_Reply_CarriesTheIdsOfTheMessageItAnswers()
    {
        using var caller = Open();
        await caller.TextAsync(caller.SendRequest(Gateway.SpeedMarket, "11900000101", "x", "abc123"));
        var date = fixture.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3)).ToString("yyyy-MM-dd+HH:mm:ss", CultureInfo.InvariantCulture);
        var id = caller.Inbox.Messages[0].GatewayId;

        await caller.Inbox.ReplyAsync("5511900000101", "Não & obrigado", cancellationToken: Caller.Token);
        Assert.Equal($"number=5511900000101&content=N%C3%A3o+%26+obrigado&campaign_id=abc123&id={id}&status=4&date={date}&carrier=Vivo+-+Celular", (await _receiver.NextAsync()).Query);
        await caller.Inbox.ReplyAsync("5511900000101", "Não", new() { Tamper = WebhookTamper.Latin1 }, Caller.Token);
        Assert.Contains("content=N%E3o&", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Queued, caller.Inbox.Messages[0].State);
    }

    [Theory]
    [InlineData(Gateway.SmsClub)]
    [InlineData(Gateway.KeyRef)]
    public async Task OneWayGateways_Reply_IsKeptButNotPushed(Gateway gateway)
    {
        using var caller = Open();

        var attempt = await caller.Inbox.ReplyAsync("447700900101", "STOP", new() { Gateway = gateway }, Caller.Token);

        Assert.Contains("no messages from phones", attempt.Error, StringComparison.Ordinal);
        Assert.Single(caller.Inbox.Replies);
    }

    [Fact]
    public async Task Lookup_Results_FollowByPostWithBracketKeys()
    {
        using var caller = Open();
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with
        {
            Lookups = new Dictionary<string, SmsApiLookup>(StringComparer.Ordinal) { ["447700900102"] = new("ABSENT_SUBSCRIBER") { IsFound = false } },
        };
        var request = caller.Form("hlr.do", ("format", "json"), ("number", "447700900101,447700900102,12"), ("idx", "a,b,c"));

        await caller.TextAsync(request.With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));

        var push = await _receiver.NextAsync();
        Assert.Equal("POST", push.Method);
        Assert.Matches("^0\\[id\\]=\\d+&0\\[number\\]=447700900101&0\\[mcc\\]=234&0\\[mnc\\]=15&0\\[info\\]=Example\\+network&0\\[status\\]=OK&0\\[date\\]=\\d+&0\\[ported\\]=0&0\\[ported_from\\]=null&0\\[idx\\]=a&1\\[id\\]=\\d+&1\\[number\\]=447700900102&.*1\\[info\\]=ABSENT_SUBSCRIBER&1\\[status\\]=FAIL&.*1\\[idx\\]=b$", push.Body);
    }

    [Fact]
    public async Task BulkAndLinks_AreToldOnDemand()
    {
        using var caller = Open();
        await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, "447700900101,447700900102", "hello world", "a|b"));
        var ids = string.Join("%2C", caller.Inbox.Messages.Select(message => message.GatewayId));

        await caller.Inbox.SmsApiCallbacks.BulkAsync(caller.Inbox.Messages, cancellationToken: Caller.Token);
        Assert.Equal("type=SMS&all=2&points=0.330&info=Numbers+from+contacts+database&text=hello+world", (await _receiver.NextAsync()).Query);
        await caller.Inbox.SmsApiCallbacks.BulkAsync(caller.Inbox.Messages, byPost: true, Caller.Token);
        Assert.StartsWith("type=SMS&", (await _receiver.NextAsync()).Body, StringComparison.Ordinal);
        await caller.Inbox.SmsApiCallbacks.LinkOpenedAsync(caller.Inbox.Messages, Caller.Token);
        Assert.StartsWith($"MsgId={ids}&to=447700900101%2C447700900102&click_date=", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
        await caller.Inbox.SmsApiCallbacks.LookupAsync(["447700900101"], Caller.Token);
        Assert.StartsWith("0[id]=", (await _receiver.NextAsync()).Body, StringComparison.Ordinal);
        Assert.Equal([WebhookKind.Bulk, WebhookKind.Bulk, WebhookKind.Link, WebhookKind.Lookup], caller.Inbox.Webhooks.Select(attempt => attempt.Kind));
    }

    private Caller Open()
    {
        var caller = fixture.Open();
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            caller.Inbox.WebhookTargets[gateway] = _receiver.Url;
        }

        return caller;
    }
}
