using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Webhooks;

/// <summary>The whole way, per gateway: a send, its report, a reply, and what the reply does to the next send.</summary>
public sealed class EndToEndTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedSms")]
    [InlineData("SpeedMarket")]
    public async Task PushingGateway_SendReportReply_IsHandledOnceAndHonoured(string gateway)
    {
        await using var app = await StartAsync(gateway);
        var sent = await app.SendAsync("offer", category: SmsCategory.Marketing);
        var message = app.Inbox.Messages[0];

        await app.Inbox.ReportAsync(message, DeliveryState.Sent, cancellationToken: Stop);
        await app.Recorder.WaitAsync();
        await app.Inbox.ReportAsync(message, DeliveryState.Delivered, new ReportOptions(Times: 2), Stop);
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal([SmsDeliveryStatus.Sent, SmsDeliveryStatus.Delivered], app.Recorder.Reports.Select(report => report.Status));
        Assert.All(app.Recorder.Reports, report => Assert.Equal((true, sent.Reference, sent.Number), (report.IsKnown, report.Message.Reference, report.Message.Number)));

        var reply = await app.Inbox.ReplyAsync(sent.To, "Stop.", new ReplyOptions { Times = 2 }, Stop);
        Assert.True(reply.IsAcknowledged);
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        var inbound = Assert.Single(app.Recorder.Inbound);
        Assert.Equal((SmsOptOutRequest.OptOut, sent.Number, "Stop."), (inbound.OptOut, inbound.Message.From, inbound.Message.Text));
        await AssertSuppressedAsync(app, sent);

        // A reply carries the ids of what it answers at one gateway; it says nothing about delivery.
        var kept = await app.Services.GetRequiredService<ISmsMessageStore>().FindAsync(SmsMessageHandle.Of(sent), Stop);
        Assert.Equal(SmsDeliveryStatus.Delivered, kept!.Status);

        await app.Inbox.ReplyAsync(sent.To, "start", cancellationToken: Stop);
        await app.Recorder.WaitAsync();
        Assert.True((await app.SendAsync("offer again", category: SmsCategory.Marketing)).IsAccepted);
    }

    [Theory]
    [InlineData("SmsClub")]
    [InlineData("KeyRef")]
    public async Task PolledGateway_SendAndAsk_IsHandledOnce(string gateway)
    {
        await using var app = await StartAsync(gateway);
        var sent = await app.SendAsync();
        await app.Inbox.ReportAsync(app.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Stop);

        await WaitForFinalAsync(app);
        await app.SettleAsync();

        var report = Assert.Single(app.Recorder.Reports, report => report.Status == SmsDeliveryStatus.Delivered);
        Assert.Equal(
            (SmsEventSource.Polled, true, sent.MessageId!.Value.Id, sent.Number), (report.Source, report.IsKnown, report.Message.Id, report.Message.Number));
        Assert.True(report.IsFinal);
    }

    [Fact]
    public async Task SpeedMarket_RepliesThatAreFetchedAndPushed_AreHandledOnce()
    {
        var inbox = WebhookApp.NewInbox(fixture);
        await using var app = await StartAsync("SpeedMarket", account => account.PollInbox = TimeSpan.FromSeconds(5), inbox);
        var sent = await app.SendAsync();

        await app.Inbox.ReplyAsync(sent.To, "STOP", cancellationToken: Stop);
        await app.Recorder.WaitAsync();
        await AssertSuppressedAsync(app, sent);
        await app.Inbox.ReplyAsync(sent.To, "only to be fetched", new ReplyOptions { Target = new Uri("http://127.0.0.1:9/") }, Stop);
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal(["STOP", "only to be fetched"], app.Recorder.Inbound.Select(inbound => inbound.Message.Text));
        Assert.Equal(SmsEventSource.Polled, app.Recorder.Inbound[1].Source);
    }

    private static async Task AssertSuppressedAsync(WebhookApp app, SmsResult sent)
    {
        var marketing = await app.SendAsync("offer", category: SmsCategory.Marketing);
        Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.RecipientBlocked), (marketing.Outcome, marketing.Error?.Kind));
        Assert.True((await app.SendAsync("Your code is 4711", category: SmsCategory.OneTimeCode)).IsAccepted);

        var confirmation = new SmsMessage(sent.To, "You will get no more messages.").With(new SmsOptOutConfirmation());
        Assert.True((await app.Client.SendAsync(confirmation, Stop)).IsAccepted);
        Assert.Equal(SmsErrorKind.RecipientBlocked, (await app.Client.SendAsync(confirmation, Stop)).Error?.Kind);
        Assert.True((await app.SendAsync("offer", number: 2, category: SmsCategory.Marketing)).IsAccepted);
    }

    private static async Task WaitForFinalAsync(WebhookApp app)
    {
        do
        {
            await app.Recorder.WaitAsync();
        }
        while (!app.Recorder.Reports.Any(report => report.IsFinal));
    }

    private Task<WebhookApp> StartAsync(string gateway, Action<SmsAccountOptions>? account = null, SmsInbox? inbox = null) => WebhookApp.StartAsync(
        fixture,
        gateway,
        new WebhookSetup
        {
            Account = account,
            Events = options => options.PollDelays = [TimeSpan.FromSeconds(1)],
            Builder = builder => builder.UseSuppressionList(options => options.ExemptCategories.Add(SmsCategory.OneTimeCode)),
        },
        inbox);
}
