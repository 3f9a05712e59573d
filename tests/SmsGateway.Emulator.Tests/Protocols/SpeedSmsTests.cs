using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>SpeedSMS against its contract's checklist.</summary>
public sealed class SpeedSmsTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string Sent = """{"to":["84900000101"],"content":"hi","sms_type":2,"sender":""}""";

    [Fact]
    public async Task Credentials_EachSpelling_IsTakenOrRefused()
    {
        using var caller = fixture.Open();
        var token = caller.Inbox.Credentials.SpeedSmsAccessToken;
        foreach (var password in new[] { "x", "", ":x" })
        {
            Assert.Contains("success", await caller.TextAsync(caller.Json("index.php/sms/send", Sent).With(Caller.Basic(token, password))), StringComparison.Ordinal);
        }

        Assert.Contains("success", await caller.TextAsync(caller.Json($"index.php/sms/send?access-token={token}", Sent)), StringComparison.Ordinal);
        foreach (var authorization in new AuthenticationHeaderValue?[] { null, Caller.Basic("wrong", "x"), new(token) })
        {
            var request = caller.Json("index.php/sms/send", Sent);
            request.Headers.Authorization = authorization;
            using var refused = await caller.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("Basic", refused.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Equal("""{"name":"Unauthorized","message":"Your request was made with invalid credentials.","code":0,"status":401}""", await refused.Content.ReadAsStringAsync(Caller.Token));
        }
    }

    [Theory]
    [InlineData("application/json", """{"to":["84900000101"],"content":"hi","sms_type":2,"sender":""}""")]
    [InlineData("application/json", """{ "content" : "h\u0069", "type" : "4", "brandname" : "", "to" : "84900000101" }""")]
    [InlineData("application/json", """{"sender":"Notify","to":["+84900000101"],"content":"hi","type":4,"sms_type":2,"unknown":{"a":1}}""")]
    [InlineData("application/x-www-form-urlencoded", "to%5B%5D=0900000101&content=hi&sms_type=2")]
    [InlineData("application/x-www-form-urlencoded", "to[0]=84900000101&content=hi")]
    public async Task Send_EachSpelling_IsUnderstood(string type, string body)
    {
        using var caller = fixture.Open();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, "index.php/sms/send"))
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)),
        };
        request.Headers.TransferEncodingChunked = true;

        var reply = await caller.TextAsync(request.With(Token(caller)));

        var message = Assert.Single(caller.Inbox.Messages);
        Assert.Equal(("+84900000101", "hi"), (message.To, message.Text));
        Assert.Equal("{\"status\":\"success\",\"code\":\"00\",\"data\":{\"tranId\":" + message.GatewayId + ",\"totalSMS\":1,\"totalPrice\":250,\"invalidPhone\":[]}}", reply);
    }

    [Fact]
    public async Task SendByGet_QueryForm_IsUnderstood()
    {
        using var caller = fixture.Open();

        await caller.TextAsync(caller.Get($"index.php/sms/send?access-token={caller.Inbox.Credentials.SpeedSmsAccessToken}&to=84900000101&content=M%C3%A3+123&type=4&sender=Verify"));

        Assert.Equal(("Mã 123", "Verify"), (caller.Inbox.Messages[0].Text, caller.Inbox.Messages[0].From));
    }

    [Theory]
    [InlineData("""{"to":[],"content":"hi"}""", "101")]
    [InlineData("""{"to":["84900000101"],"content":""}""", "101")]
    [InlineData("""{"content":"hi"}""", "101")]
    [InlineData("""{"to":["84900000101"],"content":"hi","sms_type":9}""", "101")]
    [InlineData("""{"to":["12"],"content":"hi"}""", "105")]
    [InlineData("not json", "101")]
    public async Task Send_BadInput_IsRefusedWith200AndACodeAsText(string body, string code)
    {
        using var caller = fixture.Open();

        using var response = await caller.SendAsync(caller.Json("index.php/sms/send", body).With(Token(caller)));

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Caller.Token));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
        Assert.Empty(caller.Inbox.Messages);
    }

    [Fact]
    public async Task Send_SomeNumbersBad_AreListed()
    {
        using var caller = fixture.Open();
        const string Mixed = """{"to":["84900000101","84900000102","0281234567"],"content":"hi","sms_type":2}""";

        Assert.EndsWith("\"totalSMS\":2,\"totalPrice\":500,\"invalidPhone\":[\"0281234567\"]}}", await SendAsync(Mixed), StringComparison.Ordinal);
        Assert.Equal(2, caller.Inbox.Messages.Count);
        Assert.Single(caller.Inbox.Messages.Select(message => message.GatewayId).Distinct());
        caller.Inbox.SpeedSms = new() { OneBadNumberRefusesAll = true };
        Assert.Equal("""{"status":"error","code":"105","message":"Phone number invalid","invalidPhone":["0281234567"]}""", await SendAsync(Mixed));
        caller.Inbox.SpeedSms = new() { AllBadIsSuccess = true, EchoLocalForm = true };
        Assert.EndsWith("\"totalSMS\":0,\"totalPrice\":0,\"invalidPhone\":[\"012\"]}}", await SendAsync("""{"to":["8412"],"content":"hi"}"""), StringComparison.Ordinal);

        Task<string> SendAsync(string body) => caller.TextAsync(caller.Json("index.php/sms/send", body).With(Token(caller)));
    }

    [Fact]
    public async Task Switches_ChangeReplies()
    {
        using var caller = fixture.Open();

        caller.Inbox.SpeedSms = new() { TranIdAsText = true };
        Assert.Contains("\"tranId\":\"", await SendAsync(Sent), StringComparison.Ordinal);
        caller.Inbox.SpeedSms = new() { OmitTranId = true };
        Assert.DoesNotContain("tranId", await SendAsync(Sent), StringComparison.Ordinal);
        caller.Inbox.SpeedSms = new() { OnlyAscii = true };
        Assert.Contains("\"101\"", await SendAsync("""{"to":["84900000101"],"content":"Mã"}"""), StringComparison.Ordinal);
        Assert.Contains("\"00\"", await SendAsync("""{"to":["84900000101"],"content":"M\u00e3"}"""), StringComparison.Ordinal);
        caller.Inbox.SpeedSms = new() { AnySender = false };
        Assert.Equal("""{"status":"error","message":"sender not found"}""", await SendAsync("""{"to":["84900000101"],"content":"x","sms_type":3,"sender":"Shop"}"""));
        Assert.Contains("\"00\"", await SendAsync("""{"to":["84900000101"],"content":"x","sms_type":4,"sender":"Notify"}"""), StringComparison.Ordinal);
        caller.Inbox.SpeedSms = new() { AnySender = false, Senders = [] };
        Assert.Contains("sender not found", await SendAsync(Sent), StringComparison.Ordinal);
        caller.Inbox.SpeedSms = new() { IgnoreType = true };
        await SendAsync("""{"to":["84900000101"],"content":"x","type":4}""");
        Assert.False(caller.Inbox.Messages[^1].Extras.ContainsKey("sms_type"));
        caller.Inbox.SpeedSms = new();
        Assert.Contains("\"113\"", await SendAsync($$"""{"to":["84900000101"],"content":"{{new string('x', 460)}}"}"""), StringComparison.Ordinal);

        Task<string> SendAsync(string body) => caller.TextAsync(caller.Json("index.php/sms/send", body).With(Token(caller)));
    }

    [Fact]
    public async Task Balance_FallsWithSuccessOnly()
    {
        using var caller = fixture.Open();
        caller.Inbox.SetBalance(Gateway.SpeedSms, 600);
        Task<string> SendAsync() => caller.TextAsync(caller.Json("index.php/sms/send", Sent).With(Token(caller)));
        Task<string> InfoAsync() => caller.TextAsync(caller.Get("index.php/user/info").With(Token(caller)));

        await SendAsync();
        await SendAsync();
        Assert.Contains("\"300\"", await SendAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"status":"success","code":"00","data":{"email":"a@example.test","balance":100,"currency":"VND"}}""", await InfoAsync());
        caller.Inbox.SpeedSms = new() { BareUserInfo = true };
        Assert.Equal("""{"email":"a@example.test","balance":100,"currency":"VND"}""", await InfoAsync());
    }

    [Fact]
    public async Task Status_BothTables_TellTheSameState()
    {
        using var caller = fixture.Open();
        await caller.TextAsync(caller.Json("index.php/sms/send", """{"to":["84900000101","0900000102"],"content":"hi"}""").With(Token(caller)));
        var message = caller.Inbox.Messages[0];
        await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Caller.Token);
        Task<string> PollAsync(string root) => caller.TextAsync(caller.Get($"{root}sms/status/{message.GatewayId}").With(Token(caller)));

        Assert.Equal("""{"status":"success","code":"00","data":[{"phone":"84900000101","status":1},{"phone":"84900000102","status":0}]}""", await PollAsync("index.php/"));
        Assert.Contains("\"status\":404", await PollAsync(""), StringComparison.Ordinal);
        caller.Inbox.SpeedSms = new() { PollTable = SpeedSmsPollTable.ThirdClient, RootPaths = true };
        Assert.Contains("\"status\":2", await PollAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voice_Mms_Pins_AnswerFromState()
    {
        using var caller = fixture.Open();
        Task<string> PostAsync(string path, string body) => caller.TextAsync(caller.Json("index.php/" + path, body).With(Token(caller)));

        Assert.DoesNotContain("totalSMS", await PostAsync("voice/otp", """{"to":"84900000101","content":"1234"}"""), StringComparison.Ordinal);
        Assert.Equal((Channel.Voice, 400m), (caller.Inbox.Messages[0].Channel, caller.Inbox.Messages[0].Price));
        Assert.Contains("totalSMS", await PostAsync("mms/send", """{"to":["84900000101"],"content":"see","link":"https://example.com/a.jpg","sender":""}"""), StringComparison.Ordinal);
        Assert.Equal(Channel.Mms, caller.Inbox.Messages[1].Channel);
        await PostAsync("pin/create", """{"to":"0900000001","content":"Your pin is {pin_code}","app_id":"APP"}""");
        var pin = caller.Inbox.Messages[2].Code();
        Assert.Equal("""{"status":"success","data":{"pin":"000","phone":"0900000001","verified":false,"remainingAttempts":2}}""", await PostAsync("pin/verify", """{"phone":"0900000001","pin_code":"000","app_id":"APP"}"""));
        Assert.Contains("\"verified\":true", await PostAsync("pin/verify", $$"""{"phone":"+84900000001","pin_code":"{{pin}}","app_id":"APP"}"""), StringComparison.Ordinal);
        Assert.Contains("\"verified\":false", await PostAsync("pin/verify", $$"""{"phone":"0900000001","pin_code":"{{pin}}","app_id":"APP"}"""), StringComparison.Ordinal);
        Assert.Contains("\"101\"", await PostAsync("pin/verify", """{"to":"0900000001","pin_code":"1","app_id":"APP"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limiter_SixtyFirstRequest_IsRefusedAndLaterTaken()
    {
        using var caller = fixture.Open();
        HttpResponseMessage last = null!;
        for (var i = 0; i <= 60; i++)
        {
            last = await caller.SendAsync(caller.Get("index.php/user/info").With(Token(caller)));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal(("60", "0", "1"), (Header("Limit"), Header("Remaining"), Header("Reset")));
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        using var again = await caller.SendAsync(caller.Get("index.php/user/info").With(Token(caller)));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        string Header(string name) => last.Headers.GetValues("X-Rate-Limit-" + name).Single();
    }

    [Fact]
    public async Task UnknownPath_IsTheFrameworks404()
    {
        using var caller = fixture.Open();

        Assert.Equal("""{"name":"Not Found","message":"Page not found.","code":0,"status":404}""", await caller.TextAsync(caller.Get("index.php/user/balance").With(Token(caller))));
    }

    private static AuthenticationHeaderValue Token(Caller caller) => Caller.Basic(caller.Inbox.Credentials.SpeedSmsAccessToken, "x");
}
