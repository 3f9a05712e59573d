using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.Emulator;
using SmsGateway.Events;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Processes that die, and what the next one finds in a store that outlives them.</summary>
public sealed class RestartTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessThatDiesInTheMiddleOfHandling_LosesNothingAndRepeatsNothing()
    {
        var disk = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var inbox = WebhookApp.NewInbox(fixture);
        await using var first = await StartAsync(disk, inbox);
        var sent = await first.SendAsync();
        var never = new TaskCompletionSource();
        await first.GetAsync("MsgId=done&status=404");
        await first.Recorder.WaitAsync();
        await first.SettleAsync();
        first.Recorder.Before = (_, _) => never.Task; // from here on it hangs, and never comes back
        await first.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=404");

        await using var second = await StartAsync(disk, inbox);
        await second.Recorder.WaitAsync();
        await second.GetAsync("MsgId=done&status=404");
        await second.GetAsync($"MsgId={sent.MessageId!.Value.Id}&status=404");
        await second.SettleAsync();

        var report = Assert.Single(second.Recorder.Events.OfType<SmsDeliveryReport>());
        Assert.Equal((sent.MessageId!.Value.Id, true, sent.Reference), (report.Message.Id, report.IsKnown, report.Message.Reference));
        never.SetException(new InvalidOperationException("The process is gone."));
    }

    [Fact]
    public async Task ProcessThatDiesAtAnyAccessToItsStore_LosesNothingAndRepeatsNothing()
    {
        for (var deadline = 0; deadline < 40; deadline++)
        {
            var disk = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
            var dying = new DyingCache(disk, deadline);
            var acknowledged = new ConcurrentBag<string>();
            EventRecorder before;
            await using (var first = await WebhookApp.StartAsync(fixture, setup: Setup(dying)))
            {
                before = first.Recorder;
                foreach (var id in new[] { "a", "b", "c", "d" })
                {
                    if ((int)(await first.GetAsync($"MsgId={id}&status=404")).Status == 200)
                    {
                        acknowledged.Add(id);
                    }
                }

                await first.SettleAsync(() => dying.IsDead);
                dying.Die();
            }

            await using var second = await WebhookApp.StartAsync(fixture, setup: Setup(disk));
            await second.SettleAsync();
            var once = Handled(before).Concat(Handled(second.Recorder)).ToList();

            Assert.All(acknowledged, id => Assert.Contains(id, once)); // nothing lost
            foreach (var id in new[] { "a", "b", "c", "d" })
            {
                await second.GetAsync($"MsgId={id}&status=404"); // the gateway tries again
            }

            await second.SettleAsync();
            Assert.Equal(Handled(second.Recorder).Distinct(StringComparer.Ordinal), Handled(second.Recorder));
            Assert.All(Handled(second.Recorder), id => Assert.False(dying.HasCompleted(id), $"{id} came again, after {deadline} accesses.")); // nothing repeated
        }
    }

    [Fact]
    public async Task PolledMessage_IsAskedAboutAfterTheRestart()
    {
        var disk = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var inbox = WebhookApp.NewInbox(fixture);
        SmsResult sent;
        await using (var first = await StartAsync(disk, inbox, "SmsClub"))
        {
            sent = await first.SendAsync();
            await first.SettleAsync();
        }

        await inbox.ReportAsync(inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Stop);
        await using var second = await StartAsync(disk, inbox, "SmsClub");
        await second.Recorder.WaitAsync();

        Assert.Equal((sent.MessageId!.Value.Id, SmsDeliveryStatus.Delivered), (second.Recorder.Reports[0].Message.Id, second.Recorder.Reports[0].Status));
    }

    [Fact]
    public async Task EveryKindOfEvent_SurvivesTheStore()
    {
        var disk = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var now = DateTimeOffset.UtcNow;
        var raw = new SmsRawCallback { Method = "POST", ContentType = "x", Body = new byte[] { 1, 2, 255 } };
        var message = new SmsMessageHandle("a", "1", PhoneNumber.Parse("+48500100200"), "ref");
        SmsEvent[] events =
        [
            new SmsDeliveryReport { Account = "a", ReceivedAt = now, Message = message, Status = SmsDeliveryStatus.Unknown, RawStatus = "odd" },
            new SmsInboundEvent { Account = "a", ReceivedAt = now, OptOut = SmsOptOutRequest.OptOut, Message = new SmsInboundMessage { Account = "a", Sender = "", Text = "", InReplyTo = message } },
            new SmsBulkStarted { Account = "a", ReceivedAt = now, Count = 0, Price = new SmsPrice(1.5m), Text = "t" },
            new SmsLinkOpened { Account = "a", ReceivedAt = now, Message = message, At = now },
            new SmsNumberLookedUp { Account = "a", ReceivedAt = now, Number = new NumberInfo(default, NumberState.Unknown) { Info = "x" } },
            new SmsUnrecognizedEvent { Account = "a", ReceivedAt = now, Raw = raw },
        ];
        var store = new CacheEventStore(disk, "one", TimeProvider.System);
        foreach (var happened in events)
        {
            Assert.True(await store.TryAddAsync(new SmsStoredEvent(EventKeys.Of(happened), happened) { KnownUntil = now.AddHours(1), RetryUntil = now.AddHours(2) }, Stop));
        }

        List<SmsStoredEvent> read = [];
        await foreach (var stored in new CacheEventStore(disk, "one", TimeProvider.System).ReadPendingAsync(Stop))
        {
            read.Add(stored);
        }

        Assert.Equal(events.Select(happened => happened with { Raw = null }), read.Select(stored => stored.Event with { Raw = null }));
        Assert.Equal(raw.Body.ToArray(), read[^1].Event.Raw!.Body.ToArray());
    }

    private static IEnumerable<string> Handled(EventRecorder recorder) => recorder.Events.OfType<SmsDeliveryReport>().Select(report => report.Message.Id!);

    private static WebhookSetup Setup(IDistributedCache cache) => new()
    {
        Services = services => services.AddSingleton(cache),
        Events = options =>
        {
            options.UseDistributedCache = true;
            options.PollDelays = [TimeSpan.FromSeconds(1)];
        },
    };

    private Task<WebhookApp> StartAsync(IDistributedCache cache, SmsInbox inbox, string gateway = "SmsApi") =>
        WebhookApp.StartAsync(fixture, gateway, Setup(cache), inbox);

    /// <summary>A store that a process loses its hold of after so many accesses: all later ones fail, and change nothing.</summary>
    private sealed class DyingCache(IDistributedCache disk, int accesses) : IDistributedCache
    {
        private readonly ConcurrentDictionary<string, string> _places = new(StringComparer.Ordinal);
        private readonly ConcurrentQueue<string> _completed = [];
        private int _left = accesses + 2; // the start itself needs two
        private int _isDead;

        public bool IsDead => Volatile.Read(ref _isDead) != 0;

        public void Die() => Volatile.Write(ref _isDead, 1);

        // An event is done when its place was emptied, which is the last thing that happens to it.
        public bool HasCompleted(string id) => _completed.Any(value => value.Contains($"\"Id\":\"{id}\"", StringComparison.Ordinal));

        public byte[]? Get(string key) => throw new NotSupportedException();

        public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
        {
            Use();
            return await disk.GetAsync(key, token);
        }

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => throw new NotSupportedException();

        public async Task RemoveAsync(string key, CancellationToken token = default)
        {
            Use();
            await disk.RemoveAsync(key, token);
            if (_places.TryRemove(key, out var value))
            {
                _completed.Enqueue(value);
            }
        }

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Use();
            if (key.StartsWith("SmsGateway.Events:", StringComparison.Ordinal))
            {
                _places[key] = Encoding.UTF8.GetString(value);
            }

            return disk.SetAsync(key, value, options, token);
        }

        private void Use()
        {
            if (Interlocked.Decrement(ref _left) < 0)
            {
                Die();
            }

            if (IsDead)
            {
                throw new IOException("The process is gone.");
            }
        }
    }
}
