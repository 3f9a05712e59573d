using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Protocols.KeyRef;

/// <summary>What the gateway knows of one customer.</summary>
internal sealed class KeyRefAccount(EmulatorCore core)
{
    public Gate Gate { get; } = new();

    public Purse Purse { get; } = new(1_000_000m);

    /// <summary>By number and reference, the only handle there is.</summary>
    public MessageIndex Index { get; } = new(core.Options.MaxLookupRecords);

    public TokenBucket Limiter { get; } = new(core.Options.Time);

    /// <summary>The key of the index, as the switches compare references.</summary>
    public static string Handle(string digits, string reference, KeyRefBehaviour behaviour)
    {
        var cut = reference.Length > behaviour.ReferenceLength ? reference[..behaviour.ReferenceLength] : reference;
        return digits + "/" + (behaviour.FoldReferenceCase ? cut.ToUpperInvariant() : cut);
    }
}
