using System.Globalization;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>
/// Assertions about sent messages that say what was there instead, the nearest miss first. Numbers are masked unless
/// <see cref="FakeSmsOptions.ShowNumbers"/> is set. They throw nothing but <see cref="SmsAssertionException"/>, and
/// <see cref="FormatException"/> for a number that is none.
/// </summary>
public static class SmsAssert
{
    /// <summary>Exactly one message fits.</summary>
    /// <param name="sent">The record.</param>
    /// <param name="to">To this number.</param>
    /// <param name="contains">With this piece of text, without regard to case.</param>
    /// <param name="match">That is such.</param>
    /// <returns>The message.</returns>
    /// <exception cref="SmsAssertionException">None fits, or more than one.</exception>
    public static SentMessage Single(SentMessages sent, string? to = null, string? contains = null, Func<SentMessage, bool>? match = null)
    {
        var wanted = new SentFilter(to, contains, match);
        return Found(sent, wanted) switch
        {
            [var only] => only,
            var found => throw Fail(sent, wanted, string.Create(CultureInfo.InvariantCulture, $"One message {wanted} was expected; there are {found.Count}.")),
        };
    }

    /// <summary>At least one message fits.</summary>
    /// <param name="sent">The record.</param>
    /// <param name="to">To this number.</param>
    /// <param name="contains">With this piece of text, without regard to case.</param>
    /// <param name="match">That is such.</param>
    /// <exception cref="SmsAssertionException">None fits.</exception>
    public static void SentTo(SentMessages sent, string to, string? contains = null, Func<SentMessage, bool>? match = null)
    {
        var wanted = new SentFilter(to, contains, match);
        if (Found(sent, wanted).Count == 0)
        {
            throw Fail(sent, wanted, $"A message {wanted} was expected.");
        }
    }

    /// <summary>No message went to that number, not even in vain.</summary>
    /// <exception cref="SmsAssertionException">One did.</exception>
    public static void NotSentTo(SentMessages sent, string to)
    {
        var wanted = new SentFilter(to, contains: null, match: null);
        if (Found(sent, wanted).Count > 0)
        {
            throw Fail(sent, wanted, $"No message {wanted} was expected.");
        }
    }

    /// <summary>Nothing was sent, not even in vain.</summary>
    /// <exception cref="SmsAssertionException">Something was.</exception>
    public static void Nothing(SentMessages sent) => Count(sent, 0);

    /// <summary>So many messages were given to the client.</summary>
    /// <exception cref="SmsAssertionException">There are more or fewer.</exception>
    public static void Count(SentMessages sent, int expected)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (sent.Count != expected)
        {
            throw Fail(sent, Anything, string.Create(CultureInfo.InvariantCulture, $"{expected} message(s) were expected; there are {sent.Count}."));
        }
    }

    /// <summary>The gateway has the message with that reference exactly once: nothing lost, nothing doubled.</summary>
    /// <param name="sent">The record.</param>
    /// <param name="reference">The reference; without regard to case.</param>
    /// <returns>The message.</returns>
    /// <exception cref="SmsAssertionException">It has none, or more than one.</exception>
    public static SentMessage Once(SentMessages sent, string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var wanted = new SentFilter(to: null, contains: null, message => message.GatewayAccepted && string.Equals(message.Reference, reference, StringComparison.OrdinalIgnoreCase));
        return Found(sent, wanted) switch
        {
            [var only] => only,
            var found => throw Fail(sent, Anything, string.Create(CultureInfo.InvariantCulture, $"The gateway should have reference {reference} once; it has it {found.Count} times.")),
        };
    }

    /// <summary>The message takes no more segments than that.</summary>
    /// <exception cref="SmsAssertionException">It takes more.</exception>
    public static void FitsInSegments(SentMessage message, int max)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Segments > max)
        {
            throw new SmsAssertionException(string.Create(
                CultureInfo.InvariantCulture, $"At most {max} segment(s) were allowed; it takes {message.Segments} in {message.Encoding}: {message.Text}"));
        }
    }

    /// <summary>The text fits the GSM-7 alphabet, so that a segment holds 160 characters rather than 70.</summary>
    /// <exception cref="SmsAssertionException">It does not; the text names the characters.</exception>
    public static void NoUcs2(SentMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Encoding != SmsEncoding.Ucs2)
        {
            return;
        }

        var offending = new StringBuilder();
        foreach (var character in SmsText.OffendingCharacters(message.Text))
        {
            offending.Append(CultureInfo.InvariantCulture, $"\n  at {character.Index}: {character.Rune} U+{character.CodePoint:X4}");
            offending.Append(character.Replacement is { } replacement ? $", could be \"{replacement}\"" : "");
        }

        throw new SmsAssertionException($"The text needs UCS-2 because of:{offending}\nin: {message.Text}");
    }

    /// <summary>For each step there is a message, and they came in that order; others may lie between.</summary>
    /// <exception cref="SmsAssertionException">A step has none; the text says which.</exception>
    public static void InOrder(SentMessages sent, params Func<SentMessage, bool>[] steps)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(steps);
        var reached = 0;
        foreach (var message in sent)
        {
            if (reached < steps.Length && steps[reached](message))
            {
                reached++;
            }
        }

        if (reached < steps.Length)
        {
            throw Fail(sent, Anything, string.Create(CultureInfo.InvariantCulture, $"Step {reached + 1} of {steps.Length} has no message behind those of the steps before it."));
        }
    }

    private static SentFilter Anything => new(to: null, contains: null, match: null);

    private static List<SentMessage> Found(SentMessages sent, SentFilter wanted)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return [.. sent.Where(wanted.Fits)];
    }

    private static SmsAssertionException Fail(SentMessages sent, SentFilter wanted, string problem) =>
        new(wanted.Explain(problem, [.. sent], sent.ShowNumbers));
}
