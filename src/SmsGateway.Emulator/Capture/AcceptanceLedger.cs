using System.Collections.Concurrent;

namespace SmsGateway.Emulator;

/// <summary>
/// How often the gateways accepted a message, by reference: a count that outlives the retention of the messages themselves.
/// This is what a soak test holds its results against: an entry above one was sent twice.
/// </summary>
/// <remarks>Messages in test mode are not counted. Safe for use by several threads at once.</remarks>
public sealed class AcceptanceLedger
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Func<CapturedMessage, string?>? _key;
    private long _total;

    internal AcceptanceLedger(Func<CapturedMessage, string?>? key) => _key = key;

    /// <summary>All messages accepted, with or without a key.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>How many different keys there are.</summary>
    public int Keys => _counts.Count;

    /// <summary>How often a message of that key was accepted.</summary>
    /// <param name="key">What <see cref="SmsEmulatorOptions.LedgerKey"/> returns; the reference by default.</param>
    public int Count(string key) => _counts.GetValueOrDefault(key);

    /// <summary>The keys accepted more than once, with their counts.</summary>
    public IReadOnlyDictionary<string, int> Duplicates() =>
        _counts.Where(entry => entry.Value > 1).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    internal void Enter(CapturedMessage message)
    {
        Interlocked.Increment(ref _total);
        if (_key?.Invoke(message) is { Length: > 0 } key)
        {
            _counts.AddOrUpdate(key, 1, static (_, count) => count + 1);
        }
    }

    internal void Clear()
    {
        _counts.Clear();
        Interlocked.Exchange(ref _total, 0);
    }
}
