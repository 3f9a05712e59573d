using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.Emulator;
using SmsGateway.Testing;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>One key, one message: whoever else comes with it, at the same time or later.</summary>
public sealed class IdempotencyTests(EmulatorFixture fixture)
{
    private const int KeyNotStored = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_SameKeyAtTheSameTime_IsOneSend()
    {
        await using var harness = Start();
        harness.Inbox.Faults.On().Always(Fault.Latency(TimeSpan.FromMilliseconds(200)));

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => harness.Client.SendAsync([Keyed("order-1")], Stop)));

        Assert.All(results, result => Assert.True(result.AllAccepted));
        Assert.Single(results.Select(result => result[0].MessageId).Distinct());
        Assert.Equal(49, results.Count(result => result[0].IsDuplicate));
        Assert.Single(harness.Inbox.Messages);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Send_SameKeyLater_GetsTheFirstResult()
    {
        await using var harness = Start();
        var first = (await harness.SendAsync(Keyed("order-1")))[0];
        var second = (await harness.SendAsync(Keyed("order-1"), Keyed("order-2", number: 2)));

        Assert.Equal((first.MessageId, first.Reference, true), (second[0].MessageId, second[0].Reference, second[0].IsDuplicate));
        Assert.Equal(Keyed("order-1").To, second[0].To);
        Assert.False(second[1].IsDuplicate);
        Assert.Equal([0, 1], second.Select(result => result.Index));
        Assert.Equal(2, harness.Inbox.Messages.Count);
    }

    [Fact]
    public async Task Send_SameKeyForAnotherMessage_IsRejected()
    {
        await using var harness = Start();
        await harness.SendAsync(Keyed("order-1"));

        var other = (await harness.SendAsync(Keyed("order-1", number: 2)))[0];

        Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.InvalidRequest), (other.Outcome, other.Error?.Kind));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData(SmsOutcome.Rejected, true)]
    [InlineData(SmsOutcome.NotSent, true)]
    [InlineData(SmsOutcome.Unknown, false)]
    public async Task Send_AfterAnOutcome_TheKeyIsFreeOrTaken(SmsOutcome outcome, bool free)
    {
        await using var harness = Start();
        harness.Inbox.Faults.On().Next(outcome switch
        {
            SmsOutcome.Rejected => Fault.Unauthorized(),
            SmsOutcome.NotSent => Fault.Redirect(301, "https://elsewhere.example/"),
            _ => Fault.CloseFin().AndAccept(),
        });
        Assert.Equal(outcome, (await harness.SendAsync(Keyed("order-1")))[0].Outcome);

        var again = (await harness.SendAsync(Keyed("order-1")))[0];

        Assert.Equal(free ? SmsOutcome.Accepted : SmsOutcome.Unknown, again.Outcome);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Send_LeaderCancelledBeforeAnythingLeft_TheFollowerSends()
    {
        var connecting = new TaskCompletionSource();
        var mayConnect = new TaskCompletionSource();
        await using var harness = new Harness(fixture, (builder, self) =>
        {
            var account = self.Add(builder, "SpeedSms", "vn");
            account.HttpClient.AddHttpMessageHandler(() => new Waiting(connecting, mayConnect.Task));
            account.UseIdempotencyKeys();
        });
        using var cancel = new CancellationTokenSource();
        var leader = harness.Client.SendAsync([Keyed("order-1")], cancel.Token);
        await connecting.Task.WaitAsync(Stop);
        var follower = harness.Client.SendAsync([Keyed("order-1")], Stop);

        await cancel.CancelAsync();
        await Assert.ThrowsAsync<SmsSendCanceledException>(() => leader);
        mayConnect.SetResult();

        Assert.True((await follower).AllAccepted);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Send_DistributedCache_RemembersOverARestart()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        await using var before = Start(services => services.AddSingleton<IDistributedCache>(cache), distributed: true);
        var first = (await before.SendAsync(Keyed("order-1")))[0];
        await using var after = Start(services => services.AddSingleton<IDistributedCache>(cache), distributed: true);

        var second = (await after.SendAsync(Keyed("order-1")))[0];

        Assert.Equal((SmsOutcome.Accepted, true, first.MessageId), (second.Outcome, second.IsDuplicate, second.MessageId));
        Assert.Empty(after.Inbox.Exchanges);
    }

    [Fact]
    public async Task Send_TheProcessDiedUnderTheFirst_IsUnknownWithItsReference()
    {
        var store = new Store { Record = new SmsIdempotencyRecord("", "order0000000001", DateTimeOffset.UtcNow) };
        await using var harness = Start(services => services.AddSingleton<ISmsIdempotencyStore>(store));
        var reference = "";
        store.AnyFingerprint = fingerprint => store.Record = new SmsIdempotencyRecord(fingerprint, reference = "order0000000001", DateTimeOffset.UtcNow);

        var result = (await harness.SendAsync(Keyed("order-1")))[0];

        Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.DuplicateMessage, reference), (result.Outcome, result.Error?.Kind, result.Reference));
        Assert.False(result.IsSafeToResend);
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Send_StoreFailsBefore_NothingLeaves()
    {
        await using var harness = Start(services => services.AddSingleton<ISmsIdempotencyStore>(new Store { FailsToLook = true }));

        await Assert.ThrowsAsync<TimeoutException>(() => harness.Client.SendAsync([Keyed("order-1")], Stop));

        Assert.Empty(harness.Inbox.Exchanges);
        Assert.True((await harness.SendAsync(Keyed("x") with { IdempotencyKey = null })).AllAccepted);
    }

    [Fact]
    public async Task Send_StoreFailsAfterwards_TheResultIsToldAndTheKeyStaysTaken()
    {
        using var log = new LogSink();
        var store = new Store { FailsToPut = true };
        await using var harness = Start(services =>
        {
            log.AddTo(services);
            services.AddSingleton<ISmsIdempotencyStore>(store);
        });

        Assert.True((await harness.SendAsync(Keyed("order-1"))).AllAccepted);
        var again = (await harness.SendAsync(Keyed("order-1")))[0];

        Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.DuplicateMessage), (again.Outcome, again.Error?.Kind));
        Assert.Single(harness.Inbox.Messages);
        Assert.Single(log.Of(KeyNotStored));
    }

    [Fact]
    public async Task Send_KeyExpired_IsSentAnew()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var harness = Start(services => services.AddSingleton<TimeProvider>(clock));
        await harness.SendAsync(Keyed("order-1"));
        clock.Advance(TimeSpan.FromHours(25));

        Assert.False((await harness.SendAsync(Keyed("order-1")))[0].IsDuplicate);

        Assert.Equal(2, harness.Inbox.Messages.Count);
    }

    [Fact]
    public async Task Record_InTheStore_HoldsNoNumberAndNoText()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        await using var harness = Start(services => services.AddSingleton<IDistributedCache>(cache), distributed: true);
        await harness.SendAsync(Keyed("order-1"));

        var kept = System.Text.Encoding.UTF8.GetString((await cache.GetAsync("SmsGateway.Idempotency:order-1", Stop))!);

        Assert.DoesNotContain(Keyed("order-1").To[1..], kept);
        Assert.DoesNotContain("a private text", kept);
    }

    private static SmsMessage Keyed(string key, int number = 1) => new(GatewayUnderTest.Of("SpeedSms").Number(number), "a private text") { IdempotencyKey = key };

    private Harness Start(Action<IServiceCollection>? services = null, bool distributed = false) => new(
        fixture,
        (builder, harness) => harness.Add(builder, "SpeedSms", "vn").UseIdempotencyKeys(options => options.UseDistributedCache = distributed),
        services);

    private sealed class Waiting(TaskCompletionSource reached, Task may) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            reached.TrySetResult();
            await may.WaitAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A store that fails, or that knows of a send which never ended.</summary>
    private sealed class Store : ISmsIdempotencyStore
    {
        public SmsIdempotencyRecord? Record { get; set; }

        public Action<string>? AnyFingerprint { get; set; }

        public bool FailsToLook { get; init; }

        public bool FailsToPut { get; init; }

        public ValueTask<SmsIdempotencyRecord?> GetOrAddAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken)
        {
            if (FailsToLook)
            {
                throw new TimeoutException("The store does not answer.");
            }

            AnyFingerprint?.Invoke(record.Fingerprint);
            var known = Record;
            Record ??= record;
            return ValueTask.FromResult(known);
        }

        public ValueTask SetAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken) =>
            FailsToPut ? throw new TimeoutException("The store does not answer.") : ValueTask.CompletedTask;

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
