using System.Net;
using System.Text;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Api;

/// <summary>Pages of other origins, rebound names, forms, passwords.</summary>
public sealed class GuardTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private SmsEmulator Emulator => fixture.Emulator;

    [Theory]
    [InlineData("api/v1/messages")]
    [InlineData("api/v1/events")]
    [InlineData("api/v1/changes")]
    [InlineData("api/v1/exchanges")]
    [InlineData("")]
    public async Task OtherOriginOrHost_IsNotAnswered(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, path, ("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, path, ("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, path, ("Host", "evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, path, ("Host", "evil.example:" + Emulator.Url.Port)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, path, ("Origin", "http://127.0.0.1:1")));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task OwnHostAndOrigin_AreAnswered(string host)
    {
        var authority = $"{host}:{Emulator.Url.Port}";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "api/v1/messages", ("Host", authority), ("Origin", "http://" + authority)));
    }

    [Fact]
    public async Task NamedHost_IsAnswered()
    {
        await using var emulator = await Emulators.StartAsync(options => options.AllowedHosts.Add("sms-emulator"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "api/v1/messages", emulator, ("Host", "sms-emulator:80")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, "api/v1/messages", emulator, ("Host", "other")));
    }

    [Fact]
    public async Task Browser_ChangesNeedTheHeader()
    {
        var origin = ("Origin", Emulator.Url.ToString().TrimEnd('/'));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Delete, "api/v1/faults", origin));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Delete, "api/v1/faults", ("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, "api/v1/faults", origin, ("X-Sms-Emulator", "1")));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, "api/v1/faults"));
    }

    [Fact]
    public async Task Preflight_IsNotAllowed()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(Emulator.Url, "api/v1/messages"));
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "DELETE");

        using var response = await http.SendAsync(request, Caller.Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Change_OfAForm_IsRefused(string type)
    {
        using var http = new HttpClient();
        using var content = new StringContent("""{"always":{"fault":"Hang"}}""", Encoding.UTF8, type);

        using var response = await http.PostAsync(new Uri(Emulator.Url, "api/v1/faults"), content, Caller.Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Oversized_IsRefusedOnEveryRoute()
    {
        await using var emulator = await Emulators.StartAsync(options => options.MaxRequestBytes = 1_000);
        using var http = new HttpClient();
        foreach (var path in new[] { "api/v1/faults", "api/v1/replies", "api/v1/inboxes", "sms.do", "index.php/sms/send", "webservice-rest/send-single", "sms/send", "api/sms/send_sms.php" })
        {
            using var content = new StringContent(new string('x', 5_000), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(emulator.Url, path), content, Caller.Token);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
    }

    [Fact]
    public async Task Password_GuardsTheInterfaceNotTheGatewaysNorHealth()
    {
        await using var emulator = await Emulators.StartAsync(options => options.Password = "open sesame");
        using var caller = new Caller(emulator);
        var basic = "Basic " + Convert.ToBase64String("any:open sesame"u8);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(HttpMethod.Get, "api/v1/messages", emulator));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(HttpMethod.Get, "", emulator, ("Authorization", "Bearer wrong")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "api/v1/messages", emulator, ("Authorization", basic)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "api/v1/messages", emulator, ("Authorization", "Bearer open sesame")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "livez", emulator));
        using var sent = await caller.SendAsync(Gateway.SmsApi);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Fact]
    public async Task Gateways_AnyHost_AreServed() =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "ping", ("Host", "api.smsapi.example")));

    private Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) => StatusAsync(method, path, Emulator, headers);

    private static async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, SmsEmulator emulator, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(emulator.Url, path));
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Caller.Token);
        return response.StatusCode;
    }
}
