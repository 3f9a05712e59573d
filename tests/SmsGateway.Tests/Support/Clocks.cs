using SmsGateway.Testing;

namespace SmsGateway.Tests.Support;

/// <summary>Lets a clock run that otherwise stands still.</summary>
public static class Clocks
{
    /// <summary>Moves the clock on, step by step, until something is done; waits for nothing but other threads.</summary>
    public static async Task<T> RunUntilAsync<T>(this ManualTimeProvider clock, Task<T> done, TimeSpan step)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await Task.WhenAny(done, Task.Delay(5, TestContext.Current.CancellationToken)) != done)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "Nothing came of it, however late it got.");
            clock.Advance(step);
        }

        return await done;
    }
}
