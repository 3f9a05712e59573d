using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>SMS Club against its contract's checklist.</summary>
public sealed class SmsClubTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    [Fact]
    public async Task Send_PartlyBad_IsSorted()
    {
        using var caller = fixture.Open();

        var reply = await PostAsync(caller, "sms/send", """{"phone":["380000000101","0443000000","380000000102",380000000103],"message":"t\u0435st","src_addr":"Alpha","lifetime":"60","integration_id":77}""");

        var messages = caller.Inbox.Messages;
        var ids = messages.Select(message => message.GatewayId).ToList();
        Assert.Equal("{\"success_request\":{\"info\":{\"" + ids[0] + "\":\"380000000101\",\"" + ids[1] + "\":\"380000000102\",\"" + ids[2] + "\":\"380000000103\"},\"add_info\":{\"0443000000\":\"Incorrect phone number\"}}}", reply);
        Assert.Equal(("Alpha", "tеst", "77"), (messages[0].From, messages[0].Text, messages[0].Extras["integration_id"]));
        Assert.Equal(fixture.Clock.GetUtcNow().AddMinutes(60), messages[0].ExpiresAt);
        Assert.All(messages, message => Assert.Equal(9, message.GatewayId.Length));
    }

    [Fact]
    public async Task Send_NoneGood_HasNoInfo()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsClub = new() { Language = SmsClubLanguage.Ukrainian };

        Assert.Equal("""{"success_request":{"add_info":{"12":"Невірний номер телефону"}}}""", await PostAsync(caller, "sms/send", """{"phone":["12"],"message":"x","src_addr":"Alpha"}"""));
    }

    [Theory]
    [InlineData("message", """{"phone":["380000000101"],"message":"","src_addr":"Alpha"}""")]
    [InlineData("message", """{"phone":["380000000101"],"message":"{LONG}","src_addr":"Alpha"}""")]
    [InlineData("src_addr", """{"phone":["380000000101"],"message":"x"}""")]
    [InlineData("src_addr", """{"phone":["380000000101"],"message":"x","src_addr":"much too long"}""")]
    [InlineData("phone", """{"phone":"380000000101","message":"x","src_addr":"Alpha"}""")]
    [InlineData("phone", """{"message":"x","src_addr":"Alpha"}""")]
    [InlineData("phone", """{"phone":[],"message":"x","src_addr":"Alpha"}""")]
    [InlineData("lifetime", """{"phone":["380000000101"],"message":"x","src_addr":"Alpha","lifetime":"soon"}""")]
    public async Task Send_BadField_Is400WithTheFieldsName(string field, string body)
    {
        using var caller = fixture.Open();

        using var response = await SendAsync(caller, "sms/send", body.Replace("{LONG}", new string('ж', 662), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("{\"success_request\":{\"add_info\":{\"" + field + "\":", await response.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [InlineData("wrong", "sms/balance", "", 401, "Unauthorized")]
    [InlineData(null, "v2/sms/unknown", "{}", 404, "Not Found")]
    [InlineData(null, "sms/send", "{\"id_sms\":[\"106\"],}", 400, "Bad Request")]
    public async Task FrameworkErrors_HaveTheFrameworksForm(string? token, string path, string body, int status, string name)
    {
        using var caller = fixture.Open();

        using var response = await SendAsync(caller, path, body, token);

        Assert.Equal(status, (int)response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Caller.Token));
        Assert.Equal((name, 0, status), (json.RootElement.GetProperty("name").GetString(), json.RootElement.GetProperty("code").GetInt32(), json.RootElement.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task CallsWithoutParameters_TakeAnyBody(string? body)
    {
        using var caller = fixture.Open();
        caller.Inbox.SetBalance(Gateway.SmsClub, 8111.17m);
        var chunked = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, "sms/balance")) { Content = new StringContent(body ?? "") };
        chunked.Headers.TransferEncodingChunked = true;
        chunked.Headers.ExpectContinue = true;

        Assert.Equal("""{"success_request":{"info":{"money":"8111.1700","currency":"UAH"}}}""", await PostAsync(caller, "sms/balance", body));
        Assert.Equal("""{"success_request":{"info":["Alpha","Shop"]}}""", await PostAsync(caller, "sms/originator", body));
        Assert.Contains("8111.1700", await caller.TextAsync(chunked.With(Caller.Bearer(caller.Inbox.Credentials.SmsClubToken))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_IsRefusedUnlessSwitched()
    {
        using var caller = fixture.Open();
        var request = () => caller.Get("sms/balance").With(Caller.Bearer(caller.Inbox.Credentials.SmsClubToken));

        using var refused = await caller.SendAsync(request());
        caller.Inbox.SmsClub = new() { GetAllowed = true };
        using var allowed = await caller.SendAsync(request());

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.OK), (refused.StatusCode, allowed.StatusCode));
    }

    [Fact]
    public async Task Duplicate_WithinTwoMinutes_Is453()
    {
        using var caller = fixture.Open();
        const string Body = """{"phone":["380000000101"],"message":"same","src_addr":"Alpha"}""";
        const string Other = """{"phone":["380000000101","380000000102"],"message":"same","src_addr":"Shop"}""";

        await PostAsync(caller, "sms/send", Body);
        using var duplicate = await SendAsync(caller, "sms/send", Other);
        Assert.Equal(453, (int)duplicate.StatusCode);
        Assert.Single(caller.Inbox.Messages);
        caller.Inbox.SmsClub = new() { DuplicateRefusesOneNumber = true };
        Assert.Contains("\"380000000102\"}", await PostAsync(caller, "sms/send", Other), StringComparison.Ordinal);
        caller.Inbox.SmsClub = new() { DuplicateWithoutBody = true };
        using var empty = await SendAsync(caller, "sms/send", Body);
        Assert.Equal("", await empty.Content.ReadAsStringAsync(Caller.Token));
        fixture.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Contains("info", await PostAsync(caller, "sms/send", Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 453)]
    [InlineData(false, 200)]
    public async Task Duplicate_AfterLostAnswer_TellsWhetherTheFirstWasKept(bool accept, int status)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(accept ? Fault.Reset().AndAccept() : Fault.Reset());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.SmsClub));

        using var again = await caller.SendAsync(Gateway.SmsClub);

        Assert.Equal(status, (int)again.StatusCode);
        Assert.Single(caller.Inbox.Messages);
    }

    [Fact]
    public async Task SameNumberTwice_GetsTwoIdsOrIsDuplicate()
    {
        using var caller = fixture.Open();
        const string Body = """{"phone":["380000000101","380000000101"],"message":"x","src_addr":"Alpha"}""";

        using (var json = JsonDocument.Parse(await PostAsync(caller, "sms/send", Body)))
        {
            Assert.Equal(2, json.RootElement.GetProperty("success_request").GetProperty("info").EnumerateObject().Count());
        }

        caller.Inbox.SmsClub = new() { RepeatedNumberIsDuplicate = true, DuplicateWindow = TimeSpan.Zero };
        using var response = await SendAsync(caller, "sms/send", Body);
        Assert.Equal(453, (int)response.StatusCode);
    }

    [Fact]
    public async Task Personal_LocalNumbersAndRepeats_AreTaken()
    {
        using var caller = fixture.Open();

        await PostAsync(caller, "v2/sms/send", """{"src_addr":"Alpha","data_message":[{"phone":"0000000101","message":"a"},{"phone":"0000000101","message":"b"}]}""");

        Assert.Equal([("+380000000101", "a"), ("+380000000101", "b")], caller.Inbox.Messages.Select(message => (message.To, message.Text)));
    }

    [Fact]
    public async Task Status_EachState_HasItsWord()
    {
        using var caller = fixture.Open();
        var states = new[] { DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Expired, DeliveryState.Undelivered, DeliveryState.Rejected };
        await PostAsync(caller, "sms/send", """{"phone":["380000000101","380000000102","380000000103","380000000104","380000000105"],"message":"x","src_addr":"Alpha"}""");
        var ids = caller.Inbox.Messages.Select(message => message.GatewayId).ToList();
        for (var i = 0; i < states.Length; i++)
        {
            await caller.Inbox.ReportAsync(caller.Inbox.Messages[i], states[i], cancellationToken: Caller.Token);
        }

        using var json = JsonDocument.Parse(await PostAsync(caller, "sms/status", $$"""{"id_sms":["{{ids[0]}}","{{ids[1]}}",{{ids[2]}},"{{ids[3]}}","{{ids[4]}}","1"]}"""));
        Assert.Equal(["ENROUTE", "DELIVRD", "EXPIRED", "UNDELIV", "REJECTD"], json.RootElement.GetProperty("success_request").GetProperty("info").EnumerateObject().Select(entry => entry.Value.GetString()!));
        Assert.Equal("""{"success_request":{"info":[]}}""", await PostAsync(caller, "sms/status", """{"id_sms":["1","2"]}"""));
        Assert.Equal("""{"success_request":{"add_info":"Incorrect id"}}""", await PostAsync(caller, "sms/status", """{"id_sms":["x"]}"""));
    }

    [Fact]
    public async Task Money_FallsAndEnds()
    {
        using var caller = fixture.Open();
        caller.Inbox.SetBalance(Gateway.SmsClub, 1m);

        await PostAsync(caller, "sms/send", """{"phone":["380000000101"],"message":"x","src_addr":"Alpha"}""");
        Assert.Equal(0.25m, caller.Inbox.GetBalance(Gateway.SmsClub));
        Assert.Contains("add_info", await PostAsync(caller, "sms/send", """{"phone":["380000000102"],"message":"x","src_addr":"Alpha"}"""), StringComparison.Ordinal);
        caller.Inbox.SmsClub = new() { NoMoney = SmsClubNoMoney.Status464 };
        using var response = await SendAsync(caller, "sms/send", """{"phone":["380000000102"],"message":"x","src_addr":"Alpha"}""");
        Assert.Equal(464, (int)response.StatusCode);
    }

    [Fact]
    public async Task Emoji_ArriveAsQuestionMarks()
    {
        using var caller = fixture.Open();

        await PostAsync(caller, "sms/send", """{"phone":["380000000101"],"message":"a😀б","src_addr":"Alpha"}""");

        Assert.Equal("a?б", caller.Inbox.Messages[0].Text);
    }

    [Fact]
    public async Task Limiter_TenthRequestInASecond_IsRefused()
    {
        using var caller = fixture.Open();
        for (var i = 0; i < 9; i++)
        {
            await PostAsync(caller, "sms/balance", "");
        }

        using var refused = await SendAsync(caller, "sms/originator", "");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Null(refused.Headers.RetryAfter);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("money", await PostAsync(caller, "sms/balance", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlphaNames_Unknown_AreRefusedAndCanBeApplied()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsClub = new() { AnyAlphaName = false };
        const string Body = """{"phone":["380000000101"],"message":"x","src_addr":"NewShop"}""";

        Assert.Contains("src_addr", await PostAsync(caller, "sms/send", Body), StringComparison.Ordinal);
        await PostAsync(caller, "originators/registration-originators", """{"sender_id":"NewShop","company_type":"fop","company":"\u0424\u041e\u041f","inn":"1","okpo":"","subject":"s","description":"d","site":"https://example.com"}""");
        Assert.Contains("Being moderated", await PostAsync(caller, "originators/stat-originators", """{"sender_id":"NewShop"}"""), StringComparison.Ordinal);
        Assert.Contains("Approved", await PostAsync(caller, "originators/stat-originators", """{"sender_id":"NewShop"}"""), StringComparison.Ordinal);
        Assert.Contains("NewShop", await PostAsync(caller, "sms/originator", ""), StringComparison.Ordinal);
        Assert.Contains("info", await PostAsync(caller, "sms/send", Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viber_HasItsOwnEnvelope()
    {
        using var caller = fixture.Open();
        var credentials = caller.Inbox.Credentials;
        var basic = caller.Json("vibers/send", """{"sender":"Alpha","phones":["380000000101","12"],"message":"t"}""").With(Caller.Basic(credentials.SmsClubLogin, credentials.SmsClubPassword));

        var reply = await caller.TextAsync(basic);

        var message = Assert.Single(caller.Inbox.Messages);
        Assert.Equal("{\"successfulRequest\":{\"requestData\":{\"messages\":[{\"id\":" + message.GatewayId + ",\"number\":\"380000000101\"}],\"additionalInfo\":{\"incorrectPhones\":[\"12\"]}}}}", reply);
        Assert.Equal(Channel.Viber, message.Channel);
        Assert.Contains($"\"{message.GatewayId}\":{{\"status\":", await PostAsync(caller, "vibers/status", $$"""{"messageIds":["{{message.GatewayId}}"]}"""), StringComparison.Ordinal);
        using var bug = await SendAsync(caller, "vibers/send", """{"messageIds":["1"]}""");
        Assert.Equal(463, (int)bug.StatusCode);
        Assert.Single(caller.Inbox.Messages);
    }

    [Fact]
    public async Task Form_WhereSwitched_IsTaken()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsClub = new() { FormAllowed = true };
        var request = caller.Form("sms/send", ("phone[]", "380000000101"), ("message", "x"), ("src_addr", "Alpha"));

        Assert.Contains("info", await caller.TextAsync(request.With(Caller.Bearer(caller.Inbox.Credentials.SmsClubToken))), StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(Caller caller, string path, string? body)
    {
        using var response = await SendAsync(caller, path, body);
        return await response.Content.ReadAsStringAsync(Caller.Token);
    }

    private static Task<HttpResponseMessage> SendAsync(Caller caller, string path, string? body, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return caller.SendAsync(request.With(Caller.Bearer(token ?? caller.Inbox.Credentials.SmsClubToken)));
    }
}
