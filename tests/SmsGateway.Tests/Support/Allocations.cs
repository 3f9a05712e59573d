namespace SmsGateway.Tests.Support;

/// <summary>What a piece of work allocates.</summary>
internal static class Allocations
{
    /// <summary>Nothing, that is. The first times build tables, and the JIT may allocate in any single one.</summary>
    public static void AssertNone(Func<int> work)
    {
        var least = long.MaxValue;
        for (var time = 0; time < 4; time++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
