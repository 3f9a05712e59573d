using System.Text;
using SmsGateway;
using SmsGateway.Samples.Segments;
using Spectre.Console;

// Shows how texts travel as SMS. Without arguments: the examples below. With arguments: each argument is a text; "--language uk"
// names the language of those that follow (bg, ru, sr, uk, vi).
Console.OutputEncoding = Encoding.UTF8;
var language = SmsTransliterationLanguage.None;
var texts = new List<(string Text, SmsTransliterationLanguage Language)>();
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--language" && i + 1 < args.Length)
    {
        language = args[++i] switch
        {
            "bg" => SmsTransliterationLanguage.Bulgarian,
            "ru" => SmsTransliterationLanguage.Russian,
            "sr" => SmsTransliterationLanguage.Serbian,
            "uk" => SmsTransliterationLanguage.Ukrainian,
            "vi" => SmsTransliterationLanguage.Vietnamese,
            _ => SmsTransliterationLanguage.None,
        };
    }
    else
    {
        texts.Add((args[i], language));
    }
}

// Into a file or a pipe the same report goes without colours.
IAnsiConsole console = Console.IsOutputRedirected
    ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Console.Out) })
    : AnsiConsole.Console;
foreach ((string text, SmsTransliterationLanguage spoken) in texts.Count > 0 ? texts : BuiltIn.Texts)
{
    TextReport.Write(console, text, new SmsTextOptions { Language = spoken });
}
