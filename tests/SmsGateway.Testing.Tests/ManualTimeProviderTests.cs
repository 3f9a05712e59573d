namespace SmsGateway.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Clock_StandsStillUntilAdvanced()
    {
        var before = _time.GetUtcNow();
        var stamp = _time.GetTimestamp();
        Assert.Equal(before, _time.GetUtcNow());

        _time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(TimeSpan.FromMinutes(3), _time.GetUtcNow() - before);
        Assert.Equal(TimeSpan.FromMinutes(3), _time.GetElapsedTime(stamp));
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task Delay_EndsAtItsTime()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(5), _time, Stop);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(delay.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Fact]
    public void Timers_FireInOrderEachAtItsOwnTime()
    {
        var start = _time.GetUtcNow();
        List<double> seconds = [];
        using var late = _time.CreateTimer(_ => Note(), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var often = _time.CreateTimer(_ => Note(), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var gone = _time.CreateTimer(_ => seconds.Add(-1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        gone.Dispose();

        _time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal([2, 4, 5, 6], seconds);

        void Note() => seconds.Add((_time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public async Task WaitForTimer_ReturnsWhenSomebodyWaits()
    {
        var waiting = _time.WaitForTimerAsync(Stop);
        Assert.False(waiting.IsCompleted);

        var delay = Task.Delay(TimeSpan.FromSeconds(5), _time, Stop);
        await waiting;
        _time.Advance(TimeSpan.FromSeconds(5));
        await delay;
        using var cancel = new CancellationTokenSource();
        var again = _time.WaitForTimerAsync(cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => again);
    }
}
