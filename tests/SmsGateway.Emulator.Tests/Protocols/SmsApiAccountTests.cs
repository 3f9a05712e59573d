using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>SMSAPI beyond sending: credentials, shapes of replies, states, users, senders, prices, looks at numbers, REST.</summary>
public sealed class SmsApiAccountTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string To = "447700900101";

    [Fact]
    public async Task Credentials_EachForm_IsTaken()
    {
        using var caller = fixture.Open();
        var credentials = caller.Inbox.Credentials;
        var hash = Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(credentials.SmsApiPassword)));

        await caller.TextAsync(caller.Get($"sms.do?to={To}&message=a&access_token={credentials.SmsApiAccessToken}"));
        await caller.TextAsync(caller.Form("sms.do", ("to", To), ("message", "b"), ("username", credentials.SmsApiUser), ("password", hash)));
        await caller.TextAsync(caller.Form("sms.do", ("to", To), ("message", "c")).With(Caller.Basic(credentials.SmsApiUser, hash.ToLowerInvariant())));

        Assert.Equal(["a", "b", "c"], caller.Inbox.Messages.Select(message => message.Text));
        Assert.All(caller.Inbox.Exchanges, exchange => Assert.Equal(CredentialCheck.SameAsConfigured, exchange.Credential));
    }

    [Fact]
    public async Task Credentials_Wrong_AreRefusedByCodeOrStatus()
    {
        await using var strict = await Emulators.StartAsync(options => options.SmsApi = new() { UnauthorizedIsHttp401 = true });
        using var usual = fixture.Open();
        using var other = new Caller(strict);

        Assert.Equal("ERROR:101", await usual.TextAsync(usual.Form("sms.do", ("to", To), ("message", "x"))));
        Assert.Equal("ERROR:102", await usual.TextAsync(usual.Form("sms.do", ("username", "nobody"), ("password", "x"))));
        Assert.Contains("\"error\":101", await usual.TextAsync(usual.Form("sms.do", ("format", "json")).With(Caller.Bearer("wrong"))), StringComparison.Ordinal);
        using var response = await other.SendAsync(other.Form("sms.do", ("format", "json")).With(Caller.Bearer("wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("authorization_failed", await response.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
        Assert.Empty(usual.Inbox.Exchanges);
        Assert.Contains(fixture.Emulator.Exchanges, exchange => exchange is { Inbox: null, Credential: CredentialCheck.Differs });
    }

    [Fact]
    public async Task AddressRefused_Switch_Is105()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsApi = new() { AddressAllowed = false };

        Assert.Equal("ERROR:105", await caller.RunTextAsync("sms.do", ("to", To), ("message", "x")));
    }

    [Fact]
    public async Task Shape_Details_IsTheOneThatAllOfficialClientsRead()
    {
        using var caller = fixture.Open();
        using var response = await caller.SendAsync(caller.Script("sms.do", ("to", To), ("message", "hello world"), ("details", "1"), ("idx", "order1842")));

        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        var id = caller.Inbox.Messages[0].GatewayId;
        Assert.Equal(
            $$$"""{"count":1,"length":11,"message":"hello world","parts":1,"list":[{"id":"{{{id}}}","points":0.165,"number":"447700900101","date_sent":{{{fixture.Clock.GetUtcNow().ToUnixTimeSeconds()}}},"submitted_number":"447700900101","status":"QUEUE","error":null,"idx":"order1842","parts":1}]}""",
            await response.Content.ReadAsStringAsync(Caller.Token));
        Assert.Equal(19, id.Length);
    }

    [Fact]
    public async Task Shape_Switches_GiveTheOtherForms()
    {
        using var caller = fixture.Open();
        async Task<JsonElement> ItemAsync(SmsApiReplyShape shape)
        {
            caller.Inbox.SmsApi = caller.Inbox.SmsApi with { Reply = shape };
            return (await caller.RunAsync("sms.do", ("to", "447700900101,447700900102"), ("message", "x"), ("details", "1"), ("idx", "a|b"))).Items()[0];
        }

        Assert.False((await ItemAsync(new() { AsOnPage = true })).TryGetProperty("parts", out _));
        Assert.Equal("0.1650", (await ItemAsync(new() { PointsAsText = true })).GetProperty("points").GetString());
        Assert.Equal(JsonValueKind.String, (await ItemAsync(new() { Date = SmsApiDateForm.UnixText })).GetProperty("date_sent").ValueKind);
        Assert.EndsWith("+02:00", (await ItemAsync(new() { Date = SmsApiDateForm.Rfc3339 })).GetProperty("date_sent").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{24}$", (await ItemAsync(new() { Ids = SmsApiIdForm.Hexadecimal })).Id());
        Assert.Matches("^0[0-9]{16}$", (await ItemAsync(new() { Ids = SmsApiIdForm.LeadingZero })).Id());
        Assert.Equal(JsonValueKind.Null, (await ItemAsync(new() { ShowIdx = false })).GetProperty("idx").ValueKind);
        Assert.Equal("447700900102", (await ItemAsync(new() { Shuffled = true })).GetProperty("number").GetString());
        Assert.Equal("x", (await ItemAsync(new() { DetailsInItems = true })).GetProperty("message").GetString());
        caller.Inbox.SmsApi = new() { Reply = new() { ErrorsAsText = true } };
        Assert.Equal("ERROR:13", await caller.TextAsync(caller.Script("sms.do", ("to", "1"), ("message", "x"))));
    }

    [Fact]
    public async Task TextReplies_WithoutFormat_AreTheOldOnes()
    {
        using var caller = fixture.Open();

        Assert.Matches("^OK:[0-9]{19}:0.165$", await caller.RunTextAsync("sms.do", ("to", To), ("message", "x")));
        Assert.Matches("^OK:[0-9]{19}:0.165:447700900101;OK:[0-9]{19}:0.165:447700900102;$", await caller.RunTextAsync("sms.do", ("to", "447700900101,447700900102"), ("message", "x")));
        Assert.StartsWith("Points: ", await caller.RunTextAsync("user.do", ("credits", "1")), StringComparison.Ordinal);
        Assert.Matches("^OK:447700900101:[0-9]+:0.05;ERROR:12:13;$", await caller.RunTextAsync("hlr.do", ("number", "447700900101,12")));
        Assert.Equal("OK:example_sub1", await caller.RunTextAsync("user.do", ("add_user", "sub1"), ("pass", new string('0', 32))));
        Assert.Equal("OK:0.000:0.000:0:0:0:unknown", await caller.RunTextAsync("user.do", ("get_user", "sub1")));
        Assert.Equal("OK: example_sub1", await caller.RunTextAsync("user.do", ("list", "1")));
        Assert.Equal("OK", await caller.RunTextAsync("sender.do", ("add", "Shop")));
        Assert.Equal("OK:ACTIVE", await caller.RunTextAsync("sender.do", ("status", "Shop")));
        Assert.Equal("OK:Shop", await caller.RunTextAsync("sender.do", ("delete", "Shop")));
    }

    [Fact]
    public async Task Scheduled_UntilDue_CanBeDeleted()
    {
        using var caller = fixture.Open();
        var due = fixture.Clock.GetUtcNow().AddHours(1);
        var date = ("date", due.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var before = caller.Inbox.GetBalance(Gateway.SmsApi);

        var reply = await caller.RunAsync("sms.do", ("to", "447700900101,447700900102"), ("message", "x"), date);
        Assert.Equal(due.ToUnixTimeSeconds(), reply.Items()[0].GetProperty("date_sent").GetInt64());
        Assert.Equal(DeliveryState.Scheduled, caller.Inbox.Messages[0].State);

        var deleted = await caller.RunAsync("sms.do", ("sch_del", reply.Items()[0].Id()));
        Assert.Equal($$"""{"count":1,"list":[{"id":"{{reply.Items()[0].Id()}}"}]}""", deleted.GetRawText());
        Assert.Equal(before - 0.165m, caller.Inbox.GetBalance(Gateway.SmsApi));
        Assert.Equal(301, (await caller.RunAsync("sms.do", ("sch_del", reply.Items()[0].Id()))).Error());
        Assert.Equal("STOP", (await caller.RunAsync("sms.do", ("status", reply.Items()[0].Id()))).Items()[0].GetProperty("status").GetString());

        fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(DeliveryState.Sent, caller.Inbox.Messages[1].State);
        Assert.Equal(301, (await caller.RunAsync("sms.do", ("sch_del", reply.Items()[1].Id()))).Error());
    }

    [Fact]
    public async Task Status_ByIds_TellsStates()
    {
        using var caller = fixture.Open();
        var sent = await caller.RunAsync("sms.do", ("to", "447700900101,447700900102"), ("message", "x"), ("idx", "a|b"));
        await caller.Inbox.ReportAsync(caller.Inbox.Messages[1], DeliveryState.Expired, cancellationToken: Caller.Token);

        var reply = await caller.RunAsync("sms.do", ("status", sent.Items()[0].Id() + "|" + sent.Items()[1].Id()));

        Assert.Equal(["QUEUE", "EXPIRED"], reply.Items().Select(item => item.GetProperty("status").GetString()!));
        Assert.Equal(["error", "id", "idx", "number", "points", "status"], reply.Items()[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(400, (await caller.RunAsync("sms.do", ("status", "1"))).Error());
    }

    [Fact]
    public async Task Users_AddEditGetList_Persist()
    {
        using var caller = fixture.Open();
        var pass = ("pass", new string('a', 32));

        Assert.Equal("""{"username":"example_subuser","limit":0,"month_limit":0,"senders":0,"phonebook":0,"active":false,"info":"unknown"}""", (await caller.RunAsync("user.do", ("add_user", "subuser"), pass)).GetRawText());
        Assert.Equal(1115, (await caller.RunAsync("user.do", ("add_user", "subuser"), pass)).Error());
        Assert.Equal(10m, (await caller.RunAsync("user.do", ("set_user", "subuser"), ("limit", "10"), ("active", "1"))).GetProperty("limit").GetDecimal());
        Assert.Equal("""{"username":"example_subuser","limit":"10.000","month_limit":"0.000","senders":0,"phonebook":0,"active":"1","info":"unknown"}""", (await caller.RunAsync("user.do", ("get_user", "subuser"))).GetRawText());
        Assert.Equal("""[{"username":"example_subuser","limit":"10.0000","month_limit":"0.0000","senders":"0","phonebook":"0","active":"1","info":"unknown"}]""", (await caller.RunAsync("user.do", ("list", "1"))).GetRawText());
    }

    [Theory]
    [InlineData(1001, "nothing=1")]
    [InlineData(1111, "add_user=&pass=x")]
    [InlineData(1112, "add_user=ab")]
    [InlineData(1113, "add_user=abcdefghijklmnopqrstuvwxyz")]
    [InlineData(1114, "add_user=a b c")]
    [InlineData(1120, "add_user=fine")]
    [InlineData(1123, "add_user=fine&pass=x")]
    [InlineData(1192, "add_user=fine&pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&pass_api=x")]
    [InlineData(1131, "add_user=fine&pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&limit=x")]
    [InlineData(1141, "add_user=fine&pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&month_limit=x")]
    [InlineData(1150, "add_user=fine&pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&senders=2")]
    [InlineData(1160, "add_user=fine&pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&phonebook=2")]
    [InlineData(1170, "add_user=fine&pass=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&active=2")]
    [InlineData(1032, "get_user=nobody")]
    public async Task Users_BadInput_IsRefusedWithItsCode(int code, string query)
    {
        using var caller = fixture.Open();

        var reply = await caller.RunAsync("user.do", [.. query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(code, reply.Error());
    }

    [Fact]
    public async Task Senders_AddStatusDefaultDelete_Persist()
    {
        using var caller = fixture.Open();

        Assert.Equal("""{"count":1}""", (await caller.RunAsync("sender.do", ("add", "Shop"))).GetRawText());
        Assert.Equal("""{"name":"Shop","sender":"Shop","status":"ACTIVE","default":false}""", (await caller.RunAsync("sender.do", ("status", "Shop"))).GetRawText());
        Assert.Equal("""{"count":1}""", (await caller.RunAsync("sender.do", ("default", "Shop"))).GetRawText());
        await caller.RunAsync("sms.do", ("to", To), ("message", "x"));
        Assert.Equal("Shop", caller.Inbox.Messages[0].From);
        Assert.Equal(2062, (await caller.RunAsync("sender.do", ("default", "Shop"))).Error());
        Assert.Equal(2115, (await caller.RunAsync("sender.do", ("add", "Shop"))).Error());
        Assert.Equal(2112, (await caller.RunAsync("sender.do", ("add", "this is too long"))).Error());
        Assert.Equal(2111, (await caller.RunAsync("sender.do", ("add", ""))).Error());
        Assert.Equal(2031, (await caller.RunAsync("sender.do", ("delete", "nobody"))).Error());
        Assert.Equal(2001, (await caller.RunAsync("sender.do")).Error());
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { NewSendersAreActive = false, AnySender = false };
        await caller.RunAsync("sender.do", ("add", "Later"));
        Assert.Equal(2061, (await caller.RunAsync("sender.do", ("default", "Later"))).Error());
        Assert.Equal(14, (await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("from", "Later"))).Error());
        Assert.Equal(14, (await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("from", "Unknown"))).Error());
    }

    [Fact]
    public async Task Prices_EachValue_IsText()
    {
        using var caller = fixture.Open();

        var prices = await caller.RunAsync("prices.do");

        Assert.Equal("""{"country":"Greece","network":"Cosmote","mcc":"202","mnc":"1","date":"1363009268","price":"0.0180"}""", prices[0].GetRawText());
    }

    [Fact]
    public async Task LookupSync_OneNumber_AnswersAtOnce()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with
        {
            Lookups = new Dictionary<string, SmsApiLookup>(StringComparer.Ordinal) { [To] = new("Example", 234, 15) { PortedFrom = "Other" } },
        };

        var item = (await caller.RunAsync("hlrsync.do", ("number", To))).Items()[0];

        Assert.Equal(["date", "id", "info", "mcc", "mnc", "number", "ported", "ported_from", "price", "status"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Other", item.GetProperty("ported_from").GetString());
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { Reply = new() { LookupPriceAsText = true } };
        Assert.Equal("0.0500", (await caller.RunAsync("hlr.do", ("number", To))).GetProperty("price").GetString());
    }

    [Fact]
    public async Task Rest_Extras_Answer()
    {
        using var caller = fixture.Open();
        var token = Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken);
        Task<string> GetAsync(string path) => caller.TextAsync(caller.Get(path).With(token));

        Assert.Equal("""{"authorized":true,"unavailable":[]}""", await GetAsync("ping"));
        Assert.Equal("""{"authorized":false,"unavailable":[]}""", await caller.TextAsync(caller.Get("api/ping").With(Caller.Bearer("wrong"))));
        Assert.Contains("\"points\":", await GetAsync("api/profile"), StringComparison.Ordinal);
        Assert.StartsWith("""{"size":5,"collection":[{"price":{"amount":0.018,"currency":"EUR"}""", await GetAsync("profile/prices?type=pro"), StringComparison.Ordinal);
        Assert.Contains("\"is_default\":true", await GetAsync("sms/sendernames"), StringComparison.Ordinal);
        Assert.Contains("\"error\":\"not_found\"", await GetAsync("sms/sendernames/nobody"), StringComparison.Ordinal);
        using var code = JsonDocument.Parse(await caller.TextAsync(caller.Form("mfa/codes", ("phone_number", To)).With(token)));
        Assert.Equal(code.RootElement.GetProperty("code").GetString(), caller.Inbox.Messages[0].Code());
        using var wrong = await caller.SendAsync(caller.Form("mfa/codes/verifications", ("phone_number", To), ("code", "x")).With(token));
        using var right = await caller.SendAsync(caller.Form("mfa/codes/verifications", ("phone_number", To), ("code", code.RootElement.GetProperty("code").GetString()!)).With(token));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NoContent), (wrong.StatusCode, right.StatusCode));
        await caller.TextAsync(caller.Form("sms/templates", ("name", "Hi"), ("template", "Hi [%1%]")).With(token));
        await caller.RunAsync("sms.do", ("to", To), ("template", "Hi"), ("param1", "you"));
        Assert.Equal("Hi you", caller.Inbox.Messages[^1].Text);
        await caller.TextAsync(caller.Form("blacklist/phone_numbers", ("phone_number", To)).With(token));
        Assert.Equal(13, (await caller.RunAsync("sms.do", ("to", To), ("message", "x"))).Error());
    }
}
