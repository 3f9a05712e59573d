using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SMSAPI's REST interface: what the emulator has, against it; the rest byte for byte, with replies as the vendor's description has them.</summary>
public sealed class SmsApiRestTests(EmulatorFixture fixture)
{
    private const string Id = "0f0f0f0f0f0f0f0f0f0f0f0f";
    private const string Ann = "48500100001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_ProfilePricesPing_AreRead()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.SetBalance(Gateway.SmsApi, 42.5m);
        var rest = Rest(harness);

        var profile = await rest.GetProfileAsync(Stop);
        var prices = await rest.GetPricesAsync(SmsApiPriceType.TwoWay, Stop);
        var ping = await rest.PingAsync(Stop);

        Assert.Equal(("example", "prepaid", 42.5m), (profile.Username, profile.PaymentType, profile.Points));
        Assert.Contains(prices, price => price is { Country: "Poland", Mcc: 260, Mnc: 2, Amount: 0.021m, Currency: "EUR" });
        Assert.Equal("?type=2way", harness.Inbox.Exchanges.Single(exchange => exchange.Path == "/profile/prices").Query);
        Assert.True(ping.Authorized);
        Assert.Empty(ping.Unavailable);
    }

    [Fact]
    public async Task Ping_BadToken_SaysSoWithoutThrowing()
    {
        await using var harness = new Harness(fixture, "SmsApi", options => ((SmsApiOptions)options).AccessToken = "wrong");

        Assert.False((await Rest(harness).PingAsync(Stop)).Authorized);
        var refused = await Assert.ThrowsAsync<SmsException>(() => Rest(harness).GetProfileAsync(Stop));
        Assert.Equal((SmsErrorKind.AuthenticationFailed, "authorization_failed"), (refused.Error.Kind, refused.Error.GatewayCode));
    }

    [Fact]
    public async Task Mfa_CreateAndVerify_KnowsRightFromWrong()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var mfa = Rest(harness).Mfa;

        var code = await mfa.CreateAsync(new SmsApiMfaRequest(Ann) { Content = "Kod: [%code%]", From = "Test" }, Stop);

        Assert.Equal($"Kod: {code.Code}", Assert.Single(harness.Inbox.Messages).Text);
        Assert.Equal(SmsApiMfaResult.Wrong, await mfa.VerifyAsync(Ann, "x" + code.Code, Stop));
        Assert.Equal(SmsApiMfaResult.Verified, await mfa.VerifyAsync(Ann, code.Code!, Stop));
        Assert.Equal(SmsApiMfaResult.Wrong, await mfa.VerifyAsync(Ann, code.Code!, Stop));
        Assert.DoesNotContain(code.Code!, code.ToString());
    }

    [Fact]
    public async Task Mfa_BadNumber_NamesTheField()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var refused = await Assert.ThrowsAsync<SmsApiException>(() => Rest(harness).Mfa.CreateAsync(new SmsApiMfaRequest("12"), Stop));

        PrintedText.Keep(refused);
        Assert.Equal((SmsErrorKind.InvalidRequest, 400), (refused.Error.Kind, refused.Error.HttpStatus));
        Assert.Equal(("phone_number", "invalid_request_data"), (Assert.Single(refused.Fields).Path, refused.Fields[0].Tag));
        await Assert.ThrowsAsync<ArgumentException>(() => Rest(harness).Mfa.CreateAsync(new SmsApiMfaRequest(Ann) { Content = "no code" }, Stop));
    }

    [Theory]
    [InlineData(404, "<html>not here</html>")]
    [InlineData(404, "")]
    [InlineData(408, "")]
    [InlineData(200, "<html>login</html>")]
    public async Task Mfa_AnswerOfSomethingInBetween_IsNoVerdict(int status, string body)
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Always(Fault.Status(status, body));

        await Assert.ThrowsAsync<SmsException>(() => Rest(harness).Mfa.VerifyAsync(Ann, "123456", Stop));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Sendernames_CreateGetDefaultDelete_Work()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var names = Rest(harness).Sendernames;

        var created = await names.CreateAsync("My Shop", Stop);
        await names.MakeDefaultAsync("My Shop", Stop);
        var read = await names.GetAsync("My Shop", Stop);
        await names.DeleteAsync("My Shop", Stop);
        var list = await names.ListAsync(Stop);
        var taken = await Assert.ThrowsAsync<SmsException>(() => names.CreateAsync("Test", Stop));
        var unknown = await Assert.ThrowsAsync<SmsException>(() => names.GetAsync("My Shop", Stop));

        Assert.Equal(("My Shop", true, false), (created.Name, created.IsActive, created.IsDefault));
        Assert.True(read.IsDefault);
        Assert.DoesNotContain(list, sender => sender.Name == "My Shop");
        Assert.Equal((409, 404), (taken.Error.HttpStatus, unknown.Error.HttpStatus));
    }

    [Fact]
    public async Task Templates_CreateUpdateListDelete_Work()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var templates = Rest(harness).Templates;

        var created = await templates.CreateAsync("Notify", "Hello [%1%]", normalize: true, Stop);
        var updated = await templates.UpdateAsync(created.Id!, "Notify", "Bye [%1%]", cancellationToken: Stop);
        var read = await templates.GetAsync(created.Id!, Stop);
        var available = await templates.ListAvailableAsync(Stop);
        await templates.DeleteAsync(created.Id!, Stop);

        Assert.Equal((true, "Hello [%1%]"), (created.Normalize, created.Text));
        Assert.Equal((created.Id, "Bye [%1%]", false), (updated.Id, updated.Text, updated.Normalize));
        Assert.Equal(updated, read);
        Assert.Equal("Notify", Assert.Single(available).Name);
        Assert.Empty(await templates.ListAsync(Stop));
    }

    [Fact]
    public async Task Blacklist_AddListDelete_Work()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var blacklist = Rest(harness).Blacklist;

        var added = await blacklist.AddAsync(Ann, new DateOnly(2030, 1, 31), Stop);
        var list = await blacklist.ListAsync("500", offset: 0, limit: 10, Stop);
        var refused = (await harness.SendAsync(new SmsMessage($"+{Ann}", "hello")))[0];
        await blacklist.DeleteAsync(added.Id, Stop);

        Assert.Equal((1, added.Id), (list.Size, Assert.Single(list.Items).Id));
        Assert.Equal(SmsErrorKind.RecipientBlocked, refused.Error!.Kind);
        Assert.Empty((await blacklist.ListAsync(cancellationToken: Stop)).Items);
        await Assert.ThrowsAsync<ArgumentException>(() => blacklist.DeleteAllAsync(" ", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => blacklist.ImportAsync(["48500,48501"], Stop));
    }

    [Fact]
    public async Task CountryVolumes_AnswerOfTheVendorsDescription_AreRead()
    {
        var stub = new Stub("""{"size":1,"collection":[{"country_code":"PL","country_limit":10,"country_name":"Poland","usage":3},{"usage":4},null]}""");
        await using var harness = new Harness(fixture, (builder, _) =>
            builder.AddSmsApi("SmsApi", options => options.AccessToken = "token").HttpClient.ConfigurePrimaryHttpMessageHandler(() => stub));

        var volumes = await Rest(harness).GetCountryVolumesAsync(2026, 7, Stop);

        Assert.Equal(new SmsApiCountryVolume("PL", 3) { CountryName = "Poland", CountryLimit = 10 }, Assert.Single(volumes));
        Assert.Equal("GET https://api.smsapi.com/shipment/country_volumes?year=2026&month=7", stub.Request);
    }

    private sealed class Stub(string reply) : HttpMessageHandler
    {
        public string? Request { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = $"{request.Method} {request.RequestUri}";
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(reply) });
        }
    }

    private sealed record Call(string Name, Func<ISmsApiRest, Task<object?>> Run, int Status, string Reply, string Request, string Result);

    private static readonly Call[] Calls =
    [
        new("statement", async rest => (await rest.Sendernames.GetStatementAsync(Stop)).Sections[0].Statements[0], 200, """{"content":"c","sections":[{"content":"s","title":"t","statements":[{"content":"I may","type":"sendername_usage_rights"}]}]}""",
            "GET /sms/sendernames/statement ", "[sendername_usage_rights, I may]"),
        new("subusers", async rest => (await rest.Subusers.ListAsync("sub", Stop)).Select(user => FormattableString.Invariant($"{user.Id} {user.Username} {user.Active} {user.Description} {user.PointsFromAccount} {user.PointsPerMonth}")), 200, $$$"""{"size":1,"collection":[{"id":"{{{Id}}}","username":"u","active":true,"description":{},"points":{"from_account":1.5,"per_month":"2"}}]}""",
            "GET /subusers?q=sub ", $"{Id} u True  1.5 2"),
        new("subuser", async rest => (await rest.Subusers.GetAsync(Id, Stop)).Id, 200, $$$"""{"id":"{{{Id}}}"}""", $"GET /subusers/{Id} ", Id),
        new("subuser create", async rest => (await rest.Subusers.CreateAsync(new SmsApiNewSubuser("u", "p") { ApiPassword = "a", Active = true, PointsPerMonth = 2.5m }, Stop)).Id, 201, $$$"""{"id":"{{{Id}}}"}""",
            """POST /subusers {"credentials":{"username":"u","password":"p","api_password":"a"},"active":true,"points":{"per_month":2.5}}""", Id),
        new("subuser update", async rest => (await rest.Subusers.UpdateAsync(Id, new SmsApiSubuserChange(Active: true) { Description = "d" }, Stop)).Id, 200, $$$"""{"id":"{{{Id}}}"}""",
            $$$"""PUT /subusers/{{{Id}}} {"active":true,"description":"d"}""", Id),
        new("subuser delete", rest => Done(rest.Subusers.DeleteAsync(Id, Stop)), 204, "", $"DELETE /subusers/{Id} ", ""),
        new("subuser sendernames", async rest => string.Join(',', (await rest.Subusers.GetSendernamesAsync(Id, Stop)).Names), 200, """{"access":"selected","senders":["a","b"]}""", $"GET /subusers/{Id}/shares/sendernames ", "a,b"),
        new("subuser set sendernames", rest => Done(rest.Subusers.SetSendernamesAsync(Id, new SmsApiShare("selected", ["a"]), Stop)), 204, "", $$$"""PUT /subusers/{{{Id}}}/shares/sendernames {"access":"selected","senders":["a"]}""", ""),
        new("subuser templates", async rest => (await rest.Subusers.GetTemplatesAsync(Id, Stop)).Access, 200, """{"access":"all"}""", $"GET /subusers/{Id}/shares/templates ", "all"),
        new("subuser set templates", rest => Done(rest.Subusers.SetTemplatesAsync(Id, new SmsApiShare("all", []), Stop)), 204, "", $$$"""PUT /subusers/{{{Id}}}/shares/templates {"access":"all","templates":[]}""", ""),
        new("blacklist one", rest => Done(rest.Blacklist.DeleteAllAsync("48500", Stop)), 204, "", "DELETE /blacklist/phone_numbers?phone_number=48500 ", ""),
        new("blacklist all", rest => Done(rest.Blacklist.DeleteAllAsync(null, Stop)), 204, "", "DELETE /blacklist/phone_numbers ", ""),
        new("blacklist import", rest => Done(rest.Blacklist.ImportAsync(["48500100001", "48500100002"], Stop)), 202, "", "POST /blacklist/phone_numbers/imports 48500100001\n48500100002", ""),
        new("blacklist add", async rest => (await rest.Blacklist.AddAsync("48500", new DateOnly(2030, 1, 31), Stop)).ExpireAt!.Value.Day, 201, $$$"""{"id":"{{{Id}}}","phone_number":"48500","expire_at":"2030-01-31","created_at":"2017-07-21T17:32:28Z"}""",
            "POST /blacklist/phone_numbers phone_number=48500&expire_at=2030-01-31", "31"),
        new("opt-outs", async rest => (await rest.OptOuts.ListAsync("48500", 0, 5, Stop)).Items[0].PhoneNumber, 200, """{"size":7,"collection":[{"id":"1","phoneNumber":48500100001,"date":"2017-07-21T17:32:28Z"}]}""",
            "GET /opt_outs?phone_number=48500&offset=0&limit=5 ", Ann),
        new("opt-out delete", rest => Done(rest.OptOuts.DeleteAsync("1", Stop)), 204, "", "DELETE /opt_outs/1 ", ""),
        new("opt-out settings", async rest => (await rest.OptOuts.GetSettingsAsync(Stop)).Brand, 200, """{"brand":"Shop"}""", "GET /opt_outs/settings ", "Shop"),
        new("opt-out update", async rest => (await rest.OptOuts.UpdateSettingsAsync(new SmsApiOptOutSettings("Shop"), Stop)).Brand, 200, """{"brand":"Shop"}""", """PUT /opt_outs/settings {"brand":"Shop"}""", "Shop"),
        new("links", async rest => (await rest.Links.ListAsync(Stop))[0].Hits, 200, """{"size":1,"collection":[{"id":1,"short_url":"https://cut.li/a","hits":5,"hits_unique":"3"}]}""", "GET /short_url/links ", "5"),
        new("link", async rest => (await rest.Links.GetAsync("123", Stop)).Expire!.Value.Year, 200, """{"id":"123","expire":"2017-07-21T17:32:28Z"}""", "GET /short_url/links/123 ", "2017"),
        new("link create", async rest => (await rest.Links.CreateAsync(new SmsApiNewLink(new Uri("https://shop.example/?a=1&b=ą")) { Name = "n", Description = "d", ExpireAfter = TimeSpan.FromDays(7) }, Stop)).ShortUrl, 201, """{"id":"1","short_url":"https://cut.li/a"}""",
            "POST /short_url/links url=https%3A%2F%2Fshop.example%2F%3Fa%3D1%26b%3D%25C4%2585&name=n&description=d&expire_time=10080&expire_unit=minutes", "https://cut.li/a"),
        new("link update", async rest => (await rest.Links.UpdateAsync("1", new SmsApiNewLink(new Uri("https://shop.example/")), Stop)).Id, 200, """{"id":"1"}""", "PUT /short_url/links/1 url=https%3A%2F%2Fshop.example%2F", "1"),
        new("link delete", rest => Done(rest.Links.DeleteAsync("1", Stop)), 204, "", "DELETE /short_url/links/1 ", ""),
        new("clicks", async rest => (await rest.Links.GetClicksAsync(new SmsApiClickFilter { From = new DateOnly(2026, 1, 2), LinkIds = ["1", "2"] }, Stop))[0].OperatingSystem, 200, """{"size":1,"collection":[{"name":"n","short_url":"https://cut.li/a","phone_number":"48500100001","date_hit":"2026-01-02","os":"Android"}]}""",
            "GET /short_url/clicks?date_from=2026-01-02&links[0]=1&links[1]=2 ", "Android"),
        new("clicks report", async rest => await rest.Links.CreateClicksReportAsync(new SmsApiClickFilter { To = new DateOnly(2026, 1, 2) }, Stop), 201, """{"link":"https://ssl.smsapi.com/report"}""", "POST /short_url/clicks_reports?date_to=2026-01-02 ", "https://ssl.smsapi.com/report"),
        new("callbacks", async rest => (await rest.Callbacks.ListAsync(Stop))[0].ReceiverNumber, 200, $$$"""{"size":1,"collection":[{"active":true,"api_version":1,"id":"{{{Id}}}","invalid":null,"receiver":{"number":"123123123","type":"number"},"type":"sms_mo","url":"https://smsapi.pl"}]}""", "GET /callbacks ", "123123123"),
        new("callback", async rest => (await rest.Callbacks.GetAsync(Id, Stop)).Active, 200, $$$"""{"id":"{{{Id}}}","active":"1"}""", $"GET /callbacks/{Id} ", "True"),
        new("callback create", async rest => (await rest.Callbacks.CreateAsync(new SmsApiNewCallback("sms_mo", new Uri("https://shop.example/r")) { ReceiverType = "all", ApiVersion = 2 }, Stop)).ReceiverType, 201, """{"id":0,"type":"sms_mo","receiver_type":"all"}""",
            """POST /callbacks {"url":"https://shop.example/r","type":"sms_mo","api_version":2,"receiver_type":"all"}""", "all"),
        new("callback update", async rest => (await rest.Callbacks.UpdateAsync(Id, new Uri("https://shop.example/r"), cancellationToken: Stop)).Id, 200, $$$"""{"id":"{{{Id}}}"}""", $$$"""PUT /callbacks/{{{Id}}} {"url":"https://shop.example/r"}""", Id),
        new("callback delete", rest => Done(rest.Callbacks.DeleteAsync(Id, Stop)), 204, "", $"DELETE /callbacks/{Id} ", ""),
        new("callback activate", rest => Done(rest.Callbacks.ActivateAsync(Id, Stop)), 202, "", $"PUT /callbacks/{Id}/commands/activate ", ""),
        new("callback deactivate", rest => Done(rest.Callbacks.DeactivateAsync(Id, Stop)), 202, "", $"PUT /callbacks/{Id}/commands/deactivate ", ""),
        new("callback test", async rest => await rest.Callbacks.TestAsync(Id, Stop), 200, """{"test_result":false,"connection_failed":true,"invalid_encoding":false,"http_response_status":null,"http_response_body":null}""",
            $"GET /callbacks/{Id}/commands/test ", "SmsApiCallbackTest { Passed = False, ConnectionFailed = True, InvalidEncoding = False, HttpStatus = , HttpBody =  }"),
        new("rcs senders", async rest => await rest.Rcs.ListSendersAsync(Stop), 200, $$$"""{"size":1,"collection":[{"id":"{{{Id}}}","sender":"Shop"}]}""", "GET /rcs/senders ", $"SmsApiRcsSender {{ Id = {Id}, Sender = Shop }}"),
        new("rcs send", async rest => await rest.Rcs.SendAsync(new SmsApiRcsMessage("48500", Id) { Text = "hi" }, Stop), 201, $$$"""{"id":"{{{Id}}}"}""", $$$"""POST /rcs/messages {"phone_number":"48500","sender":"{{{Id}}}","text":"hi"}""", Id),
        new("rcs send content", async rest => await rest.Rcs.SendAsync(new SmsApiRcsMessage("48500", Id) { Content = JsonDocument.Parse("""{"text":"hi"}""").RootElement }, Stop), 201, $$$"""{"id":"{{{Id}}}"}""",
            $$$"""POST /rcs/messages {"phone_number":"48500","sender":"{{{Id}}}","content":{"text":"hi"}}""", Id),
        new("rcs messages", async rest => (await rest.Rcs.ListMessagesAsync(Stop))[0].ReadAt!.Value.Year, 200, $$$"""{"size":1,"collection":[{"id":"{{{Id}}}","recipient":"48500","senderId":"s","sentAt":"2026-01-01T00:00:00Z","readAt":"2026-01-02T00:00:00Z","deliveredAt":null}]}""", "GET /rcs/messages ", "2026"),
        new("contacts", async rest => (await rest.Contacts.ListAsync(new SmsApiContactFilter { Query = "a b", PhoneNumbers = ["48500"], Gender = "male", Limit = 5 }, Stop)).Items[0].Groups[0].Permissions[0].Send, 200,
            $$$"""{"size":1,"collection":[{"id":"{{{Id}}}","gender":"male","groups":[{"id":"1","name":"g","permissions":[{"username":"u","read":true,"send":"1","write":0}]}]}]}""", "GET /contacts?q=a+b&phone_number[0]=48500&gender=male&limit=5 ", "True"),
        new("contact", async rest => (await rest.Contacts.GetAsync(Id, Stop)).Birthday, 200, $$$"""{"id":"{{{Id}}}","birthday_date":"1970-01-31"}""", $"GET /contacts/{Id} ", "1970-01-31"),
        new("contact create", async rest => (await rest.Contacts.CreateAsync(new SmsApiContactFields { PhoneNumber = "48500", FirstName = "Ann", Birthday = new DateOnly(1970, 1, 31), CustomFields = new Dictionary<string, string> { ["shoe size"] = "38" } }, Stop)).Id, 201, $$$"""{"id":"{{{Id}}}"}""",
            "POST /contacts phone_number=48500&first_name=Ann&birthday_date=1970-01-31&shoe size=38", Id),
        new("contact update", async rest => (await rest.Contacts.UpdateAsync(Id, new SmsApiContactFields { City = "Łódź" }, Stop)).Id, 200, $$$"""{"id":"{{{Id}}}"}""", $"PUT /contacts/{Id} city=%C5%81%C3%B3d%C5%BA", Id),
        new("contact delete", rest => Done(rest.Contacts.DeleteAsync(Id, Stop)), 204, "", $"DELETE /contacts/{Id} ", ""),
        new("contacts delete", rest => Done(rest.Contacts.DeleteAllAsync(Stop)), 202, "", "DELETE /contacts ", ""),
        new("trash restore", rest => Done(rest.Contacts.RestoreTrashAsync(Stop)), 202, "", "PUT /contacts/trash/restore ", ""),
        new("trash clean", rest => Done(rest.Contacts.CleanTrashAsync(Stop)), 204, "", "DELETE /contacts/trash ", ""),
        new("contact groups", async rest => (await rest.Contacts.GetGroupsAsync(Id, Stop))[0].Name, 200, """{"size":1,"collection":[{"id":"1","name":"g"}]}""", $"GET /contacts/{Id}/groups ", "g"),
        new("groups", async rest => (await rest.Contacts.Groups.ListAsync(Stop))[0].ContactsCount, 200, """{"size":1,"collection":[{"id":"1","name":"g","contacts_count":7}]}""", "GET /contacts/groups ", "7"),
        new("group", async rest => (await rest.Contacts.Groups.GetAsync("1", Stop)).CreatedBy, 200, """{"id":"1","created_by":"me"}""", "GET /contacts/groups/1 ", "me"),
        new("group create", async rest => (await rest.Contacts.Groups.CreateAsync("g", "d", cancellationToken: Stop)).Id, 201, """{"id":"1"}""", "POST /contacts/groups name=g&description=d", "1"),
        new("group update", async rest => (await rest.Contacts.Groups.UpdateAsync("1", idx: "x", cancellationToken: Stop)).Id, 200, """{"id":"1"}""", "PUT /contacts/groups/1 idx=x", "1"),
        new("group delete", rest => Done(rest.Contacts.Groups.DeleteAsync("1", cancellationToken: Stop)), 204, "", "DELETE /contacts/groups/1 ", ""),
        new("group delete with its contacts", rest => Done(rest.Contacts.Groups.DeleteAsync("1", deleteContacts: true, Stop)), 204, "", "DELETE /contacts/groups/1 delete_contacts=1", ""),
        new("groups delete", rest => Done(rest.Contacts.Groups.DeleteAllAsync(Stop)), 204, "", "DELETE /contacts/groups ", ""),
        new("member", async rest => (await rest.Contacts.Groups.GetMemberAsync("1", "2", Stop)).Id, 200, """{"id":"2"}""", "GET /contacts/groups/1/members/2 ", "2"),
        new("member add", async rest => (await rest.Contacts.Groups.AddMemberAsync("1", "2", Stop)).Id, 201, """{"id":"2"}""", "PUT /contacts/groups/1/members/2 ", "2"),
        new("member remove", rest => Done(rest.Contacts.Groups.RemoveMemberAsync("1", "2", Stop)), 204, "", "DELETE /contacts/groups/1/members/2 ", ""),
        new("members add", rest => Done(rest.Contacts.Groups.AddMembersAsync("1", new SmsApiContactFilter { Query = "a" }, Stop)), 202, "", "POST /contacts/groups/1/members q=a", ""),
        new("members move", rest => Done(rest.Contacts.Groups.MoveMembersAsync("1", new SmsApiContactFilter { Query = "a" }, Stop)), 204, "", "PUT /contacts/groups/1/members q=a", ""),
        new("members remove", rest => Done(rest.Contacts.Groups.RemoveMembersAsync("1", new SmsApiContactFilter { Query = "a" }, Stop)), 204, "", "DELETE /contacts/groups/1/members q=a", ""),
        new("permissions", async rest => (await rest.Contacts.Groups.ListPermissionsAsync("1", Stop))[0].Username, 200, """{"size":1,"collection":[{"username":"u"}]}""", "GET /contacts/groups/1/permissions ", "u"),
        new("permission", async rest => (await rest.Contacts.Groups.GetPermissionAsync("1", "u v", Stop)).Read, 200, """{"username":"u v","read":true}""", "GET /contacts/groups/1/permissions/u v ", "True"),
        new("permission set", async rest => (await rest.Contacts.Groups.SetPermissionAsync("1", new SmsApiGroupAccess("u", Read: true, Write: false, Send: true), Stop)).Username, 201, """{"username":"u"}""", "PUT /contacts/groups/1/permissions/u read=1&write=0&send=1", "u"),
        new("permission delete", rest => Done(rest.Contacts.Groups.DeletePermissionAsync("1", "u", Stop)), 204, "", "DELETE /contacts/groups/1/permissions/u ", ""),
        new("fields", async rest => await rest.Contacts.Fields.ListAsync(Stop), 200, """{"size":1,"collection":[{"id":"1","name":"shoe size","type":"text"}]}""", "GET /contacts/fields ", "SmsApiContactField { Id = 1, Name = shoe size, Type = text }"),
        new("field create", async rest => (await rest.Contacts.Fields.CreateAsync("shoe size", "text", Stop)).Id, 201, """{"id":"1"}""", "POST /contacts/fields name=shoe+size&type=text", "1"),
        new("field rename", async rest => (await rest.Contacts.Fields.RenameAsync("1", "size", Stop)).Id, 200, """{"id":"1"}""", "PUT /contacts/fields/1 name=size", "1"),
        new("field delete", rest => Done(rest.Contacts.Fields.DeleteAsync("1", Stop)), 204, "", "DELETE /contacts/fields/1 ", ""),
        new("field options", async rest => await rest.Contacts.Fields.GetOptionsAsync("1", Stop), 200, """{"size":1,"collection":[{"name":"small","value":"s"}]}""", "GET /contacts/fields/1/options ", "[small, s]"),
    ];

    public static TheoryData<string> CallNames => [.. Calls.Select(call => call.Name)];

    [Theory]
    [MemberData(nameof(CallNames))]
    public async Task Call_ReplyOfTheVendorsDescription_IsSentAndReadSo(string name)
    {
        var call = Calls.Single(item => item.Name == name);
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Always(Fault.Status(call.Status, call.Reply, "application/json"));

        var result = await call.Run(Rest(harness));

        Assert.Equal(call.Result, Print(result));
        var exchange = Assert.Single(harness.Inbox.Exchanges);
        Assert.Equal(call.Request, $"{exchange.Method} {exchange.Path}{exchange.Query.Replace("%5B", "[").Replace("%5D", "]")} {Encoding.UTF8.GetString(exchange.GetRequestBytes().Span)}");
    }

    [Theory]
    [MemberData(nameof(CallNames))]
    public async Task Call_AnswerThatIsNone_IsATypedError(string name)
    {
        var call = Calls.Single(item => item.Name == name);
        await using var harness = new Harness(fixture, "SmsApi", options => options.Resilience.MaxAttempts = 1);
        foreach (var (body, status) in new[] { ("<html>login</html>", 200), ("", 200), ("{\"size\":", 200), ("[7]", 200), ("{}", 500), ("{\"message\":\"m\",\"error\":\"brand_new\"}", 422) })
        {
            harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.Status(status, body, "application/json"));
            var thrown = await Assert.ThrowsAnyAsync<SmsException>(() => call.Run(Rest(harness)));

            PrintedText.Keep(thrown);
            Assert.Equal(body.Contains("brand_new") ? "brand_new" : null, thrown.Error.GatewayCode);
        }
    }

    private static string Print(object? result) => result switch
    {
        null => "",
        System.Collections.IEnumerable list and not string => string.Join(" | ", list.Cast<object>().Select(Print)),
        _ => FormattableString.Invariant($"{result}"),
    };

    private static async Task<object?> Done(Task task)
    {
        await task;
        return null;
    }

    private static ISmsApiRest Rest(Harness harness) => harness.Services.GetRequiredKeyedService<ISmsApiClient>("SmsApi").Rest;
}
