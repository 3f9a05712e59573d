namespace SmsGateway.Emulator;

/// <summary>A token bucket for each credential, by the emulator's clock.</summary>
/// <param name="Requests">The size of the bucket; at least 1.</param>
/// <param name="Per">The time in which an empty bucket fills up again.</param>
public sealed record RateLimit(int Requests, TimeSpan Per);
