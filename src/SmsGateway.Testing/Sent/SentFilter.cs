using System.Globalization;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>What a test looks for, and how near a message comes to it.</summary>
internal sealed class SentFilter
{
    private readonly List<(Func<SentMessage, bool> Fits, string Name)> _conditions = [];

    public SentFilter(string? to, string? contains, Func<SentMessage, bool>? match)
    {
        if (to is not null)
        {
            var number = PhoneNumber.Parse(to);
            _conditions.Add((message => message.Number == number, $"to {number.ToMaskedString()}"));
        }

        if (contains is not null)
        {
            _conditions.Add((message => message.Text.Contains(contains, StringComparison.OrdinalIgnoreCase), $"with \"{contains}\""));
        }

        if (match is not null)
        {
            _conditions.Add((match, "that fits the condition"));
        }
    }

    public bool Fits(SentMessage message) => _conditions.TrueForAll(condition => condition.Fits(message));

    /// <summary>The sentence, then the message that comes nearest and what is wrong with it, then the rest.</summary>
    public string Explain(string problem, IReadOnlyList<SentMessage> messages, bool showNumbers)
    {
        var text = new StringBuilder(problem);
        if (messages.Count == 0)
        {
            return text.Append(" Nothing was sent.").ToString();
        }

        var nearest = messages.Where(message => !Fits(message)).MaxBy(Score);
        if (nearest is not null && _conditions.Count > 0)
        {
            var wrong = _conditions.Where(condition => !condition.Fits(nearest)).Select(condition => $"it is not {condition.Name}");
            text.Append(CultureInfo.InvariantCulture, $"\nNearest: {Line(nearest, showNumbers)}\n  but {string.Join(" and ", wrong)}.");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nSent ({messages.Count}):");
        foreach (var message in messages.TakeLast(20))
        {
            text.Append("\n  ").Append(Line(message, showNumbers));
        }

        return text.ToString();
    }

    public override string ToString() => _conditions.Count == 0 ? "at all" : string.Join(" and ", _conditions.Select(condition => condition.Name));

    private static string Line(SentMessage message, bool showNumbers) => $"{message.Describe(showNumbers)} \"{message.Text}\"";

    private int Score(SentMessage message) => _conditions.Count(condition => condition.Fits(message));
}
