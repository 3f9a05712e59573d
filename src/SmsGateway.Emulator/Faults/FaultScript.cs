using System.Text;
using SmsGateway.Emulator.Faults;

namespace SmsGateway.Emulator;

/// <summary>
/// The faults armed for one inbox, or for the whole emulator. Rules are asked in the order of their making, those of the
/// inbox first; the first that has something to say is the only one that is used up. While nothing is armed, requests do not
/// even pass by.
/// </summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed class FaultScript
{
    private readonly Gate _gate = new();
    private readonly List<FaultRule> _rules = [];
    private readonly Action? _changed;
    private volatile bool _armed;
    private int _nextId;

    internal FaultScript(Action? changed) => _changed = changed;

    /// <summary>Begins a rule; it does nothing until it gets a step.</summary>
    /// <param name="gateway">Only this gateway; any when null.</param>
    /// <param name="operation">Only this operation; <see cref="Operation.Send"/> unless said otherwise. See also <see cref="OnAny"/>.</param>
    /// <param name="to">Only requests with this recipient, compared by digits.</param>
    /// <param name="match">Only these requests; the exchange has no reply yet.</param>
    public FaultRule On(Gateway? gateway = null, Operation operation = Operation.Send, string? to = null, Func<CapturedExchange, bool>? match = null) =>
        Add(new(gateway, operation, to, Text: null, match));

    /// <summary>Begins a rule for whatever operation.</summary>
    /// <param name="gateway">Only this gateway; any when null.</param>
    /// <param name="to">Only requests with this recipient.</param>
    /// <param name="match">Only these requests.</param>
    public FaultRule OnAny(Gateway? gateway = null, string? to = null, Func<CapturedExchange, bool>? match = null) =>
        Add(new(gateway, Operation: null, to, Text: null, match));

    /// <summary>The rules, oldest first.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules];
            }
        }
    }

    /// <summary>How many counted steps (<c>Next</c>, <c>Then</c>) are still to be used.</summary>
    public int Remaining
    {
        get
        {
            lock (_gate)
            {
                return _rules.Sum(rule => rule.Remaining);
            }
        }
    }

    /// <summary>Checks that every counted step was used up and every other rule was used: a step that nobody reached is a mistake of the test.</summary>
    /// <exception cref="ExpectationException">One was not.</exception>
    public void VerifyAllUsed()
    {
        var unused = Rules.Where(rule => rule.IsUnused).ToList();
        if (unused.Count > 0)
        {
            throw new ExpectationException("Faults that nobody met: " + string.Join("; ", unused));
        }
    }

    /// <summary>Takes all rules away.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            _armed = false;
        }

        _changed?.Invoke();
    }

    /// <summary>Whether any rule still has something to say.</summary>
    internal bool IsArmed => _armed;

    internal FaultRule Add(FaultCondition condition)
    {
        FaultRule rule;
        lock (_gate)
        {
            rule = new(this, ++_nextId, condition, _gate);
            _rules.Add(rule);
        }

        return rule;
    }

    internal Fault? Take(FaultSubject subject)
    {
        Fault? taken = null;
        lock (_gate)
        {
            foreach (var rule in _rules)
            {
                if (rule.IsArmed && (rule.IsEarly || !subject.IsEarly) && rule.Condition.Holds(subject) && rule.Take() is { } fault)
                {
                    taken = fault;
                    break;
                }
            }
        }

        Changed();
        return taken;
    }

    internal bool HasEarly
    {
        get
        {
            if (!_armed)
            {
                return false;
            }

            lock (_gate)
            {
                return _rules.Exists(rule => rule.IsArmed && rule.IsEarly);
            }
        }
    }

    internal void Remove(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Remove(rule);
        }

        Changed();
    }

    internal void Changed()
    {
        lock (_gate)
        {
            _armed = _rules.Exists(rule => rule.IsArmed);
        }

        _changed?.Invoke();
    }

    internal void Describe(StringBuilder text)
    {
        foreach (var rule in Rules)
        {
            text.Append("  ").Append(rule).Append('\n');
        }
    }
}
