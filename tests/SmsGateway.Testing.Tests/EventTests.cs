using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Testing.Tests;

public sealed class EventTests
{
    private readonly Diary _diary = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliver_ApplicationsHandler_GetsTheReportInAScope()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_diary);
        services.AddScoped<ScopedThing>();
        services.AddScoped<ISmsEventHandler, Handler>();
        var sms = services.AddFakeSms();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<ISmsClient>().SendAsync(new SmsMessage("+48500111222", "hello") { Reference = "order00004815" }, Stop);

        await sms.DeliverAsync(sms.Sent[0], cancellationToken: Stop);
        await sms.DeliverAsync(sms.Sent[0], SmsDeliveryStatus.Undelivered, report => report with { RawStatus = "405" }, Stop);

        Assert.Equal(["Delivered order00004815 True", "Undelivered order00004815 True 405"], _diary.Lines);
    }

    [Fact]
    public async Task Deliver_NotFinalStatus_IsNotFinal()
    {
        var sms = new FakeSmsClient();
        sms.AddHandler(new Handler(_diary));
        await sms.SendAsync(new SmsMessage("+48500111222", "hello") { Reference = "order00004815" }, Stop);

        await sms.DeliverAsync(sms.Sent[0], SmsDeliveryStatus.Sent, cancellationToken: Stop);

        Assert.Equal(["Sent order00004815 False"], _diary.Lines);
    }

    [Fact]
    public async Task Deliver_AnswerWasLost_IsReportedAllTheSame()
    {
        var sms = new FakeSmsClient();
        sms.AddHandler(new Handler(_diary));
        sms.When.Any().Unknown(gatewayAccepted: true).Unknown(gatewayAccepted: false);
        await sms.SendAsync(new SmsMessage("+48500111222", "hello") { Reference = "order00004815" }, Stop);
        await sms.SendAsync(new SmsMessage("+48500111222", "hello") { Reference = "order00004816" }, Stop);

        await sms.DeliverAsync(sms.Sent[0], cancellationToken: Stop);

        Assert.Equal(["Delivered order00004815 True"], _diary.Lines);
        await Assert.ThrowsAsync<ArgumentException>(() => sms.DeliverAsync(sms.Sent[1], cancellationToken: Stop));
    }

    [Fact]
    public async Task Reply_Stop_IsMarkedAndKnowsWhatItAnswers()
    {
        var sms = new FakeSmsClient();
        sms.AddHandler(new Handler(_diary));
        await sms.For("pl").SendAsync(new SmsMessage("+48500111222", "Sale!") { Reference = "order00004815" }, Stop);

        await sms.ReplyAsync("+48 500 111 222", "STOP", sms.Sent[0], Stop);
        await sms.ReplyAsync("+48500111223", "thanks", cancellationToken: Stop);

        Assert.Equal(["pl +48500111222 STOP OptOut order00004815", "fake +48500111223 thanks None "], _diary.Lines);
    }

    [Fact]
    public async Task Raise_HandlerThrows_ComesOut()
    {
        var sms = new FakeSmsClient();
        sms.AddHandler(new Handler(_diary) { Fails = true });

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => sms.ReplyAsync("+48500111222", "hello", cancellationToken: Stop));
    }

    [Fact]
    public async Task Raise_NoHandler_SaysHowToAddOne() =>
        Assert.Contains("AddSmsEventHandler", (await Assert.ThrowsAsync<InvalidOperationException>(() => new FakeSmsClient().ReplyAsync("+48500111222", "hello", cancellationToken: Stop))).Message);

    private sealed class Diary
    {
        public List<string> Lines { get; } = [];
    }

    private sealed class ScopedThing;

    private sealed class Handler(Diary diary, ScopedThing? thing = null) : ISmsEventHandler
    {
        public bool Fails { get; init; }

        public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken)
        {
            diary.Lines.Add($"{report.Status} {report.Message.Reference} {report.IsFinal} {report.RawStatus}".TrimEnd());
            return Task.CompletedTask;
        }

        public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken)
        {
            diary.Lines.Add($"{inbound.Account} {inbound.Message.From!.Value.Value} {inbound.Message.Text} {inbound.OptOut} {inbound.Message.InReplyTo?.Reference}");
            return Fails ? throw new InvalidTimeZoneException(thing is null ? "no scope" : "in a scope") : Task.CompletedTask;
        }
    }
}
