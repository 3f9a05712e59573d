using System.Globalization;

namespace SmsGateway.Benchmarks.Soaking;

/// <summary>Looks at the memory of the process at every tenth of the way. The first tenths are warming up.</summary>
internal sealed class SoakMemory(int messages)
{
    private const long Megabyte = 1 << 20;

    // What the emulated gateways remember for a day, such as the references of the one that refuses them a second time.
    private const long Allowance = 24 * Megabyte;

    private readonly List<(long Heap, long Process)> _tenths = [];
    private readonly Lock _gate = new();

    public bool IsFlat => _tenths.Count > 3
        && _tenths[^1].Heap <= _tenths[2].Heap + Allowance
        && _tenths[^1].Process <= (_tenths[2].Process * 5 / 4) + Allowance;

    public void Look(int told)
    {
        lock (_gate)
        {
            if (told >= (long)messages * (_tenths.Count + 1) / 10)
            {
                _tenths.Add((GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet));
            }
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"heap MB {string.Join(' ', _tenths.Select(tenth => tenth.Heap / Megabyte))}, process MB {string.Join(' ', _tenths.Select(tenth => tenth.Process / Megabyte))}");
}
