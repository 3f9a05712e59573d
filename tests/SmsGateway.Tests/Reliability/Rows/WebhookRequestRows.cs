using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Tests.Support;
using SmsGateway.Tests.Webhooks;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Requests at the receiver: other methods and bodies, too large, too slow, forged, from elsewhere, signed wrongly, in odd words.</summary>
public sealed class WebhookRequestRows(EmulatorFixture fixture)
{
    private const string Report = """{"type":"report","tranId":1234,"phone":"0900000001","status":0}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("text/plain; charset=utf-8", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Row093_JsonUnderAnyName_IsRead(string? contentType, HttpStatusCode expected)
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedSms");

        Assert.Equal(expected, (await app.PostAsync(Encoding.UTF8.GetBytes(Report), contentType)).Status);
        await app.Recorder.WaitAsync();

        Assert.Equal("1234", Assert.Single(app.Recorder.Reports).Message.Id);
    }

    [Fact]
    public async Task Row093_FormInsteadOfJson_Is415AndGetIs405()
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedSms");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.PostAsync("type=report&tranId=1")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.GetAsync("type=report&tranId=1")).Status);
        await AssertAliveAsync(app, () => app.PostAsync(Encoding.UTF8.GetBytes(Report)));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task Row093_SmsApiByPostInAnyForm_IsRead(string? contentType)
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        Assert.Equal("OK", (await app.PostAsync("MsgId=7&status=404"u8.ToArray(), contentType)).Body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.PostAsync("{}", "application/json")).Status);
        await app.Recorder.WaitAsync();

        Assert.Single(app.Recorder.Reports);
    }

    [Fact]
    public async Task Row093_Head_IsNoEvent()
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedMarket");
        using var head = new HttpRequestMessage(HttpMethod.Head, $"{app.Hook}?campaign_id=a&id=1&status=1");

        using var response = await app.Http.SendAsync(head, Stop);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        await AssertAliveAsync(app, () => app.GetAsync("campaign_id=b&id=2&status=1"));
    }

    [Fact]
    public async Task Row094_BodyOverTheLimit_Is413BeforeItIsRead()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        var declared = await RawAsync(app, "Content-Length: 10000000\r\n\r\n");
        var chunked = await RawAsync(app, $"Transfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat("1000\r\n" + new string('x', 4096) + "\r\n", 20))}0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", declared, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413", chunked, StringComparison.Ordinal);
        await AssertAliveAsync(app, () => app.GetAsync("MsgId=8&status=404"));
    }

    [Fact]
    public async Task Row094_BodyThatNeverCompletes_Is408()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Endpoint = options => options.ReadTimeout = TimeSpan.FromSeconds(1) });

        var answer = await RawAsync(app, "Content-Length: 500\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nMsgId=9&sta");

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        await AssertAliveAsync(app, () => app.GetAsync("MsgId=10&status=404"));
    }

    [Theory]
    [InlineData("MsgId=")]
    [InlineData("")]
    [InlineData("status=404")]
    [InlineData("MsgId=%00%FF%&status=%ZZ&=&&&idx")]
    [InlineData("0[id]=1&99999999999[number]=1")]
    public async Task Row094_MalformedRequests_LeaveTheEndpointUp(string body)
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        Assert.InRange((int)(await app.PostAsync(body)).Status, 200, 499);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(string.Join('&', Enumerable.Range(0, 200).Select(i => $"f{i}=x")))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("MsgId=1&text=" + new string('x', 5000))).Status);

        Assert.Equal("OK", (await app.GetAsync("MsgId=11&status=404")).Body);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"report\"}")]
    [InlineData("{\"type\":{\"a\":[1,2]},\"tranId\":1}")]
    [InlineData("{} trailing")]
    public async Task Row094_MalformedJson_NeverReachesAHandler(string body)
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedSms");

        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(body, "application/json")).Status);
        var deep = "{\"type\":\"report\",\"x\":" + new string('[', 200) + new string(']', 200) + "}";
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(deep, "application/json")).Status);
        await AssertAliveAsync(app, () => app.PostAsync(Encoding.UTF8.GetBytes(Report)));
    }

    [Fact]
    public async Task Row095_WrongSecretOrAccount_Is404AndNeverReachesAHandler()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        string[] hooks =
        [
            app.HookFor("SmsApi", SmsWebhookSecret.Create()), app.HookFor("SmsApi", app.Secret[..^1]), app.HookFor("SmsApi", app.Secret + "x"),
            app.HookFor("SmsApi", app.Secret.ToUpperInvariant() + "-"), app.HookFor("smsapi", app.Secret),
            app.HookFor("nobody", app.Secret), app.HookFor("SmsApi", new string('x', 5000)), app.HookFor("a%3Ab", app.Secret),
        ];
        foreach (var hook in hooks)
        {
            var answer = await app.GetAsync("MsgId=1&status=404", hook);
            Assert.Equal((HttpStatusCode.NotFound, ""), answer);
        }

        await AssertAliveAsync(app, () => app.GetAsync("MsgId=2&status=404"));
    }

    [Fact]
    public async Task Row095_SeveralSecrets_AreGoodAtOnce()
    {
        var old = SmsWebhookSecret.Create();
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Account = options => options.WebhookSecrets.Add(old) });

        Assert.Equal("OK", (await app.GetAsync("MsgId=1&status=404", app.HookFor("SmsApi", old))).Body);
        Assert.Equal("OK", (await app.GetAsync("MsgId=2&status=404")).Body);
    }

    [Fact]
    public async Task Row096_AddressThatIsNotListed_Is403()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Account = options => options.WebhookSources.Add("192.0.2.0/24") });

        Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("MsgId=1&status=404")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("MsgId=1&status=404", app.HookFor("SmsApi", SmsWebhookSecret.Create()))).Status);
        app.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("MsgId=1&status=404")).Status);
        Assert.Empty(app.Recorder.Events);
    }

    [Fact]
    public async Task Row096_AddressBehindAKnownProxy_IsTheForwardedOne()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup
        {
            Account = options => options.WebhookSources.Add("192.0.2.7"),
            App = host => host.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor }),
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("MsgId=1&status=404")).Status);
        app.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        Assert.Equal("OK", (await app.GetAsync("MsgId=2&status=404")).Body);
    }

    [Fact]
    public async Task Row097_WrongSignatureOrOldTime_Is401AndARepeatedNonceRunsNothing()
    {
        await using var app = await WebhookApp.StartAsync(
            fixture, setup: new WebhookSetup { Builder = builder => builder.AddGateway<SignedOptions>("signed", _ => { }, []).KeyedOnly() });
        var hook = app.HookFor("signed", SignedOptions.Secret);

        Assert.Equal(HttpStatusCode.Unauthorized, await SignedAsync(app, hook, "a", DateTimeOffset.UtcNow, tamper: true));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignedAsync(app, hook, "b", DateTimeOffset.UtcNow.AddMinutes(-6), tamper: false));
        Assert.Equal(HttpStatusCode.OK, await SignedAsync(app, hook, "c", DateTimeOffset.UtcNow, tamper: false));
        Assert.Equal(HttpStatusCode.OK, await SignedAsync(app, hook, "c", DateTimeOffset.UtcNow, tamper: false));
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal("c", Assert.Single(app.Recorder.Reports).Message.Id);
    }

    [Theory]
    [InlineData("48500100200", "+48500100200")]
    [InlineData("%2B48500100200", "+48500100200")]
    [InlineData("0048500100200", "+48500100200")]
    [InlineData("0500100200", "+48500100200")]
    [InlineData("ACME", null)]
    public async Task Row098_NumbersInAnyForm_AreOneNumberAndKeptAsTheyCame(string wire, string? number)
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Account = options => options.DefaultCountryCode = "48" });

        await app.PostAsync($"sms_from={wire}&sms_to=4628&sms_text=hi&sms_date=1900000000");
        await app.Recorder.WaitAsync();

        var message = Assert.Single(app.Recorder.Inbound).Message;
        Assert.Equal((number, Uri.UnescapeDataString(wire), "4628"), (message.From is { } from ? "+" + from.Digits : null, message.Sender, message.To));
    }

    [Fact]
    public async Task Row098_SpeedSmsLocalForm_FindsTheMessage()
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedSms");
        var sent = await app.SendAsync();
        var local = "0" + sent.Number!.Value.Digits[2..];

        await app.PostAsync(Encoding.UTF8.GetBytes($$"""{"type":"report","tranId":"{{sent.MessageId!.Value.Id}}","phone":"{{local}}","status":"0"}"""));
        await app.Recorder.WaitAsync();

        var report = Assert.Single(app.Recorder.Reports);
        Assert.Equal((true, sent.Number), (report.IsKnown, report.Message.Number));
    }

    [Theory]
    [InlineData("za%BF%F3%B3%E6", "zażółć")] // ISO-8859-2
    [InlineData("za%C5%BC%C3%B3%C5%82%C4%87", "zażółć")] // UTF-8
    [InlineData("50%2525+off", "50%25 off")] // one layer of escapes, not two
    [InlineData("100%", "100%")]
    public async Task Row099_TextInAnyCharset_IsReadOnceAndKeptRaw(string wire, string text)
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        await app.PostAsync($"sms_from=48500100200&sms_text={wire}");
        await app.Recorder.WaitAsync();

        var inbound = Assert.Single(app.Recorder.Inbound);
        Assert.Equal(text, inbound.Message.Text);
        Assert.Contains(wire, Encoding.ASCII.GetString(inbound.Raw!.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row099_SpeedMarketLatin1_IsRead()
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedMarket");

        await app.GetAsync("number=5511900100200&content=n%E3o&campaign_id=a&id=1&status=4&date=2030-01-02+15:00:00&carrier=Vivo+-+Celular");
        await app.Recorder.WaitAsync();

        Assert.Equal("não", Assert.Single(app.Recorder.Inbound).Message.Text);
    }

    [Fact]
    public async Task Row100_UnknownStatusWithoutTime_IsUnknownWithTheRawWord()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var before = DateTimeOffset.UtcNow;

        await app.GetAsync("MsgId=1&status=777&status_name=BEAMED&donedate=");
        await app.Recorder.WaitAsync();

        var report = Assert.Single(app.Recorder.Reports);
        Assert.Equal((SmsDeliveryStatus.Unknown, false, "777 BEAMED", null), (report.Status, report.IsFinal, report.RawStatus, report.At));
        Assert.True(report.ReceivedAt >= before);
    }

    [Fact]
    public async Task Row100_SpeedMarketLocalTime_IsThatOfThePlatform()
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedMarket");

        await app.GetAsync("campaign_id=abc123&id=150&status=0&date=2017-01-01+15:00:00&carrier=Vivo+-+Celular");
        await app.Recorder.WaitAsync();

        Assert.Equal(new DateTimeOffset(2017, 1, 1, 18, 0, 0, TimeSpan.Zero), Assert.Single(app.Recorder.Reports).At);
    }

    [Fact]
    public async Task Row101_BatchedReports_AreOneEventEach()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        await app.GetAsync("MsgId=a%2Cb,c&status=404,403,405&idx=,y,&to=48500100201,48500100202,48500100203&donedate=1900000000&points=0.16");
        await app.Recorder.WaitAsync(3);

        var reports = app.Recorder.Reports.OrderBy(report => report.Message.Id, StringComparer.Ordinal).ToList();
        Assert.Equal([SmsDeliveryStatus.Delivered, SmsDeliveryStatus.Sent, SmsDeliveryStatus.Undelivered], reports.Select(report => report.Status));
        Assert.Equal([null, "y", null], reports.Select(report => report.Message.Reference));
        Assert.Equal(["48500100201", "48500100202", "48500100203"], reports.Select(report => report.Message.Number?.Digits));
        Assert.All(reports, report => Assert.Equal((0.16m, 1900000000L), (report.Price!.Value.Amount, report.At!.Value.ToUnixTimeSeconds())));
    }

    [Fact]
    public async Task Row101_ListsOfUnequalLength_LeaveUnknownWhatCannotBeTold()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        var answer = await app.GetAsync("MsgId=a,b&status=404,403,405");
        await app.Recorder.WaitAsync(2);

        Assert.Equal("OK", answer.Body);
        Assert.All(app.Recorder.Reports, report => Assert.Equal((SmsDeliveryStatus.Unknown, false), (report.Status, report.IsFinal)));
    }

    [Theory]
    [InlineData("STOP", SmsOptOutRequest.OptOut)]
    [InlineData("", SmsOptOutRequest.None)]
    [InlineData("please stop it", SmsOptOutRequest.None)]
    public async Task Row102_Inbound_ComesAsItIsWithTheOptOutTold(string text, SmsOptOutRequest asked)
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        await app.PostAsync($"sms_from=48500100200&sms_text={Uri.EscapeDataString(text)}");
        await app.Recorder.WaitAsync();

        var inbound = Assert.Single(app.Recorder.Inbound);
        Assert.Equal((text, asked), (inbound.Message.Text, inbound.OptOut));
    }

    [Fact]
    public async Task Row102_TwentyPartsAndHalfAnEmoji_DoNoHarm()
    {
        await using var app = await WebhookApp.StartAsync(fixture, "SpeedSms");
        var text = string.Concat(Enumerable.Repeat("ż", 1340));

        await app.PostAsync(Encoding.UTF8.GetBytes($$"""{"type":"sms","phone":"0900000001","content":"{{text}}"}"""), "application/json");
        await app.PostAsync(Encoding.UTF8.GetBytes("""{"type":"sms","phone":"0900000001","content":"half \uD83D"}"""), "application/json");
        await app.Recorder.WaitAsync(2);

        Assert.Equal([text, "half \uFFFD"], app.Recorder.Inbound.Select(inbound => inbound.Message.Text));
    }

    // What comes after shows that what came before did no harm, and reached nobody.
    private static async Task AssertAliveAsync(WebhookApp app, Func<Task<(HttpStatusCode Status, string Body)>> call)
    {
        Assert.Equal((HttpStatusCode.OK, "OK"), await call());
        await app.Recorder.WaitAsync();
        await app.SettleAsync();
        Assert.Single(app.Recorder.Events);
    }

    private static async Task<HttpStatusCode> SignedAsync(WebhookApp app, string hook, string id, DateTimeOffset at, bool tamper)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new StringContent(tamper ? id + "x" : id) };
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-Time", time);
        request.Headers.Add("X-Signature", SignedWebhook.Sign(time, Encoding.UTF8.GetBytes(id)));
        using var response = await app.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static async Task<string> RawAsync(WebhookApp app, string rest)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, app.Address.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {new Uri(app.Hook).AbsolutePath} HTTP/1.1\r\nHost: x\r\n{rest}"), Stop);
        var buffer = new byte[4096];
        var length = await stream.ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, Stop);
        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
