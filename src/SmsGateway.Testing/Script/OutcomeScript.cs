using System.Globalization;

namespace SmsGateway.Testing;

/// <summary>Which messages meet which outcome. The first rule that is for a message and has a step left decides.</summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed class OutcomeScript
{
    private readonly Gate _gate = new();
    private readonly List<OutcomeRule> _rules = [];

    /// <summary>A rule for every message.</summary>
    public OutcomeRule Any() => Match(static _ => true, "any message");

    /// <summary>A rule for messages to one number.</summary>
    /// <param name="number">In international form; compared by its digits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="number"/> is no number.</exception>
    public OutcomeRule To(string number)
    {
        var wanted = PhoneNumber.Parse(number);
        return Match(message => PhoneNumber.TryParse(message.To, out var to) && to == wanted, $"to {wanted.ToMaskedString()}");
    }

    /// <summary>A rule for messages whose text holds a piece, without regard to case.</summary>
    /// <exception cref="ArgumentException"><paramref name="piece"/> is null or empty.</exception>
    public OutcomeRule Text(string piece)
    {
        ArgumentException.ThrowIfNullOrEmpty(piece);
        return Match(message => message.Text.Contains(piece, StringComparison.OrdinalIgnoreCase), $"with \"{piece}\"");
    }

    /// <summary>A rule for messages of a category.</summary>
    public OutcomeRule Category(SmsCategory category) => Match(message => message.Category == category, $"of category {category}");

    /// <summary>A rule for messages that the test chooses.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="match"/> is null.</exception>
    public OutcomeRule Match(Func<SmsMessage, bool> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return Match(match, "that the test chose");
    }

    /// <summary>Makes sure that every step of every rule was reached: one that nobody reached is a mistake of the test.</summary>
    /// <exception cref="SmsAssertionException">A step was not reached; the text says which.</exception>
    public void VerifyAllUsed()
    {
        lock (_gate)
        {
            var unused = _rules.SelectMany(static rule => rule.Unused()).ToList();
            if (unused.Count > 0)
            {
                throw new SmsAssertionException(string.Create(
                    CultureInfo.InvariantCulture, $"{unused.Count} scripted outcome(s) were not reached:\n  {string.Join("\n  ", unused)}"));
            }
        }
    }

    /// <summary>Forgets all rules.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    internal OutcomeStep? Next(SmsMessage message)
    {
        lock (_gate)
        {
            foreach (var rule in _rules)
            {
                if (rule.Matches(message) && rule.Take() is { } step)
                {
                    return step;
                }
            }

            return null;
        }
    }

    private OutcomeRule Match(Func<SmsMessage, bool> match, string description)
    {
        var rule = new OutcomeRule(_gate, match, description);
        lock (_gate)
        {
            _rules.Add(rule);
        }

        return rule;
    }
}
