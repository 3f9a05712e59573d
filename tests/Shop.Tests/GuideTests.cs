using Microsoft.Extensions.DependencyInjection;
using SmsGateway;
using SmsGateway.Emulator;
using SmsGateway.Testing;

namespace Shop.Tests;

#pragma warning disable xUnit1051 // a guide's code is as short as its reader wants it

/// <summary>The code of docs/testing.md.</summary>
public sealed class GuideTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirmation_GatewayThrottles_IsTriedLater()
    {
        var stop = Stop;
        var order = new Order(18, "+48 500 111 222", 12.50m);

        var sms = new FakeSmsClient();
        sms.When.Any().RateLimit(TimeSpan.FromSeconds(5));

        var state = await new OrderConfirmation(sms).SendAsync(order, stop);

        Assert.Equal(ConfirmationState.TryLater, state);
    }

    [Fact]
    public async Task Container_WithTheFake_SendsNothing()
    {
        var services = new ServiceCollection();
        services.AddSmsGateway().AddSmsApi(options => options.AccessToken = "of no use");
        var sms = services.AddFakeSms();     // last, behind the application's own registrations
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ISmsClient>().SendAsync("+48500111222", "hello", Stop);

        Assert.Single(sms.Sent);
    }

    [Fact]
    public async Task Code_AskedFor_IsReadAsAPersonWould()
    {
        var sms = new FakeSmsClient();
        var page = new Page(sms);

        var mark = sms.Sent.Mark();
        await page.AskForCodeAsync();
        var message = await sms.Sent.WaitAsync(to: "+48500111222", since: mark);
        await page.TypeAsync(message.Code());

        Assert.Equal("482910", page.Typed);
    }

    [Fact]
    public async Task Events_ReachTheApplicationsHandler()
    {
        var (sms, diary) = (new FakeSmsClient(), new Diary());
        sms.AddHandler(diary);
        await sms.SendAsync("+48500111222", "Sale!", Stop);

        await sms.DeliverAsync(sms.Sent[0]);                       // delivered
        await sms.ReplyAsync("+48500111222", "STOP");              // marked as an opt-out

        Assert.Equal(["SmsDeliveryReport", "SmsInboundEvent"], diary.Kinds);
    }

    [Fact]
    public async Task Clock_StandsStill_UntilAdvanced()
    {
        var time = new ManualTimeProvider();
        var sms = new FakeSmsClient(new FakeSmsOptions { Time = time });
        var message = new SmsMessage("+48500111222", "hello");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        sms.When.Any().Delay(TimeSpan.FromSeconds(30));
        var sending = sms.SendAsync(message, cancel.Token);
        await time.WaitForTimerAsync();
        await cancel.CancelAsync();           // while the message is under way

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Webhook_Sample_IsARequest()
    {
        using var http = new HttpClient(new Echo()) { BaseAddress = new Uri("https://shop.example") };
        const string id = "5120000024624500001";

        using var request = SmsApiWebhooks.Report(id, to: "48500111222", status: 404).ToRequest(new Uri("/sms/pl/secret", UriKind.Relative));
        using var response = await http.SendAsync(request);

        Assert.Contains(id, await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Emulator_LostAnswer_IsLookedAfter()
    {
        await using var emulator = await SmsEmulator.StartAsync();
        var inbox = emulator.CreateInbox();                                   // credentials of its own: tests run side by side
        inbox.Faults.On(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());   // takes the message, loses the answer

        var services = new ServiceCollection();
        services.AddSmsGateway().AddSmsApi(options =>
        {
            options.BaseAddress = emulator.BaseAddress(Gateway.SmsApi);
            options.AccessToken = inbox.Credentials.SmsApiAccessToken;
        });
        await using var provider = services.BuildServiceProvider();
        var result = await provider.GetRequiredService<ISmsClient>().SendAsync("+48500111222", "hello", Stop);

        Assert.True(result.IsAccepted);
        Assert.Single(inbox.Messages);
    }

    private sealed class Page(FakeSmsClient sms)
    {
        public string? Typed { get; private set; }

        public Task<SmsResult> AskForCodeAsync() => sms.SendAsync("+48500111222", "Your code is 482910", Stop);

        public Task TypeAsync(string? code)
        {
            Typed = code;
            return Task.CompletedTask;
        }
    }

    private sealed class Diary : ISmsEventHandler
    {
        public List<string> Kinds { get; } = [];

        public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken) => Note(report);

        public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken) => Note(inbound);

        private Task Note(SmsEvent happened)
        {
            Kinds.Add(happened.GetType().Name);
            return Task.CompletedTask;
        }
    }

    private sealed class Echo : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new() { Content = new StringContent(request.RequestUri + (request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))) };
    }
}
