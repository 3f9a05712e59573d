using System.Globalization;
using System.Text;
using SmsGateway.Emulator.Tests.Support;
using SmsGateway.Testing;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>Nonsense never brings a protocol down, and no culture changes what it says.</summary>
public sealed class RobustnessTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly string[] Paths =
    [
        "sms.do?format=json", "user.do?format=json", "sender.do?format=json", "hlr.do?format=json", "hlrsync.do?format=json", "prices.do", "mfa/codes", "sms/templates", "sms/sendernames",
        "index.php/sms/send", "index.php/voice/otp", "index.php/pin/create", "index.php/pin/verify", "index.php/sms/status/x", "index.php/mms/send",
        "webservice-rest/send-single", "webservice-rest/send-multiple", "webservice-rest/mt_id", "webservice-rest/mt_date", "webservice-rest/mo", "webservice-rest/mo_new",
        "sms/send", "sms/status", "v2/sms/send", "vibers/send", "vibers/status", "originators/registration-originators", "originators/stat-originators",
        "api/sms/send_sms.php", "api/sms/dlr.php",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "[]", "[[[[", "null", "1", "\"x\"", "{}", "{\"to\":{\"a\":1}}", "{\"to\":[null,1,{}],\"message\":[],\"phone\":[null,{},[]],\"content\":{}}", "{\"phone\":[{}],\"message\":1,\"src_addr\":[]}",
        "{\"messages\":[null,1,[],{}],\"defaultValues\":[]}", "{\"data_message\":[1,null,{\"phone\":{}}],\"src_addr\":\"A\"}", "{\"id_sms\":[{},null]}", "{\"messageIds\":[null]}", "{\"message\":\"\\ud800\",\"to\":\"447700900101\"}",
        "&&&===&", "%%%=%zz&to=%00&message=%ff", "to=,,,&message=x&idx=|||&param1=|&date=x&expiration_date=x&udh=x&datacoding=bin", "id=,,,&campaign_id=,&start_date=x&end_date=y&timezone=+99:99&type=99999999999",
        "status=|||&sch_del=,,,", "credits=1&add_user=&get_user=&set_user=", "number=,,,&idx=|||", "--", "--x\r\n", "--x\r\nname=a\r\n\r\n--x--", "\0\0\0",
    ];

    [Fact]
    public async Task Nonsense_OnEveryPath_IsAnswered()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsClub = caller.Inbox.SmsClub with { RateLimit = null, FormAllowed = true };
        caller.Inbox.SpeedSms = caller.Inbox.SpeedSms with { RateLimit = null };
        caller.Inbox.Faults.OnAny(to: "+4912345").Always(Fault.Status(500)); // Recipients are read too, and texts.
        caller.Inbox.Faults.Add(new(Gateway: null, Operation: null, To: null, Text: "no such text", Match: null)).Always(Fault.Status(500));
        foreach (var path in Paths.Select(path => path.Contains(".php", StringComparison.Ordinal) ? path + "?key=" + caller.Inbox.Credentials.KeyRefKey : path))
        {
            foreach (var body in Bodies.Append(Noise(path.Length)))
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Emulator.Url, path)) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) };
                using var response = await caller.SendAsync(request.With(Authorization(caller, path)));
                Assert.True((int)response.StatusCode is not 500, path + ": " + body);
            }
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    [InlineData("pt-BR")]
    public async Task Culture_OfTheProcess_ChangesNothing(string culture)
    {
        // A culture flows with the context that starts the server into every request.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);
        await using var emulator = await Emulators.StartAsync(options => (options.Time, options.MagicNumbers) = (new ManualTimeProvider(), false));
        using var caller = new Caller(emulator);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var unix = 1_893_456_000;

        Assert.Equal($"{{\"count\":1,\"list\":[{{\"id\":\"{await IdAsync()}\",\"points\":0.165,\"number\":\"447700900100\",\"date_sent\":{unix},\"submitted_number\":\"447700900100\",\"status\":\"QUEUE\",\"error\":null,\"idx\":\"i1\",\"parts\":1}}]}}", _last);
        Assert.Contains("Points: 999999.835", await caller.TextAsync(caller.Form("user.do", ("credits", "1")).With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken))), StringComparison.Ordinal);
        Assert.Contains("\"totalPrice\":250,", await TextAsync(Gateway.SpeedSms), StringComparison.Ordinal);
        Assert.Contains("\"credit\":1,\"balance\":\"999999\"", await TextAsync(Gateway.SpeedMarket), StringComparison.Ordinal);
        await TextAsync(Gateway.SmsClub);
        Assert.Contains("\"money\":\"999999.2500\"", await caller.TextAsync(caller.Json("sms/balance", "").With(Caller.Bearer(caller.Inbox.Credentials.SmsClubToken))), StringComparison.Ordinal);
        await TextAsync(Gateway.KeyRef);
        await caller.Inbox.ReportAsync(emulator.Messages[^1], DeliveryState.Delivered, cancellationToken: Caller.Token);
        Assert.Contains("\"sms_cost\":\"0.05\"", await caller.TextAsync(caller.Get($"api/sms/dlr.php?key={caller.Inbox.Credentials.KeyRefKey}&full_number=447700900100&ref=i1")), StringComparison.Ordinal);
        Assert.Contains("\"sent_date\":\"2029-12-31 21:00:00\"", await caller.TextAsync(caller.Get("webservice-rest/mt_id?campaign_id=i1").With(Caller.Basic(caller.Inbox.Credentials.SpeedMarketUser, caller.Inbox.Credentials.SpeedMarketPassword))), StringComparison.Ordinal);

        async Task<string> IdAsync()
        {
            _last = await TextAsync(Gateway.SmsApi);
            return emulator.Messages[0].GatewayId;
        }

        Task<string> TextAsync(Gateway gateway) => caller.TextAsync(caller.SendRequest(gateway, Caller.Number(gateway), "x", "i1"));
    }

    private string? _last;

    private static System.Net.Http.Headers.AuthenticationHeaderValue Authorization(Caller caller, string path)
    {
        var credentials = caller.Inbox.Credentials;
        return path.StartsWith("index.php", StringComparison.Ordinal) ? Caller.Basic(credentials.SpeedSmsAccessToken, "x")
            : path.StartsWith("webservice-rest", StringComparison.Ordinal) ? Caller.Basic(credentials.SpeedMarketUser, credentials.SpeedMarketPassword)
            : path.Contains(".do", StringComparison.Ordinal) || path.StartsWith("mfa", StringComparison.Ordinal) || path.StartsWith("sms/templates", StringComparison.Ordinal) || path.StartsWith("sms/sendernames", StringComparison.Ordinal) ? Caller.Bearer(credentials.SmsApiAccessToken)
            : Caller.Bearer(credentials.SmsClubToken);
    }

    private static string Noise(int seed)
    {
        var dice = new Random(seed);
        return new([.. Enumerable.Range(0, 300).Select(_ => (char)dice.Next(1, 255))]);
    }
}
