using System.Globalization;
using SmsGateway.Emulator.Faults;

namespace SmsGateway.Emulator;

/// <summary>
/// One rule of a <see cref="FaultScript"/>: counted steps first, in their order; when they are used up, what was said with
/// <see cref="Every"/>, <see cref="Randomly"/> or <see cref="Always"/>. Disposing it takes it away.
/// </summary>
public sealed class FaultRule : IDisposable
{
    private readonly FaultScript _script;
    private readonly Gate _gate;
    private readonly List<(Fault Fault, int Times)> _steps = [];
    private Fault? _always;
    private (int Nth, Fault Fault)? _every;
    private (double Share, int Seed, Fault[] Faults)? _random;
    private Random? _dice;
    private int _step;
    private int _usedOfStep;
    private int _seen;

    internal FaultRule(FaultScript script, int id, FaultCondition condition, Gate gate)
    {
        _script = script;
        _gate = gate;
        Id = id;
        Condition = condition;
    }

    /// <summary>Its number within the script.</summary>
    public int Id { get; }

    /// <summary>How often it was used.</summary>
    public int Used { get; private set; }

    /// <summary>How many counted steps are left.</summary>
    public int Remaining { get; private set; }

    internal FaultCondition Condition { get; }

    internal bool IsArmed => Remaining > 0 || _always is not null || _every is not null || _random is not null;

    internal bool IsUnused => Remaining > 0 || (IsArmed && _random is null && Used == 0);

    internal bool IsEarly => (_step < _steps.Count ? _steps[_step].Fault : _always)?.Wire.Early ?? false;

    /// <summary>The next requests meet this fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public FaultRule Next(Fault fault, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return Change(() =>
        {
            _steps.Add((fault, times));
            Remaining += times;
        });
    }

    /// <summary>And after those, this one. The same as <see cref="Next"/>; it reads better in a sequence.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests; at least 1.</param>
    public FaultRule Then(Fault fault, int times = 1) => Next(fault, times);

    /// <summary>Each nth matching request meets this fault.</summary>
    /// <param name="nth">2 for every second one, and so on; at least 1.</param>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nth"/> is below 1.</exception>
    public FaultRule Every(int nth, Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        return Change(() => _every = (nth, fault));
    }

    /// <summary>All matching requests meet this fault.</summary>
    /// <param name="fault">The fault.</param>
    public FaultRule Always(Fault fault) => Change(() => _always = fault);

    /// <summary>A share of the matching requests meets one of these faults.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="seed">The same seed gives the same sequence; it stands in the dump.</param>
    /// <param name="faults">One is drawn each time.</param>
    /// <exception cref="ArgumentException">There are none, or the share is no share.</exception>
    public FaultRule Randomly(double share, int seed, params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Length == 0 || share is not (>= 0 and <= 1))
        {
            throw new ArgumentException("A share between 0 and 1, and at least one fault.", nameof(faults));
        }

        return Change(() =>
        {
            _random = (share, seed, [.. faults]);
#pragma warning disable CA5394 // Dice for tests, repeatable by their seed.
            _dice = new(seed);
#pragma warning restore CA5394
        });
    }

    /// <summary>Takes the rule away.</summary>
    public void Dispose() => _script.Remove(this);

    /// <summary>The rule in words: condition, what is left, how often used.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id}: {Condition}: {Plan()} (used {Used})");

    /// <summary>Decides about one matching request. The script holds its lock.</summary>
    internal Fault? Take()
    {
        _seen++;
        var fault = TakeStep() ?? TakeNth() ?? Draw() ?? _always;
        Used += fault is null ? 0 : 1;
        return fault;
    }

    /// <summary>All that was said, also what is used up: each fault, how many times or each how many requests, and how often a counted one was used.</summary>
    internal IReadOnlyList<(string Mode, Fault Fault, int Times, int Used)> Steps()
    {
        lock (_gate)
        {
            return
            [
                .. _steps.Select((step, index) => ("next", step.Fault, step.Times, index < _step ? step.Times : index == _step ? _usedOfStep : 0)),
                .. _every is { } every ? [("every", every.Fault, every.Nth, 0)] : Array.Empty<(string, Fault, int, int)>(),
                .. _random is { } random ? random.Faults.Select(fault => ("random", fault, random.Seed, 0)) : [],
                .. _always is { } always ? [("always", always, 0, 0)] : Array.Empty<(string, Fault, int, int)>(),
            ];
        }
    }

    internal (double Share, int Seed)? Odds => _random is { } random ? (random.Share, random.Seed) : null;

    private Fault? TakeStep()
    {
        if (_step == _steps.Count)
        {
            return null;
        }

        var (fault, times) = _steps[_step];
        Remaining--;
        if (++_usedOfStep == times)
        {
            (_step, _usedOfStep) = (_step + 1, 0);
        }

        return fault;
    }

    private Fault? TakeNth() => _every is { } every && _seen % every.Nth == 0 ? every.Fault : null;

#pragma warning disable CA5394 // As above.
    private Fault? Draw() => _random is { } random && _dice!.NextDouble() < random.Share
        ? random.Faults[_dice.Next(random.Faults.Length)]
        : null;
#pragma warning restore CA5394

    private FaultRule Change(Action change)
    {
        lock (_gate)
        {
            change();
        }

        _script.Changed();
        return this;
    }

    private string Plan()
    {
        var steps = Steps().Select(step => step.Mode switch
        {
            "next" when step.Used == step.Times => $"{step.Fault} used up",
            "next" => string.Create(CultureInfo.InvariantCulture, $"{step.Times - step.Used} x {step.Fault}"),
            "every" => string.Create(CultureInfo.InvariantCulture, $"every {step.Times}: {step.Fault}"),
            _ => $"{step.Mode} {step.Fault}",
        });
        var odds = Odds is { } chance ? string.Create(CultureInfo.InvariantCulture, $" (share {chance.Share}, seed {chance.Seed})") : "";
        return string.Join(", then ", steps) + odds;
    }
}
