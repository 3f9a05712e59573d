namespace SmsGateway.Emulator;

/// <summary>How a vendor repeats a push until the receiver acknowledges it.</summary>
/// <param name="Attempts">All in all, the first included; at least 1.</param>
/// <param name="Interval">Between two of them, by the emulator's clock.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan Interval)
{
    /// <summary>One attempt.</summary>
    public static RetryPolicy Once { get; } = new(1, TimeSpan.Zero);
}
