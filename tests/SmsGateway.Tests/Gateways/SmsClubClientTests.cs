using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsClub;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SMS Club's native client and the neutral features on top, against the emulator.</summary>
public sealed class SmsClubClientTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_SomeNumbersBad_TellsBoth()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        var client = harness.Services.GetRequiredKeyedService<ISmsClubClient>("SmsClub");

        var sent = await client.SendAsync(new SmsClubSend(["380670111001", "380670110003"], "hello", "Shop") { Lifetime = TimeSpan.FromHours(1) }, Stop);

        Assert.Equal("380670111001", Assert.Single(sent.Accepted).Phone);
        Assert.Equal("380670110003", Assert.Single(sent.Refused).Phone);
        Assert.Contains("\"lifetime\":60", harness.Inbox.Exchanges.Single().RequestText);
    }

    [Fact]
    public async Task SendPersonalisedAsync_TwoTexts_SendsEach()
    {
        await using var harness = new Harness(fixture, "SmsClub");

        var sent = await Client(harness).SendPersonalisedAsync("Shop", [new("0670111001", "one"), new("0670111002", "two")], Stop);

        Assert.Equal(2, sent.Accepted.Count);
        Assert.Equal(["one", "two"], harness.Inbox.Messages.OrderBy(message => message.To).Select(message => message.Text));
    }

    [Fact]
    public async Task GetStatusAsync_KnownAndUnknownIds_GivesTheKnown()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        var result = (await harness.SendAsync(new SmsMessage("+380670111001", "hello")))[0];

        var states = await Client(harness).GetStatusAsync([result.MessageId!.Value.Id, "999999999"], Stop);
        var none = await Client(harness).GetStatusAsync(["999999999"], Stop);
        var bad = await Client(harness).GetStatusAsync(["no id"], Stop);

        Assert.Equal("ENROUTE", Assert.Single(states).Status);
        Assert.Empty(none);
        Assert.Empty(bad);
    }

    [Fact]
    public async Task StatusReader_MoreThanAHundred_AsksInHundreds()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        var results = await harness.Client.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, 250).Select(GatewayUnderTest.Of("SmsClub").Number), "hello")], Stop);
        var reader = harness.Client.GetRequiredService<ISmsStatusReader>();

        var reports = await reader.GetStatusAsync([.. results.Select(SmsMessageHandle.Of), new SmsMessageHandle("SmsClub", Id: null)], Stop);

        Assert.Equal(3, harness.Inbox.Exchanges.Count(exchange => exchange.Path.EndsWith("/sms/status", StringComparison.Ordinal)));
        Assert.All(reports.SkipLast(1), report => Assert.Equal((SmsDeliveryStatus.Sent, false, "ENROUTE"), (report.Status, report.IsFinal, report.RawStatus)));
        Assert.Equal(SmsDeliveryStatus.Unknown, reports[^1].Status);
    }

    [Fact]
    public async Task Account_BalanceAndSenders_AreRead()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        harness.Inbox.SetBalance(Gateway.SmsClub, 8111.17m);
        var account = harness.Client.GetRequiredService<ISmsAccount>();

        Assert.Equal(new SmsBalance(8111.17m, "UAH"), await account.GetBalanceAsync(Stop));
        Assert.Equal(["Alpha", "Shop"], (await account.GetSendersAsync(Stop)).Select(sender => sender.Name));
    }

    [Fact]
    public async Task Originators_ApplyAndAsk_AnswerAsTheyCome()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        var application = new SmsClubOriginatorApplication
        {
            SenderId = "Bakery",
            CompanyType = "fop",
            Company = "Пекарня",
            Inn = "1234567890",
            Subject = "замовлення",
            Description = "хліб",
            Site = "https://bakery.example",
        };

        var registered = await Client(harness).RegisterOriginatorAsync(application, Stop);
        var state = await Client(harness).GetOriginatorStateAsync("Bakery", Stop);
        var refused = await Assert.ThrowsAsync<SmsException>(() => Client(harness).RegisterOriginatorAsync(application with { CompanyType = "ltd" }, Stop));

        Assert.Contains("success_request", registered);
        Assert.Contains("moderated", state);
        Assert.Equal(SmsErrorKind.InvalidRequest, refused.Error.Kind);
    }

    [Fact]
    public async Task Viber_SendStatusOriginators_Work()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        var client = Client(harness);
        var message = new SmsClubViberSend(["380670111001", "380670110003", "380670110004"], "hello", "Alpha")
        {
            ButtonText = "Open",
            ButtonUrl = new Uri("https://shop.example/"),
            SmsSender = "Shop",
            SmsMessage = "fallback",
            Lifetime = TimeSpan.FromHours(1),
        };

        var sent = await client.SendViberAsync(message, Stop);
        var chat = await client.SendViberChatAsync(message with { Phones = ["380670111001"] }, Stop);
        var states = await client.GetViberStatusAsync([sent.Accepted[0].Id], Stop);
        var names = await client.GetViberOriginatorsAsync(Stop);

        Assert.Equal("380670111001", Assert.Single(sent.Accepted).Phone);
        Assert.Equal("380670110003", Assert.Single(sent.Incorrect));
        Assert.Equal("380670110004", Assert.Single(sent.Blacklisted));
        Assert.Single(chat.Accepted);
        Assert.Equal(sent.Accepted[0].Id, Assert.Single(states).Id);
        Assert.NotEmpty(names);
    }

    [Fact]
    public async Task Viber_NoMoney_SaysSo()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        harness.Inbox.SetBalance(Gateway.SmsClub, 0);

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).SendViberAsync(new SmsClubViberSend(["380670111001"], "hello", "Alpha"), Stop));

        Assert.Equal(SmsErrorKind.InsufficientBalance, thrown.Error.Kind);
    }

    [Fact]
    public async Task Query_ServerFailsTwice_IsAskedAgain()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        harness.Inbox.Faults.OnAny(Gateway.SmsClub).Next(Fault.Html(502)).Then(Fault.CloseFin());

        var names = await Client(harness).GetOriginatorsAsync(Stop);

        Assert.Equal(2, names.Count);
        Assert.Equal(3, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task Command_AnswerLost_IsNotRepeated()
    {
        await using var harness = new Harness(fixture, "SmsClub");
        harness.Inbox.Faults.OnAny(Gateway.SmsClub).Always(Fault.CloseFin().AndAccept());

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).SendAsync(new SmsClubSend(["380670111001"], "hello", "Shop"), Stop));

        Assert.Equal(SmsErrorKind.ConnectionLost, thrown.Error.Kind);
        Assert.Single(harness.Inbox.Messages);
        Assert.Single(harness.Inbox.Exchanges);
    }

    private static ISmsClubClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISmsClubClient>("SmsClub");
}
