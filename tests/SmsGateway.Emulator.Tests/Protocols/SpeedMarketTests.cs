using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>SpeedMarket against its contract's checklist.</summary>
public sealed class SpeedMarketTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string Root = "webservice-rest/";

    [Fact]
    public async Task Credentials_EachForm_IsTaken()
    {
        using var caller = fixture.Open();
        var credentials = caller.Inbox.Credentials;
        var pair = $"user={credentials.SpeedMarketUser}&password={credentials.SpeedMarketPassword}";
        const string Fields = "type=0&number=11900000101&content=oi";

        await PostAsync(Root + "send-single", Fields, Basic(caller));
        await PostAsync(Root + "send-single.php", Fields + "&" + pair, null);
        await PostAsync(Root + "send-single?" + Fields + "&" + pair, "", null);
        await caller.TextAsync(caller.Get(Root + "send-single?" + Fields + "&" + pair));
        Assert.Equal(4, caller.Inbox.Messages.Count);
        Assert.Equal("""{"success":false,"responseCode":"010","responseDescription":"User or password is invalid","credit":"0","balance":"0"}""", await PostAsync(Root + "send-single", "", null));
        Assert.Contains("\"010\"", await caller.TextAsync(caller.Json(Root + "send-multiple?" + pair, "{}")), StringComparison.Ordinal);
        Assert.Equal("""{"success":false,"responseCode":"010","responseDescription":"User or password is invalid"}""", await caller.TextAsync(caller.Get(Root + "balance")));

        Task<string> PostAsync(string path, string body, AuthenticationHeaderValue? authorization)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, path)) { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
            request.Headers.Authorization = authorization;
            return caller.TextAsync(request);
        }
    }

    [Fact]
    public async Task Send_Accepted_HasTheEnvelopeInItsOrder()
    {
        using var caller = fixture.Open();
        caller.Inbox.SetBalance(Gateway.SpeedMarket, 8);

        var reply = await SingleAsync(caller, "type=0&country_code=55&number=11900000101&content=Ol%C3%A1+%26+%2B&campaign_id=k1&unknown=1");

        var message = Assert.Single(caller.Inbox.Messages);
        Assert.Equal($$"""{"success":true,"responseCode":"000","responseDescription":"Success queued","credit":1,"balance":"7","id":"{{message.GatewayId}}"}""", reply);
        Assert.Equal(("+5511900000101", "Olá & +", "k1"), (message.To, message.Text, message.Reference));
        caller.Inbox.SpeedMarket = new() { CreditAsText = true };
        Assert.Contains("\"credit\":\"1\"", await SingleAsync(caller, "type=0&number=11900000101&content=x"), StringComparison.Ordinal);
        caller.Inbox.SpeedMarket = new() { AsPrinted = true };
        var printed = await SingleAsync(caller, "type=0&number=11900000101&content=x");
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(printed));
    }

    [Theory]
    [InlineData("020", "number=11900000101&content=x")]
    [InlineData("020", "type=9&number=11900000101&content=x")]
    [InlineData("030", "type=0&number=11900000101&content=")]
    [InlineData("040", "type=0&number=11900000101&content=x&schedule=tomorrow")]
    [InlineData("050", "type=0&number=&content=x")]
    [InlineData("050", "type=0&number=119&content=x")]
    [InlineData("060", "type=0&number=7700900101&country_code=44&content=x")]
    [InlineData("140", "type=0&number=11900000101&content=x&schedule=2030-06-01 00:00:00&timezone= 02:00")]
    [InlineData("150", "type=6&number=11900000101&content=https%3A%2F%2Fexample.com%2Fp.png")]
    [InlineData("150", "type=8&number=11900000101&content=https%3A%2F%2Fexample.com%2Fp.jpg")]
    public async Task Send_BadInput_IsRefusedWithItsCode(string code, string fields)
    {
        using var caller = fixture.Open();

        using var reply = JsonDocument.Parse(await SingleAsync(caller, fields));

        Assert.Equal(code, reply.RootElement.GetProperty("responseCode").GetString());
        Assert.False(reply.RootElement.GetProperty("success").GetBoolean());
        Assert.Equal(["success", "responseCode", "responseDescription", "credit", "balance"], reply.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [InlineData("11900000101", "+5511900000101")]
    [InlineData("5511900000101", "+5511900000101")]
    [InlineData("551190000000", "+551190000000")]
    [InlineData("55900000101", "+5555900000101")]
    public async Task Number_WithAndWithoutCountry_IsOne(string number, string to)
    {
        using var caller = fixture.Open();

        await SingleAsync(caller, $"type=0&number={number}&content=x");

        Assert.Equal(to, Assert.Single(caller.Inbox.Messages).To);
    }

    [Theory]
    [InlineData(false, 200, 200, 200)]
    [InlineData(true, 401, 402, 403)]
    public async Task Generations_HttpStatus_Differs(bool newer, int unauthorized, int noCredit, int blocked)
    {
        await using var emulator = await Emulators.StartAsync(options => options.SpeedMarket = new() { HttpStatuses = newer });
        using var caller = new Caller(emulator);
        using var bad = await caller.SendAsync(caller.Form(Root + "send-single"));
        caller.Inbox.SetBalance(Gateway.SpeedMarket, 0);
        using var poor = await caller.SendAsync(Gateway.SpeedMarket);
        caller.Inbox.SpeedMarket = caller.Inbox.SpeedMarket with { AddressAllowed = false };
        using var closed = await caller.SendAsync(Gateway.SpeedMarket);
        caller.Inbox.SpeedMarket = caller.Inbox.SpeedMarket with { AddressAllowed = true, AccountBlocked = true };
        using var account = await caller.SendAsync(Gateway.SpeedMarket);

        Assert.Equal([unauthorized, noCredit, blocked, blocked], new[] { bad, poor, closed, account }.Select(response => (int)response.StatusCode));
        Assert.Contains("\"091\"", await closed.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
        Assert.Contains("Blocked account – Please contact support", await account.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, """{"success":false,"responseCode":"050","responseDescription":"Empty or invalid number"}""")]
    [InlineData(4, """{"success":false,"responseCode":"050","responseDescription":"Empty or invalid number","credit":"0"}""")]
    public async Task ShortErrors_Switch_LeavesMembersOut(int members, string body)
    {
        using var caller = fixture.Open();
        caller.Inbox.SpeedMarket = new() { ErrorMembers = members };

        Assert.Equal(body, await SingleAsync(caller, "type=0&number=1&content=x"));
    }

    [Fact]
    public async Task Batch_PagesSample_IsUnderstood()
    {
        using var caller = fixture.Open();
        var body = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "speedmarket", "request-batch.json"));
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, Root + "send-multiple"))
        {
            // One client labels its JSON as a form; the server does not mind.
            Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };

        var reply = await caller.TextAsync(request.With(Basic(caller)));

        Assert.Equal([("+5511900000000", "001"), ("+5511900000001", "002")], caller.Inbox.Messages.Select(message => (message.To, message.Reference!)));
        Assert.Contains("\"totalProcessed\":\"2\",\"totalSuccess\":\"2\",\"messages\":[{\"success\":true,\"responseCode\":\"000\"", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_MixedEntries_AreAnsweredByIndex()
    {
        using var caller = fixture.Open();
        const string Body = """{"defaultValues":{"type":2,"country_code":55},"messages":[{"number":"11900000101","content":"a"},{"number":1,"content":"b"},{"number":11900000102,"content":"c","type":0,"schedule":"2030-12-31 23:00:00","timezone":"-03:00"}]}""";

        using var reply = JsonDocument.Parse(await BatchAsync(Body));

        Assert.Equal([("000", true), ("050", true), ("002", true)], reply.RootElement.GetProperty("messages").EnumerateArray()
            .Select(message => (message.GetProperty("responseCode").GetString()!, message.GetProperty("success").GetBoolean())));
        Assert.Equal("2", reply.RootElement.GetProperty("totalSuccess").GetString());
        Assert.Equal(["2", "0"], caller.Inbox.Messages.Select(message => message.Extras["type"]));
        caller.Inbox.SpeedMarket = new() { BatchSaysSuccess = false };
        using var honest = JsonDocument.Parse(await BatchAsync(Body));
        Assert.False(honest.RootElement.GetProperty("messages")[1].GetProperty("success").GetBoolean());
        Assert.Contains("\"130\"", await BatchAsync("""{"messages":[]}"""), StringComparison.Ordinal);
        var many = string.Join(',', Enumerable.Range(0, 5_001).Select(_ => "{}"));
        Assert.Contains("\"120\"", await BatchAsync($$"""{"messages":[{{many}}]}"""), StringComparison.Ordinal);

        Task<string> BatchAsync(string body) => caller.TextAsync(caller.Json(Root + "send-multiple", body).With(Basic(caller)));
    }

    [Fact]
    public async Task Balance_PerService_FallsWithItsTypes()
    {
        using var caller = fixture.Open();
        caller.Inbox.SetBalance(Gateway.SpeedMarket, 10);
        foreach (var type in new[] { "0", "1", "2", "3", "5" })
        {
            await SingleAsync(caller, $"type={type}&number=11900000101&content=x");
        }

        Assert.Matches(
            """^{"success":true,"responseCode":"200","responseDescription":"Successful search","balance_1":"9","balance_2":"8","balance_3":"9","balance_4":"9","activation":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d","expiration":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"}$""",
            await caller.TextAsync(caller.Get(Root + "balance").With(Basic(caller))));
    }

    [Fact]
    public async Task LookupById_ShapesDelaysAndRepeats_AreSwitchable()
    {
        using var caller = fixture.Open();
        await SingleAsync(caller, "type=0&number=11900000101&content=a&campaign_id=k1");
        await SingleAsync(caller, "type=0&number=11900000102&content=b&campaign_id=k1");
        await SingleAsync(caller, "type=0&number=11900000103&content=c&campaign_id=k2");
        Task<string> FindAsync(string query) => caller.TextAsync(caller.Get(Root + "mt_id?" + query).With(Basic(caller)));

        using var rows = JsonDocument.Parse(await FindAsync("campaign_id=k1,k2,nobody"));
        Assert.Equal(3, rows.RootElement.GetProperty("messageCount").GetInt32());
        var first = rows.RootElement.GetProperty("messages")[0];
        Assert.Equal(["id", "campaign_id", "number", "content", "status", "sent_date", "carrier_name"], first.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("5511900000101", "-1"), (first.GetProperty("number").GetString(), first.GetProperty("status").GetString()));
        Assert.Contains("\"messageCount\":1", await FindAsync("id=" + first.GetProperty("id").GetString()), StringComparison.Ordinal);
        Assert.Equal("""{"success":true,"responseCode":"200","responseDescription":"Successful search","messageCount":0}""", await FindAsync("campaign_id=nobody"));
        Assert.Contains("\"170\"", await FindAsync(""), StringComparison.Ordinal);

        caller.Inbox.SpeedMarket = new() { RowsById = SpeedMarketRows.Data };
        Assert.Contains("\"data\":[{\"mt_id\":", await FindAsync("campaign_id=k2"), StringComparison.Ordinal);
        caller.Inbox.SpeedMarket = new() { RowsById = SpeedMarketRows.Single };
        Assert.Contains("\"message_id\":", await FindAsync("campaign_id=k2"), StringComparison.Ordinal);
        caller.Inbox.SpeedMarket = new() { HiddenLookups = 5, VisibilityDelay = TimeSpan.FromSeconds(30) };
        Assert.DoesNotContain("k2", await FindAsync("campaign_id=k2"), StringComparison.Ordinal);
        caller.Inbox.SpeedMarket = new() { HiddenLookups = 1, VisibilityDelay = TimeSpan.FromSeconds(30) };
        Assert.DoesNotContain("k2", await FindAsync("campaign_id=k2"), StringComparison.Ordinal);
        fixture.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains("k2", await FindAsync("campaign_id=k2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookupByDate_ZoneTypeAndStatus_Filter()
    {
        using var caller = fixture.Open();
        var now = fixture.Clock.GetUtcNow();
        await SingleAsync(caller, "type=0&number=11900000101&content=a");
        await SingleAsync(caller, "type=2&number=11900000102&content=b");
        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);
        string Day(double hours) => Uri.EscapeDataString(now.AddHours(hours).ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        async Task<List<string>> FindAsync(string query)
        {
            using var json = JsonDocument.Parse(await caller.TextAsync(caller.Get(Root + "mt_date?timezone=%2B02%3A00&" + query).With(Basic(caller))));
            return json.RootElement.TryGetProperty("messages", out var messages) ? [.. messages.EnumerateArray().Select(row => row.GetProperty("content").GetString() + row.GetProperty("sent_date").GetString())] : [];
        }

        var period = $"start_date={Day(-1)}&end_date={Day(1)}";
        var written = now.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["a" + written, "b" + written], await FindAsync(period));
        Assert.Equal(["b" + written], await FindAsync(period + "&type=2"));
        Assert.Equal(["a" + written], await FindAsync(period + "&status=0,1"));
        Assert.Empty(await FindAsync($"start_date={Day(1)}&end_date={Day(2)}"));
        Assert.Contains("\"170\"", await caller.TextAsync(caller.Get(Root + "mt_date?start_date=x").With(Basic(caller))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbound_Fetched_OnceOrByPeriod()
    {
        using var caller = fixture.Open();
        await SingleAsync(caller, "type=2&number=11900000101&content=a&campaign_id=k1");
        await caller.Inbox.ReplyAsync("+5511900000101", "Recebido", cancellationToken: Caller.Token);
        Task<string> FindAsync(string path) => caller.TextAsync(caller.Get(Root + path).With(Basic(caller)));
        var day = fixture.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3));
        var period = $"mo?start_date={day.AddHours(-1):yyyy-MM-ddTHH:mm:ss}&end_date={day.AddHours(1):yyyy-MM-ddTHH:mm:ss}";

        Assert.DoesNotContain("Recebido", await FindAsync("mo_new?type=0"), StringComparison.Ordinal);
        Assert.Contains("\"campaign_id\":\"k1\",\"number\":\"5511900000101\",\"content\":\"Recebido\",\"status\":\"4\"", await FindAsync("mo_new?type=2"), StringComparison.Ordinal);
        Assert.DoesNotContain("Recebido", await FindAsync("mo_new"), StringComparison.Ordinal);
        Assert.Contains("Recebido", await FindAsync(period), StringComparison.Ordinal);
        Assert.DoesNotContain("Recebido", await FindAsync(period + "&campaign_id=other"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DuplicateCampaign_Guard_IsSwitchable()
    {
        using var caller = fixture.Open();
        const string Fields = "type=0&number=11900000101&content=a&campaign_id=same";
        var first = await SingleAsync(caller, Fields);

        caller.Inbox.SpeedMarket = new() { DuplicateCampaignId = SpeedMarketDuplicate.Refused };
        Assert.Contains("\"070\"", await SingleAsync(caller, Fields), StringComparison.Ordinal);
        caller.Inbox.SpeedMarket = new() { DuplicateCampaignId = SpeedMarketDuplicate.FirstId };
        Assert.Contains(caller.Inbox.Messages[0].GatewayId, await SingleAsync(caller, Fields), StringComparison.Ordinal);
        Assert.Single(caller.Inbox.Messages);
        Assert.Contains("\"000\"", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vivo - Celular", "1")]
    [InlineData("Oi - Celular", "0")]
    [InlineData("Sercomtel", "0")]
    public async Task Carriers_SomeReportNoHandset(string carrier, string status)
    {
        using var caller = fixture.Open();
        caller.Inbox.SpeedMarket = new() { Carrier = _ => carrier };
        await SingleAsync(caller, "type=0&number=11900000101&content=a&campaign_id=c");
        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.Contains($"\"status\":\"{status}\"", await caller.TextAsync(caller.Get(Root + "mt_id?campaign_id=c").With(Basic(caller))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Landline_IsAcceptedThenBlocked()
    {
        using var caller = fixture.Open();

        await SingleAsync(caller, "type=0&number=1132000000&content=a&campaign_id=c");

        Assert.Contains("\"status\":\"-4\"", await caller.TextAsync(caller.Get(Root + "mt_id?campaign_id=c").With(Basic(caller))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "send-multiple")]
    [InlineData("POST", "cancel")]
    public async Task UnknownMethod_Is160(string method, string path)
    {
        using var caller = fixture.Open();

        using var response = await caller.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(caller.Emulator.Url, Root + path)).With(Basic(caller)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"160\"", await response.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Multipart_IsUnderstood()
    {
        using var caller = fixture.Open();
        using var form = new MultipartFormDataContent { { new StringContent("0"), "type" }, { new StringContent("11900000101"), "number" }, { new StringContent("olá"), "content" } };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, Root + "send-single")) { Content = form };

        await caller.TextAsync(request.With(Basic(caller)));

        Assert.Equal("olá", Assert.Single(caller.Inbox.Messages).Text);
    }

    private static AuthenticationHeaderValue Basic(Caller caller) => Caller.Basic(caller.Inbox.Credentials.SpeedMarketUser, caller.Inbox.Credentials.SpeedMarketPassword);

    private static Task<string> SingleAsync(Caller caller, string fields) => caller.TextAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, Root + "send-single"))
    {
        Content = new StringContent(fields, Encoding.UTF8, "application/x-www-form-urlencoded"),
    }.With(Basic(caller)));
}
