using System.Text;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Capture;

/// <summary>No secret in anything that is shown.</summary>
public sealed class SecretTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("key=abc&mobile=1", "key=***&mobile=1")]
    [InlineData("?format=json&access_token=abc&x=1", "?format=json&access_token=***&x=1")]
    [InlineData("access-token=abc", "access-token=***")]
    [InlineData("user=u&password=p%40ss&monkey=1", "user=u&password=***&monkey=1")]
    [InlineData("set_user=a&pass=0123&pass_api=4567", "set_user=a&pass=***&pass_api=***")]
    [InlineData("to=1&message=the+key=value", "to=1&message=the+key=value")]
    public void Form_SecretNames_AreCovered(string form, string masked) => Assert.Equal(masked, Secrets.MaskForm(form));

    [Theory]
    [InlineData("""{"access_token":"a\"b","to":"1"}""", """{"access_token":"***","to":"1"}""")]
    [InlineData("""{ "Password" : 123, "x":1}""", """{ "Password" : "***", "x":1}""")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=password\r\nContent-Type: text/plain\r\n\r\nsecret\r\n--b--", "--b\r\nContent-Disposition: form-data; name=password\r\nContent-Type: text/plain\r\n\r\n***\r\n--b--")]
    public void Body_SecretNames_AreCovered(string body, string masked) => Assert.Equal(masked, Secrets.MaskBody(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("http://user:pass@app/", "http://***@app/")]
    [InlineData("http://app/hook?secret=abc&MsgId=1", "http://app/hook?secret=***&MsgId=1")]
    public void Url_Secrets_AreCovered(string url, string masked) => Assert.Equal(masked, Secrets.MaskUrl(url));

    [Fact]
    public async Task EveryOutput_AfterEveryKindOfRequest_HoldsNoCredential()
    {
        using var caller = fixture.Open();
        var credentials = caller.Inbox.Credentials;
        string[] secrets =
        [
            credentials.SmsApiAccessToken, credentials.SmsApiPassword, credentials.SpeedSmsAccessToken, credentials.SpeedMarketPassword,
            credentials.SmsClubToken, credentials.SmsClubPassword, credentials.KeyRefKey,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.SpeedSmsAccessToken + ":x")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.SpeedMarketUser + ":" + credentials.SpeedMarketPassword)),
        ];
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            using var response = await caller.SendAsync(gateway);
        }

        await caller.TextAsync(caller.Get($"sms.do?access_token={credentials.SmsApiAccessToken}&to=1&message=x"));
        await caller.TextAsync(caller.Json("sms.do", $$"""{"access_token":"{{credentials.SmsApiAccessToken}}"}"""));
        await caller.TextAsync(caller.Get($"index.php/user/info?access-token={credentials.SpeedSmsAccessToken}"));
        await caller.TextAsync(caller.Form("webservice-rest/balance", ("user", credentials.SpeedMarketUser), ("password", credentials.SpeedMarketPassword)));
        await caller.TextAsync(caller.Get($"api/sms/dlr.php?key={credentials.KeyRefKey}&full_number=1&ref=1"));
        await caller.TextAsync(caller.Get($"nowhere?key={credentials.KeyRefKey}"));

        var shown = new StringBuilder(fixture.Emulator.Dump());
        foreach (var path in new[] { "api/v1/exchanges", "api/v1/messages", "api/v1/inboxes", "api/v1/summary", "api/v1/changes", "api/v1/faults", "api/v1/webhooks", "api/v1/messages/1/conversation", "api/v1/messages/5/conversation", "api/v1/exchanges/1", "api/v1/exchanges/1/test", "api/v1/snippets?gateway=KeyRef" })
        {
            shown.Append(await caller.TextAsync(caller.Get(path)));
        }

        shown.AppendJoin('\n', caller.Inbox.Exchanges).Append(caller.Inbox.Credentials).AppendJoin('\n', caller.Inbox.Exchanges.Select(exchange => exchange.Header("Authorization") + exchange.ToTest()));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown.ToString(), StringComparison.Ordinal));
        Assert.Contains("Bearer ***", shown.ToString(), StringComparison.Ordinal);
        Assert.Contains("SameAsConfigured", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_ForExactTests_AreWhole()
    {
        using var caller = fixture.Open();
        using var response = await caller.SendAsync(Gateway.KeyRef, text: "hi");

        var exchange = caller.Inbox.Exchanges[0];

        Assert.StartsWith("key=" + caller.Inbox.Credentials.KeyRefKey, Encoding.ASCII.GetString(exchange.GetRequestBytes().Span), StringComparison.Ordinal);
        Assert.Equal("""{"status":true,"error":0}""", Encoding.ASCII.GetString(exchange.GetResponseBytes().Span));
    }

    [Fact]
    public async Task Dump_ShowsWhatHappened()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        caller.Inbox.Faults.On(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.SmsApi, text: "lost"));
        using var response = await caller.SendAsync(Gateway.SmsClub, text: "found");

        var dump = emulator.Dump();

        Assert.Contains("SmsApi Send POST /sms.do -> 0 [CloseFin, kept]", dump, StringComparison.Ordinal);
        Assert.Contains("SmsClub to +380000000100 (Queued): found", dump, StringComparison.Ordinal);
        Assert.Contains("(used 1)", dump, StringComparison.Ordinal);
    }
}
