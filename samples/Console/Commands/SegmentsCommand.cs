using System.CommandLine;
using System.Globalization;
using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Shows how a text is cut, and which characters make it expensive. Asks nobody.</summary>
internal static class SegmentsCommand
{
    public static Command Create(ToolOutput output)
    {
        var text = new Argument<string>("text") { Description = "The text" };
        var command = new Command("segments", "Counts the segments of a text and names the characters that make it expensive") { text };
        command.SetAction(parsed => Print(parsed.GetValue(text)!, output));
        return command;
    }

    private static int Print(string text, ToolOutput output)
    {
        var info = SmsText.Analyze(text);
        output.Line(string.Create(
            CultureInfo.InvariantCulture, $"{info.Segments} segment(s) in {info.Encoding}: {info.Units} of {info.UnitsPerSegment} units each, {info.UnitsLeft} left in the last."));
        output.Table(["segment", "text"], SmsText.Split(text).Select((part, i) => (string[])[(i + 1).ToString(CultureInfo.InvariantCulture), part]));
        List<string[]> offending = [];
        foreach (var character in SmsText.OffendingCharacters(text))
        {
            offending.Add([character.Index.ToString(CultureInfo.InvariantCulture), character.Rune.ToString(), $"U+{character.CodePoint:X4}", character.Replacement ?? ""]);
        }

        if (offending.Count > 0)
        {
            var plain = SmsText.Transliterate(text, SmsUnicodePolicy.TransliterateAlways);
            output.Line("These characters are not in the GSM alphabet, so the text travels in UCS-2:");
            output.Table(["at", "character", "code", "could be"], offending);
            output.Line(string.Create(CultureInfo.InvariantCulture, $"With --plain: {SmsText.Analyze(plain).Segments} segment(s): {plain}"));
        }

        return ExitCode.Done;
    }
}
