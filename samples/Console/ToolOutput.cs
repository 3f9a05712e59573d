using System.Text;
using SmsGateway;
using Spectre.Console;

namespace SmsTool;

/// <summary>Where the tool prints: tables to its output, complaints to its error output.</summary>
internal sealed class ToolOutput
{
    private readonly IAnsiConsole _console;

    /// <param name="output">For what was asked for.</param>
    /// <param name="error">For what went wrong.</param>
    /// <param name="width">How many columns; null asks the terminal, and colours it.</param>
    public ToolOutput(TextWriter output, TextWriter error, int? width)
    {
        Out = output;
        Error = error;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = width is null ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = width is null ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (width is { } columns)
        {
            _console.Profile.Width = columns;
            _console.Profile.Encoding = Encoding.UTF8;
        }
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Whole numbers instead of masked ones.</summary>
    public bool ShowNumbers { get; set; }

    public void Line(string text) => _console.WriteLine(text);

    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        _console.Write(table);
    }

    public string Number(PhoneNumber? number) => number is not { } known ? "no number" : ShowNumbers ? known.Value : known.ToMaskedString();
}
