using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SMSAPI's native client for the scripts (<c>*.do</c>), against the emulator.</summary>
public sealed class SmsApiClientTests(EmulatorFixture fixture)
{
    private const string Ann = "48500101001";
    private const string Bob = "48500101002";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_SeveralRecipients_TellsWhatWasTaken()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var sent = await Client(harness).Sms.SendAsync(
            new SmsApiSend
            {
                To = [new SmsApiRecipient(Ann) { Idx = "a1" }, new SmsApiRecipient("48500110003") { Idx = "b2" }, new SmsApiRecipient("+48 500 101 002") { Idx = "c3" }],
                Message = "hello",
                Details = true,
            },
            Stop);

        Assert.Equal((2, 5, 1, "hello"), (sent.Count, sent.Length!.Value, sent.Parts!.Value, sent.Message));
        Assert.Equal([("a1", Ann, Ann), ("c3", Bob, "+48 500 101 002")], sent.Messages.Select(item => (item.Idx, item.Number, item.SubmittedNumber)));
        Assert.All(sent.Messages, item => Assert.Equal(("QUEUE", 0.165m), (item.Status, item.Points)));
        Assert.Equal(2, harness.Inbox.Messages.Count);
    }

    [Fact]
    public async Task SendAsync_AllNumbersBad_NamesEach()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var refused = await Assert.ThrowsAsync<SmsApiException>(() => Client(harness).Sms.SendAsync(new SmsApiSend { To = ["48500110003", "12"], Message = "hello" }, Stop));

        PrintedText.Keep(refused);
        Assert.Equal((SmsErrorKind.InvalidRecipient, "13"), (refused.Error.Kind, refused.Error.GatewayCode));
        Assert.Equal(["48500110003", "12"], refused.RefusedNumbers.Select(item => item.SubmittedNumber));
        Assert.DoesNotContain("48500110003", refused.ToString());
    }

    [Fact]
    public async Task SendAsync_Parameters_FillEachText()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        await Client(harness).Sms.SendAsync(
            new SmsApiSend
            {
                To = [new SmsApiRecipient(Ann) { Parameters = ["Ann", "30 & more"] }, new SmsApiRecipient(Bob) { Parameters = ["Bóß", ""] }],
                Message = $"Hi {SmsApiTags.Parameter(1)}, {SmsApiTags.Parameter(2)}!",
            },
            Stop);

        Assert.Equal(["Hi Ann, 30 & more!", "Hi Bóß, !"], harness.Inbox.Messages.OrderBy(message => message.To).Select(message => message.Text));
    }

    [Fact]
    public async Task SendAsync_TemplateAndSingle_AreHonoured()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        await Client(harness).Rest.Templates.CreateAsync("Notify", "Hello [%1%]", cancellationToken: Stop);
        await Client(harness).Rest.Templates.CreateAsync("Long", new string('x', 200), cancellationToken: Stop);
        var message = new SmsApiSend { To = [new SmsApiRecipient(Ann) { Parameters = ["Ann"] }], Template = "Notify", Single = true };

        await Client(harness).Sms.SendAsync(message, Stop);
        var tooLong = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message with { Template = "Long" }, Stop));
        var unknown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message with { Template = "None" }, Stop));

        Assert.Equal("Hello Ann", Assert.Single(harness.Inbox.Messages).Text);
        Assert.Equal(("12", "104"), (tooLong.Error.GatewayCode, unknown.Error.GatewayCode));
    }

    [Fact]
    public async Task SendAsync_Group_ReachesItsContacts()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.SmsApi = harness.Inbox.SmsApi with
        {
            Groups = new Dictionary<string, IReadOnlyList<Emulator.SmsApiContact>>
            {
                ["friends"] = [new(Ann) { Fields = new Dictionary<string, string> { ["city"] = "Gliwice" } }, new(Bob)],
                ["empty"] = [],
            },
        };
        var message = new SmsApiSend { Groups = ["friends"], Message = $"Hello {SmsApiTags.Contact("city")}" };

        var sent = await Client(harness).Sms.SendAsync(message, Stop);
        var unknown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message with { Groups = ["nobody"] }, Stop));
        var empty = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message with { Groups = ["empty"] }, Stop));

        Assert.Equal([Ann, Bob], sent.Messages.Select(item => item.Number));
        Assert.Equal(["Hello Gliwice", "Hello "], harness.Inbox.Messages.OrderBy(item => item.To).Select(item => item.Text));
        Assert.Equal(("40", "41"), (unknown.Error.GatewayCode, empty.Error.GatewayCode));
    }

    [Fact]
    public async Task SendAsync_LinkTag_BecomesAShortLinkForEach()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        await Client(harness).Sms.SendAsync(new SmsApiSend { To = [Ann, Bob], Message = $"See {SmsApiTags.Link(new Uri("https://shop.example/?a=1&b=2"))} now" }, Stop);

        Assert.All(harness.Inbox.Messages, message => Assert.Matches("^See http://cut.li/[0-9A-F]+ now$", message.Text));
        Assert.Equal(2, harness.Inbox.Messages.Select(message => message.Text).Distinct().Count());
    }

    [Fact]
    public async Task SendAsync_Binary_TravelsAsHexadecimal()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var message = new SmsApiSend { To = [Ann], Binary = SmsApiBinary.FromBytes([0x06, 0x05, 0x04, 0x0b, 0x84, 0x23, 0xf0], "abc"u8) };

        await Client(harness).Sms.SendAsync(message, Stop);
        var refused = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message with { Normalize = true }, Stop));

        Assert.Equal("616263", Assert.Single(harness.Inbox.Messages).Text);
        Assert.Equal(SmsApiBinary.WapPushHeader, message.Binary.Header, ignoreCase: true);
        Assert.Equal("25", refused.Error.GatewayCode);
    }

    [Theory]
    [InlineData(SmsApiCharset.Utf8, "zażółć Привіт 👍")]
    [InlineData(SmsApiCharset.Latin1, "façade ñ ß")]
    [InlineData(SmsApiCharset.Latin2, "zażółć gęślą jaźń")]
    [InlineData(SmsApiCharset.Latin3, "ĉirkaŭ")]
    [InlineData(SmsApiCharset.Latin4, "žąsis ķepa")]
    [InlineData(SmsApiCharset.LatinCyrillic, "Привет")]
    [InlineData(SmsApiCharset.LatinGreek, "Καλημέρα")]
    [InlineData(SmsApiCharset.Windows1250, "zażółć „gęślą” jaźń €")]
    [InlineData(SmsApiCharset.Windows1251, "Привіт, їжак €")]
    public async Task SendAsync_EveryCharset_ArrivesAsWritten(SmsApiCharset charset, string text)
    {
        await using var harness = new Harness(fixture, "SmsApi");

        await Client(harness).Sms.SendAsync(new SmsApiSend { To = [Ann], Message = text, Encoding = charset }, Stop);

        Assert.Equal(text, Assert.Single(harness.Inbox.Messages).Text);
    }

    public static TheoryData<string, SmsApiSend> Misreadable => new()
    {
        { "nobody", new SmsApiSend { Message = "hello" } },
        { "recipients and group", new SmsApiSend { To = [Ann], Groups = ["g"], Message = "hello" } },
        { "no content", new SmsApiSend { To = [Ann] } },
        { "two contents", new SmsApiSend { To = [Ann], Message = "hello", Template = "Notify" } },
        { "comma in a number", new SmsApiSend { To = ["48500101001,48500101002"], Message = "hello" } },
        { "comma in a group", new SmsApiSend { Groups = ["a,b"], Message = "hello" } },
        { "bar in a value", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Parameters = ["a|b"] }], Message = "[%1%]" } },
        { "bar in an idx", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "a|b" }], Message = "hello" } },
        { "comma in an idx", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "a,b" }], Message = "hello" } },
        { "idx for some", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "a" }, Bob], Message = "hello" } },
        { "values of different count", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Parameters = ["a"] }, Bob], Message = "[%1%]" } },
        { "five values", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Parameters = ["a", "b", "c", "d", "e"] }], Message = "[%1%]" } },
        { "check without idx", new SmsApiSend { To = [Ann], Message = "hello", CheckIdx = true } },
        { "check of a group", new SmsApiSend { Groups = ["g"], Message = "hello", CheckIdx = true } },
        { "no hexadecimal", new SmsApiSend { To = [Ann], Binary = new SmsApiBinary("06", "xyz") } },
        { "no such letter", new SmsApiSend { To = [Ann], Message = "Привіт", Encoding = SmsApiCharset.Latin2 } },
        { "half a letter", new SmsApiSend { To = [Ann], Message = "\uD83D" } },
        { "values in another charset", new SmsApiSend { To = [new SmsApiRecipient(Ann) { Parameters = ["ą"] }], Message = "[%1%]", Encoding = SmsApiCharset.Latin2 } },
        { "JSON in another charset", new SmsApiSend { To = [Ann], Message = "hello", Encoding = SmsApiCharset.Latin2, Fallback = new SmsApiFallback() } },
    };

    [Theory]
    [MemberData(nameof(Misreadable), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_MessageThatWouldBeMisread_IsRefusedBeforeAnyRequest(string why, SmsApiSend message)
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client(harness).Sms.SendAsync(message, Stop));

        Assert.False(string.IsNullOrEmpty(refused.Message), why);
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task SendAsync_AnswerLost_IsNotRepeated()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Always(Fault.CloseFin().AndAccept());

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(new SmsApiSend { To = [Ann], Message = "hello" }, Stop));

        Assert.Equal(SmsErrorKind.ConnectionLost, thrown.Error.Kind);
        Assert.Single(harness.Inbox.Exchanges);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task SendAsync_AnswerLostButCheckedIdx_IsRepeatedAndKnownAsTaken()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());
        var message = new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "order1842" }], CheckIdx = true, Message = "hello" };

        var sent = await Client(harness).Sms.SendAsync(message, Stop);
        var again = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message, Stop));

        var only = Assert.Single(sent.Messages);
        Assert.Equal((true, "order1842", null), (only.IsDuplicate, only.Idx, only.Id));
        Assert.Equal(SmsErrorKind.DuplicateMessage, again.Error.Kind);
        Assert.Single(harness.Inbox.Messages);
        Assert.Equal(3, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task SendAsync_AnswerToABulkLost_IsNotRepeatedForAllItsIdx()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());
        var message = new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "a1" }, new SmsApiRecipient(Bob) { Idx = "b2" }], CheckIdx = true, Message = "hello" };

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(message, Stop));

        Assert.Equal(SmsErrorKind.ConnectionLost, thrown.Error.Kind);
        Assert.Single(harness.Inbox.Exchanges);
        Assert.Equal(2, harness.Inbox.Messages.Count);
    }

    [Fact]
    public async Task DeleteScheduledAsync_KnownAndUnknown_TellsWhatWasDeleted()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var later = DateTimeOffset.UtcNow.AddHours(3);
        var sent = await Client(harness).Sms.SendAsync(new SmsApiSend { To = [Ann, Bob], Message = "hello", Date = later }, Stop);

        var deleted = await Client(harness).Sms.DeleteScheduledAsync([.. sent.Messages.Select(item => item.Id!)], Stop);
        var gone = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.DeleteScheduledAsync([sent.Messages[0].Id!], Stop));

        Assert.Equal(later.ToUnixTimeSeconds(), sent.Messages[0].DateSent!.Value.ToUnixTimeSeconds());
        Assert.Equal(sent.Messages.Select(item => item.Id), deleted);
        Assert.Equal("301", gone.Error.GatewayCode);
        Assert.All(harness.Inbox.Messages, message => Assert.Equal(DeliveryState.Cancelled, message.State));
    }

    [Fact]
    public async Task GetStatusAsync_KnownAndUnknown_GivesTheKnown()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var sent = await Client(harness).Sms.SendAsync(new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "a1" }], Message = "hello" }, Stop);

        var states = await Client(harness).Sms.GetStatusAsync([sent.Messages[0].Id!, "1"], Stop);
        var bad = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.GetStatusAsync(["1"], Stop));

        var only = Assert.Single(states);
        Assert.Equal((sent.Messages[0].Id, "a1", Ann, 0.165m), (only.Id, only.Idx, only.Number, only.Points));
        Assert.Equal("400", bad.Error.GatewayCode);
    }

    [Fact]
    public async Task Hlr_OrderAndLookUp_TellEachItsOwn()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.SmsApi = harness.Inbox.SmsApi with
        {
            Lookups = new Dictionary<string, SmsApiLookup> { [Bob] = new("Example network", 260, 2) { PortedFrom = "Other network" } },
        };

        var orders = await Client(harness).Hlr.OrderAsync([new SmsApiHlrNumber(Ann) { Idx = "a1" }, new SmsApiHlrNumber("12") { Idx = "b2" }], Stop);
        var one = await Client(harness).Hlr.OrderAsync([Ann], Stop);
        var bad = await Client(harness).Hlr.OrderAsync(["12"], Stop);
        var results = await Client(harness).Hlr.LookUpAsync([Ann, Bob], Stop);

        Assert.Equal((Ann, 0.05m, null), (orders[0].Number, orders[0].Price, orders[0].Error));
        Assert.Equal((null, SmsErrorKind.InvalidRecipient), (orders[1].Id, orders[1].Error!.Kind));
        Assert.NotNull(Assert.Single(one).Id);
        Assert.Equal("13", Assert.Single(bad).Error!.GatewayCode);
        Assert.Equal((NumberState.Active, 260, 2, false, null), (results[0].State, results[0].Mcc, results[0].Mnc, results[0].Ported, results[0].PortedFrom));
        Assert.Equal((true, "Other network"), (results[1].Ported, results[1].PortedFrom));
    }

    [Fact]
    public async Task Hlr_AnswerLost_IsNotChargedTwice()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.SetBalance(Gateway.SmsApi, 10);
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());

        await Assert.ThrowsAsync<SmsException>(() => Client(harness).Hlr.LookUpAsync([Ann], Stop));

        Assert.Single(harness.Inbox.Exchanges);
        Assert.Equal(9.95m, harness.Inbox.GetBalance(Gateway.SmsApi));
    }

    [Fact]
    public async Task Users_AddEditGetList_KeepWhatWasSet()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var users = Client(harness).Users;

        var added = await users.AddAsync(new SmsApiNewUser("subuser", "secret") { ApiPassword = "other", Limit = 10.5m, Info = "note: one" }, Stop);
        var edited = await users.EditAsync(new SmsApiUserChange("subuser") { Active = true, MonthLimit = 2.25m, Senders = true, Phonebook = false }, Stop);
        var read = await users.GetAsync("subuser", cancellationToken: Stop);
        await users.AddAsync(new SmsApiNewUser("other", "secret") { WithoutPrefix = true }, Stop);
        var list = await users.ListAsync(Stop);
        var twice = await Assert.ThrowsAsync<SmsException>(() => users.AddAsync(new SmsApiNewUser("subuser", "secret"), Stop));
        var unknown = await Assert.ThrowsAsync<SmsException>(() => users.GetAsync("nobody", withoutPrefix: true, Stop));

        Assert.Equal(("example_subuser", 10.5m, false), (added.Username, added.Limit, added.Active));
        Assert.Equal(("example_subuser", 10.5m, 2.25m, true, false, true, "note: one"), (edited.Username, edited.Limit, edited.MonthLimit, edited.Senders, edited.Phonebook, edited.Active, edited.Info));
        Assert.Equal(edited, read);
        Assert.Equal(["example_subuser", "other"], list.Select(user => user.Username));
        Assert.Equal(("1115", "1032"), (twice.Error.GatewayCode, unknown.Error.GatewayCode));
        var form = Encoding.UTF8.GetString(harness.Inbox.Exchanges.OrderBy(exchange => exchange.Sequence).First().GetRequestBytes().Span);
        Assert.Contains("pass=5ebe2294ecd0e0f08eab7690d2a6ee69&pass_api=795f3202b17cb6bc3d4b771d8c6c9eaf&limit=10.5", form);
        Assert.DoesNotContain("secret", form);
    }

    [Fact]
    public async Task Senders_AddStatusDefaultDeleteList_Work()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var senders = Client(harness).Senders;

        Assert.Equal(1, await senders.AddAsync("Bakery 1.0", Stop));
        var added = await senders.GetStatusAsync("Bakery 1.0", Stop);
        Assert.Equal(1, await senders.SetDefaultAsync("Bakery 1.0", Stop));
        var list = await senders.ListAsync(withNativeNames: true, Stop);
        Assert.Equal(1, await senders.DeleteAsync("Bakery 1.0", Stop));
        var twice = await Assert.ThrowsAsync<SmsException>(() => senders.AddAsync("Test", Stop));
        var bad = await Assert.ThrowsAsync<SmsException>(() => senders.AddAsync("Ünicode", Stop));
        var unknown = await Assert.ThrowsAsync<SmsException>(() => senders.GetStatusAsync("Bakery 1.0", Stop));

        Assert.Equal(("Bakery 1.0", true, false), (added.Name, added.IsActive, added.IsDefault));
        Assert.Equal("Bakery 1.0", Assert.Single(list, sender => sender.IsDefault == true).Name);
        Assert.Equal(("2115", "2112", "2031"), (twice.Error.GatewayCode, bad.Error.GatewayCode, unknown.Error.GatewayCode));
        Assert.Equal(SmsErrorKind.InvalidSender, twice.Error.Kind);
    }

    [Fact]
    public async Task PricesAndBalance_AreRead()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.SetBalance(Gateway.SmsApi, 1234.5675m);

        var prices = await Client(harness).Prices.ListAsync(Stop);
        var plain = await Client(harness).Account.GetBalanceAsync(cancellationToken: Stop);
        var details = await Client(harness).Account.GetBalanceAsync(details: true, Stop);

        Assert.Contains(prices, price => price is { Country: "Greece", Network: "Cosmote", Mcc: 202, Mnc: 1, Amount: 0.018m, Currency: "EUR" });
        Assert.Equal((1234.5675m, null), (plain.Points, plain.ProCount));
        Assert.Equal((1234.5675m, 7482L), (details.Points, details.ProCount));
    }

    [Fact]
    public async Task Query_ServerFailsTwice_IsAskedAgain()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.Html(502)).Then(Fault.CloseFin());

        Assert.NotEmpty(await Client(harness).Prices.ListAsync(Stop));

        Assert.Equal(3, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task BackupHost_MainHostClosed_AnswersScriptsOnlyAfterProof()
    {
        await using var harness = new Harness(fixture, "SmsApi", options =>
        {
            ((SmsApiOptions)options).BackupAddress = options.BaseAddress;
            options.BaseAddress = new Uri("http://127.0.0.1:1/");
        });

        var sent = await Client(harness).Sms.SendAsync(new SmsApiSend { To = [Ann], Message = "hello" }, Stop);
        var prices = await Client(harness).Prices.ListAsync(Stop);
        var rest = await Assert.ThrowsAsync<SmsException>(() => Client(harness).Rest.GetProfileAsync(Stop));

        Assert.Single(sent.Messages);
        Assert.NotEmpty(prices);
        Assert.Equal(SmsErrorKind.ConnectionFailed, rest.Error.Kind);
    }

    [Fact]
    public async Task BackupHost_AnswerOfMainHostLost_IsNotAsked()
    {
        await using var harness = new Harness(fixture, "SmsApi", options => ((SmsApiOptions)options).BackupAddress = new Uri(options.BaseAddress!, "/api/"));
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Always(Fault.Reset().AndAccept());

        await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(new SmsApiSend { To = [Ann], Message = "hello" }, Stop));
        await Assert.ThrowsAsync<SmsException>(() => Client(harness).Sms.SendAsync(new SmsApiSend { To = [new SmsApiRecipient(Ann) { Idx = "a1" }], CheckIdx = true, Message = "hello" }, Stop));

        Assert.All(harness.Inbox.Exchanges, exchange => Assert.Equal("/sms.do", exchange.Path));
    }

    [Fact]
    public async Task Media_MmsAndVms_TravelLikeSms()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var client = Client(harness);

        var mms = await client.Mms.SendAsync(new SmsApiMms("Sale", "<smil/>") { To = [new SmsApiRecipient(Ann) { Idx = "m1" }], CheckIdx = true }, Stop);
        var vms = await client.Vms.SendAsync(
            new SmsApiVms { To = [Ann, Bob], Tts = "Your code", TtsLector = "ewa", Try = 2, Interval = TimeSpan.FromMinutes(5), Date = DateTimeOffset.UtcNow.AddHours(2) }, Stop);
        var states = await client.Mms.GetStatusAsync([mms.Messages[0].Id!], Stop);
        var deleted = await client.Vms.DeleteScheduledAsync([.. vms.Messages.Select(item => item.Id!)], Stop);

        Assert.Equal("m1", Assert.Single(states).Idx);
        Assert.Equal(2, deleted.Count);
        Assert.Equal(["/mms.do", "/vms.do", "/mms.do", "/vms.do"], harness.Inbox.Exchanges.OrderBy(exchange => exchange.Sequence).Select(exchange => exchange.Path));
        Assert.Equal(["Mms", "Voice", "Voice"], harness.Inbox.Messages.Select(message => message.Channel.ToString()).Order());
        await Assert.ThrowsAsync<ArgumentException>(() => client.Vms.SendAsync(new SmsApiVms { To = [Ann] }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Mms.SendAsync(new SmsApiMms("Sale", "<smil/>") { To = [new SmsApiRecipient(Ann) { Parameters = ["a"] }] }, Stop));
    }

    private static ISmsApiClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISmsApiClient>("SmsApi");
}
