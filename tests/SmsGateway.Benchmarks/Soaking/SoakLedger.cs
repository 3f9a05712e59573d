using System.Globalization;
using SmsGateway.Emulator;

namespace SmsGateway.Benchmarks.Soaking;

/// <summary>
/// Both sides of the account, a few bytes a message: how often any gateway accepted it, and what the library said. Every message
/// has a number of its own, so the number tells which it is.
/// </summary>
internal sealed class SoakLedger(int messages)
{
    private readonly int[] _accepted = new int[messages];
    private readonly Entry[] _told = new Entry[messages];

    public int Messages => messages;

    /// <summary>Messages of every country in turn.</summary>
    public static SmsMessage MessageOf(int index, string text)
    {
        var (_, _, prefix, digits) = SoakAccounts.All[index % SoakAccounts.All.Length];
        var rest = (index / SoakAccounts.All.Length).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        return new SmsMessage(prefix + rest, text);
    }

    /// <summary>Called by the emulator for each message that a gateway accepts.</summary>
    public void Accept(CapturedMessage message)
    {
        var country = Array.FindIndex(SoakAccounts.All, account => message.To.StartsWith(account.Prefix, StringComparison.Ordinal));
        var rest = int.Parse(message.To.AsSpan(SoakAccounts.All[country].Prefix.Length), CultureInfo.InvariantCulture);
        Interlocked.Increment(ref _accepted[(rest * SoakAccounts.All.Length) + country]);
    }

    public void Tell(int index, SmsResult result) => _told[index] = new Entry(
        IsTold: true, result.Outcome, result.Error?.Kind, (sbyte)SoakAccounts.IndexOf(result.Account),
        IsMoved: result.Attempts.Select(attempt => attempt.Account).Distinct().Skip(1).Any(), IsRepeated: result.Attempts.Count > 1);

    public IEnumerable<Row> Rows() => Enumerable.Range(0, messages)
        .GroupBy(i => _told[i].Account)
        .OrderBy(group => group.Key)
        .Select(group => new Row(
            group.Key < 0 ? "(none)" : SoakAccounts.All[group.Key].Name,
            group.Count(),
            group.Count(i => _told[i].Outcome == SmsOutcome.Accepted),
            group.Count(i => _told[i].Outcome == SmsOutcome.Rejected),
            group.Count(i => _told[i].Outcome == SmsOutcome.NotSent),
            group.Count(i => _told[i] is { IsTold: true, Outcome: SmsOutcome.Unknown }),
            group.Count(i => _told[i] is { IsTold: true, Outcome: SmsOutcome.Unknown } && !IsPlainAmbiguity(_told[i].Kind)),
            group.Count(i => _told[i].IsMoved),
            group.Count(i => _told[i].IsRepeated),
            group.Count(i => _accepted[i] > 1),
            group.Count(i => !_told[i].IsTold || (_told[i].Outcome == SmsOutcome.Accepted && _accepted[i] == 0)),
            group.Count(i => _told[i].Outcome is SmsOutcome.Rejected or SmsOutcome.NotSent && _accepted[i] > 0)));

    /// <summary>What was said of messages where the ledger says otherwise, for whoever has to find out why.</summary>
    public IEnumerable<string> Quarrels() => Enumerable.Range(0, messages)
        .Where(i => _accepted[i] > 1 || !_told[i].IsTold || (_accepted[i] == 0) == (_told[i].Outcome == SmsOutcome.Accepted))
        .Where(i => _accepted[i] > 1 || _told[i] is not { IsTold: true, Outcome: SmsOutcome.Unknown })
        .GroupBy(i => (Told: _told[i], Times: _accepted[i]))
        .Select(group => $"     {group.Count()} x accepted {group.Key.Times} times, told {group.Key.Told}");

    // What no gateway without a memory could tell us afterwards.
    private static bool IsPlainAmbiguity(SmsErrorKind? kind) => kind is SmsErrorKind.Timeout or SmsErrorKind.ConnectionLost
        or SmsErrorKind.UnreadableResponse or SmsErrorKind.GatewayError or SmsErrorKind.GatewayUnavailable or SmsErrorKind.InvalidRequest;

    /// <summary>What one account came to.</summary>
    internal sealed record Row(
        string Account, int Messages, int Accepted, int Rejected, int NotSent, int Unknown, int Unexplained, int Moved, int Repeated, int Twice, int Lost, int Contradicting);

    private readonly record struct Entry(bool IsTold, SmsOutcome Outcome, SmsErrorKind? Kind, sbyte Account, bool IsMoved, bool IsRepeated);
}
