using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Events;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;
using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Very many callbacks at once, every fifth of them a repeat, in no order.</summary>
public sealed class BurstTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FiftyThousandCallbacks_AreEachHandledOnceInBoundedMemory()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var webhook = new SmsApiWebhook(new SmsApiOptions());
        var calls = Shuffled(messages: 20_000, repeats: 10_000);
        Assert.Equal(50_000, calls.Length);

        await Parallel.ForEachAsync(calls, Stop, async (query, _) =>
        {
            var result = webhook.Read(new SmsWebhookRequest { Account = "SmsApi", Method = "GET", Query = query, ReceivedAt = DateTimeOffset.UtcNow });
            Assert.True(await app.Dispatcher.AcceptAsync(result.Events));
        });
        await app.SettleAsync();

        AssertOnceEach(app.Recorder, messages: 20_000);
        var messages = (MemoryMessageStore)app.Services.GetRequiredService<ISmsMessageStore>();
        var events = (MemoryEventStore)app.Services.GetRequiredService<ISmsEventStore>();
        Assert.Equal((20_000, 40_000), (messages.Count, events.Count));
    }

    [Fact]
    public async Task CallbacksOverHttp_AreEachHandledOnce()
    {
        await using var app = await WebhookApp.StartAsync(fixture);
        var answers = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            Shuffled(messages: 1_000, repeats: 500), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (query, _) => answers.Add((await app.GetAsync(query)).Body));
        await app.SettleAsync();

        Assert.Equal(2_500, answers.Count);
        Assert.All(answers, answer => Assert.Equal("OK", answer));
        AssertOnceEach(app.Recorder, messages: 1_000);
    }

    [Fact]
    public async Task MemoryStores_NeverHoldMoreThanTheyMay()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Events = options => options.MaxRemembered = 500 });

        foreach (var chunk in Enumerable.Range(0, 5_000).Chunk(100))
        {
            await app.Dispatcher.AcceptAsync([.. chunk.Select(i => Report(i.ToString(CultureInfo.InvariantCulture)))]);
            await app.SettleAsync();
        }

        Assert.Equal(5_000, app.Recorder.Reports.Count);
        Assert.InRange(((MemoryMessageStore)app.Services.GetRequiredService<ISmsMessageStore>()).Count, 1, 501);
        Assert.InRange(((MemoryEventStore)app.Services.GetRequiredService<ISmsEventStore>()).Count, 1, 601);
    }

    [Fact]
    public async Task MoreThanMayWait_IsAskedToComeBack()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Events = options => options.MaxPending = 2 });
        var release = new TaskCompletionSource();
        app.Recorder.Before = (_, stop) => release.Task.WaitAsync(stop);

        Assert.Equal(200, (int)(await app.GetAsync("MsgId=1&status=404")).Status);
        Assert.Equal(200, (int)(await app.GetAsync("MsgId=2&status=404")).Status);
        Assert.Equal(503, (int)(await app.GetAsync("MsgId=3&status=404")).Status);
        release.SetResult();
        await app.SettleAsync();
        Assert.Equal(200, (int)(await app.GetAsync("MsgId=3&status=404")).Status);
        await app.SettleAsync();

        Assert.Equal(["1", "2", "3"], app.Recorder.Reports.Select(report => report.Message.Id).Order(StringComparer.Ordinal));
    }

    private static SmsDeliveryReport Report(string id) => new()
    {
        Account = "SmsApi",
        ReceivedAt = DateTimeOffset.UtcNow,
        Message = new SmsMessageHandle("SmsApi", id),
        Status = SmsDeliveryStatus.Delivered,
        IsFinal = true,
    };

    // "Sent" and "delivered" for each message, and some of both once more.
    private static string[] Shuffled(int messages, int repeats)
    {
        var random = new Random(4711);
        var calls = Enumerable.Range(0, messages).SelectMany(i => new[] { Query(i, 403), Query(i, 404) }).ToList();
        calls.AddRange(Enumerable.Range(0, repeats).Select(_ => calls[random.Next(2 * messages)]).ToList());
        var shuffled = calls.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string Query(int message, int status) => string.Create(
        CultureInfo.InvariantCulture, $"MsgId=burst{message}&status={status}&status_name=x&idx=ref{message}&donedate=1900000000&username=u&points=0.16&to={48500100000 + message}");

    private static void AssertOnceEach(EventRecorder recorder, int messages)
    {
        Assert.Equal(recorder.Events.Count, recorder.Reports.Count);
        var byMessage = recorder.Reports.GroupBy(report => report.Message.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(messages, byMessage.Count);
        Assert.All(byMessage, reports =>
        {
            var statuses = reports.Select(report => report.Status).ToList();
            Assert.True(statuses is [SmsDeliveryStatus.Delivered] or [SmsDeliveryStatus.Sent, SmsDeliveryStatus.Delivered], string.Join(',', statuses));
        });
    }
}
