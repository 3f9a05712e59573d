using System.Net;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>SMSAPI's REST interface: what it keeps, and how it refuses.</summary>
public sealed class SmsApiRestTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string Ann = "447700900101";
    private const string Bob = "447700900102";
    private const string Nobody = "0f0f0f0f0f0f0f0f0f0f0f0f";

    [Theory]
    [InlineData("GET contacts/" + Nobody)]
    [InlineData("PUT contacts/" + Nobody)]
    [InlineData("DELETE contacts/" + Nobody)]
    [InlineData("GET contacts/" + Nobody + "/groups")]
    [InlineData("GET contacts/groups/" + Nobody)]
    [InlineData("DELETE contacts/groups/" + Nobody)]
    [InlineData("PUT contacts/groups/" + Nobody + "/members")]
    [InlineData("GET contacts/groups/" + Nobody + "/permissions")]
    [InlineData("PUT contacts/fields/" + Nobody)]
    [InlineData("GET contacts/fields/" + Nobody + "/options")]
    [InlineData("GET short_url/links/1")]
    [InlineData("DELETE short_url/links/1")]
    [InlineData("GET short_url/clicks_reports/1")]
    [InlineData("DELETE opt_outs/1")]
    [InlineData("DELETE blacklist/phone_numbers/1")]
    [InlineData("GET callbacks/" + Nobody)]
    [InlineData("GET callbacks/" + Nobody + "/commands/test")]
    [InlineData("PUT callbacks/" + Nobody + "/commands/activate")]
    [InlineData("GET subusers/" + Nobody + "/shares/templates")]
    [InlineData("GET rcs/nothing")]
    public async Task Unknown_Id_Is404(string request)
    {
        using var caller = fixture.Open();

        var (status, reply) = await AskAsync(caller, request);

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (status, reply.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("POST contacts", "first_name=Ann", "phone_number")]
    [InlineData("POST contacts", "phone_number=12", "phone_number")]
    [InlineData("POST contacts", "phone_number=" + Ann + "&gender=other", "gender")]
    [InlineData("POST contacts", "phone_number=" + Ann + "&birthday_date=31.01.1970", "birthday_date")]
    [InlineData("POST contacts/groups", "description=d", "name")]
    [InlineData("POST contacts/fields", "type=text", "name")]
    [InlineData("POST contacts/fields", "name=size&type=colour", "type")]
    [InlineData("POST short_url/links", "name=sale", "url")]
    [InlineData("POST short_url/links", "url=https://shop.example&expire_time=1&expire_unit=years", "expire_time")]
    [InlineData("POST short_url/clicks_reports", "date_from=yesterday", "date_from")]
    [InlineData("POST blacklist/phone_numbers", "phone_number=" + Ann + "&expire_at=soon", "expire_at")]
    [InlineData("POST blacklist/phone_numbers/imports", "no numbers", "import")]
    [InlineData("PUT opt_outs/settings", "", "brand")]
    [InlineData("POST callbacks", """{"url":"https://shop.example","type":"sms"}""", "type")]
    [InlineData("POST callbacks", """{"url":"shop","type":"sms_dlr"}""", "url")]
    [InlineData("POST callbacks", """{"url":"https://shop.example","type":"sms_mo"}""", "receiver_type")]
    [InlineData("POST callbacks", """{"url":"https://shop.example","type":"sms_mo","receiver_type":"number"}""", "receiver_number")]
    [InlineData("POST rcs/messages", """{"phone_number":"12","sender":"65f0a1b2c3d4000000000001","text":"x"}""", "phone_number")]
    [InlineData("POST rcs/messages", """{"phone_number":"447700900101","sender":"Shop","text":"x"}""", "sender")]
    [InlineData("POST rcs/messages", """{"phone_number":"447700900101","sender":"65f0a1b2c3d4000000000001"}""", "text")]
    public async Task Bad_Field_Is400AndNamed(string request, string body, string field)
    {
        using var caller = fixture.Open();

        var (status, reply) = await AskAsync(caller, request, body);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request_data"), (status, reply.GetProperty("error").GetString()));
        Assert.Equal(field, reply.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("contacts/groups", "name=friends")]
    [InlineData("contacts/fields", "name=size")]
    [InlineData("short_url/links", "url=https://shop.example&name=sale")]
    public async Task Taken_Name_Is409(string path, string body)
    {
        using var caller = fixture.Open();

        Assert.Equal(HttpStatusCode.Created, (await AskAsync(caller, "POST " + path, body)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(caller, "POST " + path, body)).Status);
    }

    [Theory]
    [InlineData("GET contacts")]
    [InlineData("POST short_url/links")]
    [InlineData("GET callbacks")]
    [InlineData("POST rcs/messages")]
    [InlineData("GET opt_outs")]
    public async Task Wrong_Token_Is401(string request)
    {
        using var caller = fixture.Open();

        var (status, reply) = await AskAsync(caller, request, token: "wrong");

        Assert.Equal((HttpStatusCode.Unauthorized, "authorization_failed"), (status, reply.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Contact_SameNumberAgain_IsChangedNotDoubled()
    {
        using var caller = fixture.Open();

        var first = await AskAsync(caller, "POST contacts", $"phone_number=%2B{Ann}&first_name=Ann");
        var again = await AskAsync(caller, "POST contacts", $"phone_number={Ann}&city=Bath");
        var other = await AskAsync(caller, "POST contacts", $"phone_number={Bob}");
        var clash = await AskAsync(caller, $"PUT contacts/{other.Reply.Id()}", $"phone_number={Ann}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.Status, again.Status, clash.Status));
        Assert.Equal((first.Reply.Id(), "Ann", "Bath"), (again.Reply.Id(), again.Reply.GetProperty("first_name").GetString(), again.Reply.GetProperty("city").GetString()));
    }

    [Fact]
    public async Task Contacts_MoreThanFive_ComeInParts()
    {
        using var caller = fixture.Open();
        for (var i = 0; i < 7; i++)
        {
            await AskAsync(caller, "POST contacts", $"phone_number=44770090010{i}&first_name=n{9 - i}");
        }

        var usual = (await AskAsync(caller, "GET contacts")).Reply;
        var rest = (await AskAsync(caller, "GET contacts?order_by=first_name&offset=6&limit=5")).Reply;

        Assert.Equal((7, 5), (usual.GetProperty("size").GetInt32(), usual.GetProperty("collection").GetArrayLength()));
        Assert.Equal(["n9"], rest.GetProperty("collection").EnumerateArray().Select(item => item.GetProperty("first_name").GetString()));
    }

    [Fact]
    public async Task Contacts_Json_IsTakenUnlessTheSwitchSaysNot()
    {
        using var caller = fixture.Open();
        var body = $$"""{"phone_number":"{{Ann}}"}""";

        Assert.Equal(HttpStatusCode.Created, (await AskAsync(caller, "POST contacts", body)).Status);
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { ContactsRefuseJson = true };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await AskAsync(caller, "POST contacts", body)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(caller, "POST contacts", $"phone_number={Ann}")).Status);
    }

    [Fact]
    public async Task Contact_OfALostRequest_IsKeptOnlyIfTheFaultSaysSo()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.Status(500, "")).Then(Fault.Status(500, "").AndAccept());

        await AskAsync(caller, "POST contacts", $"phone_number={Ann}");
        await AskAsync(caller, "POST contacts", $"phone_number={Bob}");

        var kept = (await AskAsync(caller, "GET contacts")).Reply;
        Assert.Equal(Bob, Assert.Single(kept.GetProperty("collection").EnumerateArray()).GetProperty("phone_number").GetString());
    }

    [Fact]
    public async Task Blacklist_DayPassed_LetsTheNumberOff()
    {
        using var caller = fixture.Open();
        await AskAsync(caller, "POST blacklist/phone_numbers", $"phone_number={Ann}&expire_at=2030-01-01");
        await AskAsync(caller, "POST blacklist/phone_numbers/imports", $"{Bob}\n");

        var sent = await caller.RunAsync("sms.do", ("to", $"{Ann},{Bob}"), ("message", "x"));

        Assert.Equal(Ann, Assert.Single(sent.Items()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task OptOut_Deleted_GetsMessagesAgain()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { OptedOut = [Ann] };
        Assert.Equal(13, (await caller.RunAsync("sms.do", ("to", Ann), ("message", "x"))).Error());

        var item = Assert.Single((await AskAsync(caller, "GET opt_outs")).Reply.GetProperty("collection").EnumerateArray());
        await AskAsync(caller, $"DELETE opt_outs/{item.Id()}");

        Assert.Equal(JsonValueKind.Number, item.GetProperty("phoneNumber").ValueKind);
        Assert.Null((await caller.RunAsync("sms.do", ("to", Ann), ("message", "x"))).Error());
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { HasOptOuts = false };
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(caller, "GET opt_outs")).Status);
    }

    [Fact]
    public async Task Callback_Active_GetsTheReports()
    {
        await using var receiver = await Receiver.StartAsync();
        using var caller = fixture.Open();
        var id = (await AskAsync(caller, "POST callbacks", $$"""{"url":"{{receiver.Url}}","type":"sms_dlr"}""")).Reply.Id();
        await caller.RunAsync("sms.do", ("to", Ann), ("message", "x"));

        await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);
        await AskAsync(caller, $"PUT callbacks/{id}/commands/deactivate");
        var nowhere = await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.Contains($"MsgId={caller.Inbox.Messages[0].GatewayId}", Assert.Single(receiver.Pushes).Query, StringComparison.Ordinal);
        Assert.StartsWith("no target", nowhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clicks_OfALink_AreCountedAndReported()
    {
        using var caller = fixture.Open();
        var link = (await AskAsync(caller, "POST short_url/links", "url=https://shop.example&expire_time=7&expire_unit=days")).Reply;
        await caller.RunAsync("sms.do", ("to", $"{Ann},{Bob}"), ("message", "See " + link.GetProperty("short_url").GetString()));
        await caller.Inbox.SmsApiCallbacks.LinkOpenedAsync([.. caller.Inbox.Messages, caller.Inbox.Messages[0]], Caller.Token);

        var read = (await AskAsync(caller, $"GET short_url/links/{link.Id()}")).Reply;
        var clicks = (await AskAsync(caller, $"GET short_url/clicks?date_from=2030-01-01&links[0]={link.Id()}")).Reply;
        var none = (await AskAsync(caller, "GET short_url/clicks?date_to=2029-12-31")).Reply;
        var report = new Uri((await AskAsync(caller, "POST short_url/clicks_reports")).Reply.GetProperty("link").GetString()!);

        Assert.Equal(("2030-01-08T00:00:00Z", 3, 2), (read.GetProperty("expire").GetString(), read.GetProperty("hits").GetInt32(), read.GetProperty("hits_unique").GetInt32()));
        Assert.Equal((3, 0), (clicks.GetProperty("size").GetInt32(), none.GetProperty("size").GetInt32()));
        Assert.Contains(Bob, await caller.TextAsync(caller.Get(report.AbsolutePath[1..]).With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken))), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Reply)> AskAsync(Caller caller, string request, string body = "", string? token = null)
    {
        var (method, path) = request.Split(' ') is [var verb, var address] ? (verb, address) : default;
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(caller.Emulator.Url, path)).With(Caller.Bearer(token ?? caller.Inbox.Credentials.SmsApiAccessToken));
        if (body.Length > 0)
        {
            message.Content = new StringContent(body, Encoding.UTF8, body[0] == '{' ? "application/json" : "application/x-www-form-urlencoded");
        }

        using var response = await caller.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync(Caller.Token);
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
