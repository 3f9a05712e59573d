using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Events;
using SmsGateway.Tests.Support;
using SmsGateway.Tests.Webhooks;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Reports at the receiver: early, twice, out of order, contradicting, per part, of nobody's message, into a handler that fails.</summary>
public sealed class WebhookRows(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row085_ReportBeforeTheSendReturned_WaitsAndFindsItsMessage()
    {
        var atGateway = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Builder = builder => builder.Use((inner, _) => new Held(inner, atGateway, release.Task)) });
        var sending = app.SendAsync();
        await atGateway.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

        var push = await app.Inbox.ReportAsync(app.Inbox.Messages[0], DeliveryState.Delivered, new ReportOptions(Times: 2), Stop);
        Assert.Equal((200, "OK"), (push.Status, push.Answer));
        Assert.Empty(app.Recorder.Events);
        release.SetResult();
        var sent = await sending;
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        var report = Assert.Single(app.Recorder.Reports);
        Assert.True(report.IsKnown);
        Assert.Equal((sent.MessageId!.Value.Id, sent.Reference, SmsDeliveryStatus.Delivered), (report.Message.Id, report.Message.Reference, report.Status));
    }

    [Fact]
    public async Task Row085_SendThatNeverReturns_KeepsTheReportOnlyForTheGrace()
    {
        var release = new TaskCompletionSource();
        var atGateway = new TaskCompletionSource();
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup
        {
            Events = options => options.EarlyReportGrace = TimeSpan.FromSeconds(1),
            Builder = builder => builder.Use((inner, _) => new Held(inner, atGateway, release.Task)),
        });
        var sending = app.SendAsync();
        await atGateway.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

        await app.GetAsync("MsgId=elsewhere&status=404");
        await app.Recorder.WaitAsync();

        Assert.False(Assert.Single(app.Recorder.Reports).IsKnown);
        release.SetResult();
        await sending;
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedSms")]
    [InlineData("SpeedMarket")]
    public async Task Row086_DuplicateReports_ReachTheHandlerOnce(string gateway)
    {
        await using var app = await WebhookApp.StartAsync(fixture, gateway);
        await app.SendAsync();
        var message = app.Inbox.Messages[0];

        var pushes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Inbox.ReportAsync(message, DeliveryState.Delivered, new ReportOptions(Times: 3), Stop)));
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.All(pushes, push => Assert.True(push.IsAcknowledged));
        var report = Assert.Single(app.Recorder.Events.OfType<SmsDeliveryReport>());
        Assert.Equal((true, SmsDeliveryStatus.Delivered), (report.IsKnown, report.Status));
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedSms")]
    [InlineData("SpeedMarket")]
    public async Task Row087_LateReport_NeverTakesAFinalStatusBack(string gateway)
    {
        await using var app = await WebhookApp.StartAsync(fixture, gateway);
        var sent = await app.SendAsync();
        var message = app.Inbox.Messages[0];

        await app.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Stop);
        var late = await app.Inbox.ReportAsync(message, DeliveryState.Sent, cancellationToken: Stop);
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal(200, late.Status);
        Assert.Equal(SmsDeliveryStatus.Delivered, Assert.Single(app.Recorder.Events.OfType<SmsDeliveryReport>()).Status);
        var kept = await app.Services.GetRequiredService<ISmsMessageStore>().FindAsync(SmsMessageHandle.Of(sent), Stop);
        Assert.Equal((SmsDeliveryStatus.Delivered, true), (kept!.Status, kept.IsFinal));
    }

    [Fact]
    public async Task Row088_ContradictingFinal_IsKeptAndToldApart()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var sent = await app.SendAsync();

        await app.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=404&donedate=1900000000");
        await app.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=405&donedate=1900000060");
        await app.Recorder.WaitAsync(2);

        Assert.Equal(SmsDeliveryStatus.Delivered, Assert.Single(app.Recorder.Reports).Status);
        var other = Assert.Single(app.Recorder.Events.OfType<SmsDeliveryReport>(), report => report.Contradicts is not null);
        Assert.Equal((SmsDeliveryStatus.Undelivered, SmsDeliveryStatus.Delivered), (other.Status, other.Contradicts));
        await app.SettleAsync();
        var kept = await app.Services.GetRequiredService<ISmsMessageStore>().FindAsync(SmsMessageHandle.Of(sent), Stop);
        Assert.Equal(SmsDeliveryStatus.Delivered, kept!.Status);
        Assert.Equal([SmsDeliveryStatus.Undelivered], kept.OtherFinals);
    }

    [Theory]
    [InlineData(1900000060, true)]
    [InlineData(1899999940, false)]
    public async Task Row088_ContradictingFinal_WinsByTimeWhereThePolicySaysSo(long time, bool wins)
    {
        await using var app = await WebhookApp.StartAsync(
            fixture, setup: new WebhookSetup { Events = options => options.ConflictingFinals = SmsConflictingFinals.LastReplaces });
        var sent = await app.SendAsync();

        await app.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=404&donedate=1900000000");
        await app.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=405&donedate={time}");
        await app.Recorder.WaitAsync(2);
        await app.SettleAsync();

        var kept = await app.Services.GetRequiredService<ISmsMessageStore>().FindAsync(SmsMessageHandle.Of(sent), Stop);
        Assert.Equal(wins ? SmsDeliveryStatus.Undelivered : SmsDeliveryStatus.Delivered, kept!.Status);
    }

    [Fact]
    public async Task Row089_SameReportForEachSegment_IsOneReport()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        await app.SendAsync(new string('x', 400));

        await app.Inbox.ReportAsync(app.Inbox.Messages[0], DeliveryState.Delivered, new ReportOptions(PerSegment: true), Stop);
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal(3, app.Inbox.Webhooks.Count);
        Assert.Single(app.Recorder.Events);
    }

    [Fact]
    public async Task Row089_NumberedParts_AreDeliveredWhenAllAre()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        await app.Dispatcher.AcceptAsync([Part("a", 1, SmsDeliveryStatus.Delivered), Part("a", 3, SmsDeliveryStatus.Delivered)]);
        await app.SettleAsync();
        Assert.Empty(app.Recorder.Events);
        await app.Dispatcher.AcceptAsync([Part("a", 2, SmsDeliveryStatus.Delivered), Part("a", 2, SmsDeliveryStatus.Delivered)]);
        await app.SettleAsync();

        var whole = Assert.Single(app.Recorder.Reports);
        Assert.Equal((SmsDeliveryStatus.Delivered, null, 3), (whole.Status, whole.Part, whole.Parts));
    }

    [Fact]
    public async Task Row089_NumberedParts_FailWhenAnyDoes()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        await app.Dispatcher.AcceptAsync(
            [Part("b", 1, SmsDeliveryStatus.Delivered), Part("b", 2, SmsDeliveryStatus.Undelivered), Part("b", 3, SmsDeliveryStatus.Delivered)]);
        await app.SettleAsync();

        Assert.Equal(SmsDeliveryStatus.Undelivered, Assert.Single(app.Recorder.Events.OfType<SmsDeliveryReport>()).Status);
    }

    [Fact]
    public async Task Row090_MessageThatNobodySent_IsAnsweredAndMarkedUnknown()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        var answer = await app.GetAsync("MsgId=stranger&status=404&to=48500100999");
        await app.Recorder.WaitAsync();

        Assert.Equal((HttpStatusCode.OK, "OK"), answer);
        Assert.False(Assert.Single(app.Recorder.Reports).IsKnown);
    }

    [Fact]
    public async Task Row090_ReportAboutAnotherNumber_ChangesNothingOfOurMessage()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var sent = await app.SendAsync();

        await app.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=404&to=48500199999");
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.False(Assert.Single(app.Recorder.Reports).IsKnown);
        var kept = await app.Services.GetRequiredService<ISmsMessageStore>().FindAsync(SmsMessageHandle.Of(sent), Stop);
        Assert.Equal(SmsDeliveryStatus.Unknown, kept!.Status);
    }

    [Fact]
    public async Task Row091_SlowHandler_DoesNotDelayTheAnswer()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var release = new TaskCompletionSource();
        app.Recorder.Before = (_, stop) => release.Task.WaitAsync(stop);

        var answer = await app.GetAsync("MsgId=slow&status=404");

        Assert.Equal((HttpStatusCode.OK, "OK"), answer);
        Assert.Empty(app.Recorder.Events);
        release.SetResult();
        await app.Recorder.WaitAsync();
    }

    [Fact]
    public async Task Row091_HandlerThatFails_GetsTheEventAgainUntilItManages()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var failures = 3;
        app.Recorder.Before = (_, _) => Interlocked.Decrement(ref failures) >= 0 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;

        var answer = await app.GetAsync("MsgId=again&status=404");
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(app.Recorder.Events);
    }

    [Fact]
    public async Task Row091_FailingHandler_DoesNotRunTheOnesBeforeItAgain()
    {
        var second = new Second { Failures = 2 };
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup
        {
            Builder = builder => builder.Services.AddSingleton(second).AddSmsEventHandler<SecondHandler>(),
        });

        await app.GetAsync("MsgId=two&status=404");
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Single(app.Recorder.Events);
        Assert.Equal(3, second.Calls);
    }

    [Fact]
    public async Task Row091_StoreThatFails_IsTheOnlyReasonForAServerError()
    {
        var store = new FailingStore(failures: 1);
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Services = services => services.AddSingleton<ISmsEventStore>(store) });

        var first = await app.GetAsync("MsgId=stored&status=404");
        var second = await app.GetAsync("MsgId=stored&status=404");
        await app.Recorder.WaitAsync();
        await app.SettleAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal("OK", second.Body);
        Assert.Single(app.Recorder.Events);
    }

    [Fact]
    public async Task Row092_Acknowledgement_IsExactlyTwoLetters()
    {
        await using var app = await WebhookApp.StartAsync(fixture);

        using var response = await app.Http.GetAsync(new Uri($"{app.Hook}?MsgId=1&status=404"), Stop);

        Assert.Equal("OK"u8.ToArray(), await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(2, response.Content.Headers.ContentLength);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private static SmsDeliveryReport Part(string id, int part, SmsDeliveryStatus status) => new()
    {
        Account = "SmsApi",
        ReceivedAt = DateTimeOffset.UtcNow,
        Message = new SmsMessageHandle("SmsApi", id),
        Status = status,
        IsFinal = true,
        Part = part,
        Parts = 3,
    };

    /// <summary>Holds the answer back after the gateway has the message.</summary>
    private sealed class Held(ISmsClient inner, TaskCompletionSource atGateway, Task release) : DelegatingSmsClient(inner)
    {
        public override async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default)
        {
            var results = await base.SendAsync(messages, cancellationToken);
            atGateway.TrySetResult();
            await release;
            return results;
        }
    }

    private sealed class FailingStore(int failures) : ISmsEventStore
    {
        private readonly MemoryEventStore _inner = new(TimeProvider.System, 1_000);
        private int _failures = failures;

        public ValueTask<bool> TryAddAsync(SmsStoredEvent stored, CancellationToken cancellationToken) =>
            Interlocked.Decrement(ref _failures) >= 0 ? throw new IOException("The disk is full.") : _inner.TryAddAsync(stored, cancellationToken);

        public ValueTask CompleteAsync(SmsStoredEvent stored, CancellationToken cancellationToken) => _inner.CompleteAsync(stored, cancellationToken);

        public ValueTask UpdateAsync(SmsStoredEvent stored, CancellationToken cancellationToken) => _inner.UpdateAsync(stored, cancellationToken);

        public IAsyncEnumerable<SmsStoredEvent> ReadPendingAsync(CancellationToken cancellationToken) => _inner.ReadPendingAsync(cancellationToken);
    }

    private sealed class Second
    {
        public int Failures { get; set; }

        public int Calls { get; set; }
    }

    private sealed class SecondHandler(Second second) : ISmsEventHandler
    {
        public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken) =>
            ++second.Calls <= second.Failures ? throw new InvalidOperationException("Not now.") : Task.CompletedTask;

        public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
