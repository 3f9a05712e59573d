using SmsGateway.Events;
using SmsGateway.Testing;

namespace SmsGateway.Tests.Webhooks;

/// <summary>What the store in memory knows, for how long, and what it lets go first.</summary>
public class MemoryEventStoreTests
{
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_IsKnownUntilItsTimeIsOver()
    {
        MemoryEventStore store = new(_time, maxRemembered: 100);
        await PutAsync(store, "a");

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(await store.TryAddAsync(Event("a"), Stop));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await store.TryAddAsync(Event("a"), Stop));
    }

    [Fact]
    public async Task KeyThatIsPutAgain_IsKnownForAnotherSuchTime()
    {
        MemoryEventStore store = new(_time, maxRemembered: 100);
        await PutAsync(store, "a");
        _time.Advance(TimeSpan.FromMinutes(61));
        await PutAsync(store, "a");

        await PutAsync(store, "b", "c", "d");

        Assert.False(await store.TryAddAsync(Event("a"), Stop));
        Assert.Equal(4, store.Count);
        _time.Advance(TimeSpan.FromMinutes(61));
        await PutAsync(store, "e");
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public async Task TooMany_TheOldestLeave()
    {
        MemoryEventStore store = new(_time, maxRemembered: 2);

        await PutAsync(store, "a", "b", "c");

        Assert.Equal(2, store.Count);
        Assert.False(await store.TryAddAsync(Event("c"), Stop));
        Assert.True(await store.TryAddAsync(Event("a"), Stop));
    }

    [Fact]
    public async Task WhatWaits_NeverLeaves()
    {
        MemoryEventStore store = new(_time, maxRemembered: 2);
        Assert.True(await store.TryAddAsync(Event("waits"), Stop));

        await PutAsync(store, "a", "b", "c");
        _time.Advance(TimeSpan.FromMinutes(61));
        await PutAsync(store, "d");

        Assert.False(await store.TryAddAsync(Event("waits"), Stop));
        List<string> pending = [];
        await foreach (var stored in store.ReadPendingAsync(Stop))
        {
            pending.Add(stored.Key);
        }

        Assert.Equal(["waits"], pending);
    }

    private async Task PutAsync(MemoryEventStore store, params string[] keys)
    {
        foreach (var key in keys)
        {
            var stored = Event(key);
            Assert.True(await store.TryAddAsync(stored, Stop));
            await store.CompleteAsync(stored, Stop);
        }
    }

    private SmsStoredEvent Event(string key)
    {
        var now = _time.GetUtcNow();
        SmsBulkStarted happened = new() { Account = "pl", ReceivedAt = now };
        return new SmsStoredEvent(key, happened) { KnownUntil = now.AddHours(1), RetryUntil = now.AddHours(1) };
    }
}
