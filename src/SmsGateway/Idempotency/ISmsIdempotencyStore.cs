using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>Remembers which keys were sent. Implement it on a database for a guarantee across processes; two implementations are provided.</summary>
/// <remarks>Used by many threads at once. What it throws fails the send before anything has left.</remarks>
public interface ISmsIdempotencyStore
{
    /// <summary>Puts a record under a key unless there is one.</summary>
    /// <returns>The record that was there; null when <paramref name="record"/> was put.</returns>
    /// <remarks>Whether two processes can both get null depends on the store: the in-memory one is atomic, the one over IDistributedCache is not.</remarks>
    ValueTask<SmsIdempotencyRecord?> GetOrAddAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken);

    /// <summary>Replaces the record of a key.</summary>
    ValueTask SetAsync(string key, SmsIdempotencyRecord record, TimeSpan timeToLive, CancellationToken cancellationToken);

    /// <summary>Forgets a key.</summary>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);
}

/// <summary>What is remembered of a key. Holds no number and no text.</summary>
/// <param name="Fingerprint">A digest of recipient, text and sender: one key stands for one message.</param>
/// <param name="Reference">The message's reference, kept before anything is sent.</param>
/// <param name="StartedAt">When the send began.</param>
/// <param name="Result">What it came to; null while it is under way - or for ever, when the process died.</param>
public sealed record SmsIdempotencyRecord(string Fingerprint, string Reference, DateTimeOffset StartedAt, SmsResult? Result = null);

/// <summary>How long keys are remembered, and where.</summary>
public sealed class SmsIdempotencyOptions
{
    /// <summary>How long a key stands for its message.</summary>
    /// <value>1 minute to 90 days. Default: 24 hours.</value>
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Keeps keys in the application's <c>IDistributedCache</c> instead of in memory. They then survive a restart; but a cache
    /// cannot put and look in one step, so two processes that get the same key within milliseconds may both send.
    /// </summary>
    public bool UseDistributedCache { get; set; }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SmsIdempotencyRecord))]
internal sealed partial class SmsIdempotencyJson : JsonSerializerContext;
