using System.Globalization;
using SmsGateway;
using Spectre.Console;

namespace QuickStart;

/// <summary>Prints what became of every row.</summary>
internal static class Report
{
    /// <returns>The exit code: 0 when every row ended as its file says.</returns>
    public static int Print(List<Row> rows, int requests)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 140;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("gateway", "to", "outcome", "id", "segments", "error");
        table.Columns[4].RightAligned();
        foreach (var row in rows)
        {
            var result = row.Result!;
            table.AddRow(
                new Text(result.Account ?? "-"),
                new Text(result.To.Replace("\n", "\\n", StringComparison.Ordinal)),
                new Markup($"[{ColorOf(result.Outcome)}]{result.Outcome}[/]{(row.IsAsExpected ? "" : " [white on red] unexpected [/]")}"),
                new Text(result.MessageId?.Id ?? ""),
                new Text(result.Segments?.ToString(CultureInfo.InvariantCulture) ?? ""),
                new Text(result.Error?.Kind.ToString() ?? ""));
        }

        AnsiConsole.Write(table);
        var unexpected = rows.FindAll(row => !row.IsAsExpected);
        foreach (var row in unexpected)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]Line {row.Line}: expected {row.Expected}, was {row.Actual}. {row.Result!.Error?.Message}[/]");
        }

        var accepted = rows.Count(row => row.Result!.IsAccepted);
        var segments = rows.Where(row => row.Result!.IsAccepted).Sum(row => row.Result!.Segments ?? 0);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"{rows.Count} messages in {requests} requests: [green]{accepted} accepted[/] ({segments} segments), {rows.Count - accepted} refused; {rows.Count - unexpected.Count} as expected, {unexpected.Count} not.");
        return unexpected.Count == 0 ? 0 : 1;
    }

    private static string ColorOf(SmsOutcome outcome) => outcome switch
    {
        SmsOutcome.Accepted => "green",
        SmsOutcome.Rejected => "yellow",
        SmsOutcome.NotSent => "blue",
        _ => "red",
    };
}
