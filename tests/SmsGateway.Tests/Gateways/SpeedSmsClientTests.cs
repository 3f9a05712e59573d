using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SpeedSMS's native client against the emulator.</summary>
public sealed class SpeedSmsClientTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetUserInfoAsync_EnvelopeOrBare_ReadsTheBalanceAsItFalls(bool bare)
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.SpeedSms = harness.Inbox.SpeedSms with { BareUserInfo = bare };
        harness.Inbox.SetBalance(Gateway.SpeedSms, 2_000.5m);
        await Client(harness).SendAsync(new SpeedSmsSend(["84900111001"], "hello"), Stop);

        var user = await Client(harness).GetUserInfoAsync(Stop);

        Assert.Equal(new SpeedSmsUser(1_750.5m, "VND") { Email = "a@example.test" }, user);
        Assert.DoesNotContain("example", user.ToString());
    }

    [Theory]
    [InlineData(SpeedSmsType.Advertising, "")]
    [InlineData(SpeedSmsType.CustomerCare, "")]
    [InlineData(SpeedSmsType.BrandName, "Shop")]
    [InlineData(SpeedSmsType.Notify, "Verify")]
    [InlineData(SpeedSmsType.Notify, "")]
    [InlineData(SpeedSmsType.AndroidPhone, "0123456789abcdef")]
    [InlineData(SpeedSmsType.FixedNumber, "")]
    [InlineData(SpeedSmsType.OwnNumber, "0900000001")]
    [InlineData(SpeedSmsType.TwoWayNumber, "0900000002")]
    public async Task SendAsync_EachType_ArrivesWithItsSender(SpeedSmsType type, string sender)
    {
        await using var harness = new Harness(fixture, "SpeedSms");

        var sent = await Client(harness).SendAsync(new SpeedSmsSend(["84900111001", "0900111002"], "hello") { Type = type, Sender = sender }, Stop);

        Assert.Equal((2, 500m, 0), (sent.TotalSms, sent.TotalPrice, sent.InvalidPhones.Count));
        Assert.All(harness.Inbox.Messages, message => Assert.Equal(
            (sent.TranId, "hello", ((int)type).ToString(), sender.Length == 0 ? null : sender),
            (message.GatewayId, message.Text, message.Extras["sms_type"], message.From)));
        Assert.Equal(["+84900111001", "+84900111002"], harness.Inbox.Messages.Select(message => message.To).Order());
    }

    [Theory]
    [InlineData(SpeedSmsType.BrandName)]
    [InlineData(SpeedSmsType.OwnNumber)]
    [InlineData(SpeedSmsType.TwoWayNumber)]
    [InlineData(SpeedSmsType.AndroidPhone)]
    public async Task SendAsync_TypeThatNeedsASenderWithoutOne_IsRefusedWithoutACode(SpeedSmsType type)
    {
        await using var harness = new Harness(fixture, "SpeedSms");

        var thrown = await Assert.ThrowsAsync<SmsException>(() => Client(harness).SendAsync(new SpeedSmsSend(["84900111001"], "hello") { Type = type }, Stop));

        Assert.Equal((SmsErrorKind.InvalidSender, null, "sender not found"), (thrown.Error.Kind, thrown.Error.GatewayCode, thrown.Error.GatewayMessage));
    }

    [Fact]
    public async Task SendAsync_SomeNumbersBad_NamesThemInTheAnswer()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.SpeedSms = harness.Inbox.SpeedSms with { EchoLocalForm = true, TranIdAsText = true };

        var sent = await Client(harness).SendAsync(new SpeedSmsSend(["84900111001", "84900110003"], "hello"), Stop);

        Assert.Equal(["0900110003"], sent.InvalidPhones);
        Assert.NotNull(sent.TranId);
        Assert.DoesNotContain("0900110003", sent.ToString());
    }

    [Fact]
    public async Task SendAsync_CallRefusedForItsNumbers_NamesThemInTheException()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.SpeedSms = harness.Inbox.SpeedSms with { OneBadNumberRefusesAll = true };

        var thrown = await Assert.ThrowsAsync<SpeedSmsInvalidPhonesException>(
            () => Client(harness).SendAsync(new SpeedSmsSend(["84900111001", "84900110003"], "hello"), Stop));

        PrintedText.Keep(thrown);
        Assert.Equal(["84900110003"], thrown.InvalidPhones);
        Assert.Equal((SmsErrorKind.InvalidRecipient, "105"), (thrown.Error.Kind, thrown.Error.GatewayCode));
        Assert.DoesNotContain("84900110003", thrown.ToString());
        Assert.Empty(harness.Inbox.Messages);
    }

    [Fact]
    public async Task SendAsync_AccentsAndEmoji_TravelAsAscii()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.SpeedSms = harness.Inbox.SpeedSms with { OnlyAscii = true };
        const string Text = "Mã của bạn \"123\" \\ 👍";

        await Client(harness).SendAsync(new SpeedSmsSend(["84900111001"], Text), Stop);
        await Client(harness).SendMmsAsync(new SpeedSmsMms(["84900111001"], Text, new Uri("https://shop.example/ảnh.jpg")), Stop);

        Assert.All(harness.Inbox.Messages, message => Assert.Equal(Text, message.Text));
        Assert.All(harness.Inbox.Exchanges, exchange => Assert.False(exchange.GetRequestBytes().Span.ContainsAnyInRange((byte)0x80, (byte)0xFF)));
    }

    [Fact]
    public async Task SendAsync_AlsoSendType_SaysTheTypeTwice()
    {
        await using var harness = new Harness(fixture, "SpeedSms", options => ((SpeedSmsOptions)options).AlsoSendType = true);

        await Client(harness).SendAsync(new SpeedSmsSend(["84900111001"], "hello") { Type = SpeedSmsType.Notify }, Stop);

        Assert.Equal("""{"to":["84900111001"],"content":"hello","sms_type":4,"type":4,"sender":""}""", harness.Inbox.Exchanges.Single().RequestText);
    }

    [Fact]
    public async Task GetStatusAsync_OneCall_GivesAStateForEachRecipient()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        var sent = await Client(harness).SendAsync(new SpeedSmsSend(["84900111001", "84900111002"], "hello"), Stop);
        await harness.Inbox.ReportAsync(harness.Inbox.Messages.Single(message => message.To == "+84900111002"), DeliveryState.Delivered, cancellationToken: Stop);

        var states = await Client(harness).GetStatusAsync(sent.TranId!, Stop);
        var none = await Client(harness).GetStatusAsync("no such/call?", Stop);

        Assert.Equal([new("84900111001", "0"), new SpeedSmsState("84900111002", "1")], states.OrderBy(state => state.Phone));
        Assert.Empty(none);
    }

    [Fact]
    public async Task CallAsync_Code_IsReadAloud()
    {
        await using var harness = new Harness(fixture, "SpeedSms");

        var sent = await Client(harness).CallAsync("84900111001", "1234", Stop);

        var call = Assert.Single(harness.Inbox.Messages);
        Assert.Equal((Channel.Voice, "1234", call.GatewayId), (call.Channel, call.Text, sent.TranId));
        Assert.Equal((null, 400m), (sent.TotalSms, sent.TotalPrice));
    }

    [Fact]
    public async Task SendMmsAsync_Picture_ArrivesWithItsLink()
    {
        await using var harness = new Harness(fixture, "SpeedSms");

        var sent = await Client(harness).SendMmsAsync(new SpeedSmsMms(["84900111001"], "look", new Uri("https://shop.example/a.jpg")) { Sender = "Shop" }, Stop);

        var message = Assert.Single(harness.Inbox.Messages);
        Assert.Equal((Channel.Mms, "look", "Shop", "https://shop.example/a.jpg"), (message.Channel, message.Text, message.From, message.Extras["link"]));
        Assert.Equal(message.GatewayId, sent.TranId);
    }

    [Fact]
    public async Task Pins_CreatedAndVerified_CountTheTries()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        var client = Client(harness);

        var pin = await client.CreatePinAsync("0900111001", "Your pin is {pin_code}", "APPID", Stop);
        var wrong = await client.VerifyPinAsync("0900111001", "x", "APPID", Stop);
        var right = await client.VerifyPinAsync("0900111001", harness.Inbox.Messages.Single().Code(), "APPID", Stop);

        Assert.Equal(harness.Inbox.Messages.Single().Code(), pin.PinCode);
        Assert.DoesNotContain(pin.PinCode!, pin.ToString());
        Assert.Equal((false, 2), (wrong.Verified, wrong.RemainingAttempts));
        Assert.Equal((true, 1, "0900111001", pin.PinCode), (right.Verified, right.RemainingAttempts, right.Phone, right.Pin));
    }

    [Theory]
    [InlineData("007", SmsErrorKind.IpNotAllowed)]
    [InlineData("110", SmsErrorKind.EncodingNotSupported)]
    [InlineData("300", SmsErrorKind.InsufficientBalance)]
    [InlineData("500", SmsErrorKind.GatewayError)]
    [InlineData("999", SmsErrorKind.Unknown)]
    public async Task EveryOperation_GatewaysError_IsTold(string code, SmsErrorKind kind)
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Always(Fault.GatewayError(code));
        var client = Client(harness);
        Func<Task>[] operations =
        [
            () => client.GetUserInfoAsync(Stop), () => client.SendAsync(new SpeedSmsSend(["84900111001"], "a"), Stop), () => client.GetStatusAsync("1", Stop),
            () => client.CallAsync("84900111001", "1234", Stop), () => client.SendMmsAsync(new SpeedSmsMms(["84900111001"], "a", new Uri("https://a.example/")), Stop),
            () => client.CreatePinAsync("0900111001", "{pin_code}", "A", Stop), () => client.VerifyPinAsync("0900111001", "1", "A", Stop),
        ];

        foreach (var operation in operations)
        {
            var thrown = await Assert.ThrowsAsync<SmsException>(operation);
            PrintedText.Keep(thrown);
            Assert.Equal((kind, code), (thrown.Error.Kind, thrown.Error.GatewayCode));
        }
    }

    [Fact]
    public async Task Commands_AnswerLost_AreNotRepeated()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Always(Fault.CloseFin().AndAccept());
        var client = Client(harness);
        Func<Task>[] commands =
        [
            () => client.SendAsync(new SpeedSmsSend(["84900111001"], "a"), Stop), () => client.CallAsync("84900111001", "1234", Stop),
            () => client.SendMmsAsync(new SpeedSmsMms(["84900111001"], "a", new Uri("https://a.example/")), Stop),
            () => client.CreatePinAsync("0900111001", "{pin_code}", "A", Stop), () => client.VerifyPinAsync("0900111001", "1", "A", Stop),
        ];

        foreach (var command in commands)
        {
            var thrown = await Assert.ThrowsAsync<SmsException>(command);
            Assert.Equal(SmsErrorKind.ConnectionLost, thrown.Error.Kind);
        }

        Assert.Equal(commands.Length, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task Queries_ServerFailsTwice_AreAskedAgain()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Next(Fault.Html(502)).Then(Fault.CloseFin());

        await Client(harness).GetUserInfoAsync(Stop);
        Assert.Equal(3, harness.Inbox.Exchanges.Count);
        harness.Inbox.Faults.OnAny(Gateway.SpeedSms).Next(Fault.EmptyBody());
        await Client(harness).GetStatusAsync("1", Stop);

        Assert.Equal(5, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task NativeClient_NullArguments_AreRefused()
    {
        await using var harness = new Harness(fixture, "SpeedSms");
        var client = Client(harness);

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendAsync(null!, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendMmsAsync(null!, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.CallAsync(null!, "1", Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.CreatePinAsync("0", "t", null!, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.VerifyPinAsync("0", null!, "A", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetStatusAsync(" ", Stop));
        Assert.Empty(harness.Inbox.Exchanges);
    }

    private static ISpeedSmsClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISpeedSmsClient>("SpeedSms");
}
