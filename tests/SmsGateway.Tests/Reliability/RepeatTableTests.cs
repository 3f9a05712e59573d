using System.Text.RegularExpressions;
using SmsGateway.Resilience;
using SmsGateway.Tests.Docs;

namespace SmsGateway.Tests.Reliability;

/// <summary>The table of docs/reliability.md and the one in the code are the same.</summary>
public sealed partial class RepeatTableTests
{
    private static readonly Match[] Rows = Row().Matches(WrittenDocument.Read("docs", "reliability.md")).ToArray();

    [Fact]
    public void Guide_Table_IsWhatTheCodeDecides()
    {
        Assert.Equal(10, Rows.Length);
        foreach (var row in Rows)
        {
            var outcome = Enum.Parse<SmsOutcome>(row.Groups["outcome"].Value);
            var scope = Enum.Parse<SmsErrorScope>(row.Groups["scope"].Value);
            var error = outcome == SmsOutcome.Accepted ? null : new SmsError(SmsErrorKind.Unknown, "") { Scope = scope, IsTransient = true };

            Assert.Equal(
                $"{row.Groups["again"]} {row.Groups["next"]} {row.Groups["breaker"]}",
                $"{Say(RepeatTable.SameAccountAgain(outcome, error, isProtected: false))} {Say(RepeatTable.NextAccount(outcome, error, atLeastOnce: false))} {Say(RepeatTable.CountsForBreaker(outcome, error))}");
        }

        static string Say(bool decided) => decided ? "yes" : "no";
    }

    [Fact]
    public void Exceptions_OfTheTable_Hold()
    {
        var lost = new SmsError(SmsErrorKind.ConnectionLost, "");
        Assert.True(RepeatTable.SameAccountAgain(SmsOutcome.Unknown, lost, isProtected: true));
        Assert.True(RepeatTable.NextAccount(SmsOutcome.Unknown, lost, atLeastOnce: true));

        var certificate = new SmsError(SmsErrorKind.ConnectionFailed, "") { IsTransient = false };
        Assert.False(RepeatTable.SameAccountAgain(SmsOutcome.NotSent, certificate, isProtected: true));

        // Whoever cancelled wants no more, here or elsewhere.
        var cancelled = new SmsError(SmsErrorKind.Canceled, "");
        Assert.False(RepeatTable.SameAccountAgain(SmsOutcome.Unknown, cancelled, isProtected: true));
        Assert.False(RepeatTable.NextAccount(SmsOutcome.NotSent, cancelled, atLeastOnce: true));
        Assert.False(RepeatTable.CountsForBreaker(SmsOutcome.Unknown, cancelled));
    }

    [Fact]
    public void IsSafeToResend_EveryOutcome_IsTrueForNotSentAlone()
    {
        foreach (var outcome in Enum.GetValues<SmsOutcome>())
        {
            Assert.Equal(outcome == SmsOutcome.NotSent, new SmsResult { To = "", Outcome = outcome }.IsSafeToResend);
        }
    }

    [GeneratedRegex(@"^\| (?<outcome>NotSent|Rejected|Unknown|Accepted) \| (?<scope>\w+) \| (?<again>yes|no)[^|]*\| (?<next>yes|no)[^|]*\| (?<breaker>yes|no)[^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
