using System.Globalization;
using Spectre.Console;

namespace SmsGateway.Samples.Segments;

/// <summary>One text on screen: its cost, its segments in colour, what forces UCS-2, and what plain letters would cost.</summary>
internal static class TextReport
{
    private static readonly SmsPriceList Prices = Examples.Prices();

    public static void Write(IAnsiConsole console, string text, SmsTextOptions options)
    {
        SmsTextInfo info = SmsText.Analyze(text, options);
        console.Write(new Rule($"[bold]{Markup.Escape(Examples.Cost(text, options))}[/]") { Justification = Justify.Left });
        console.Write(SegmentTable(text, info, options));
        WriteOffending(console, text, options);
        WriteTransliteration(console, text, info, options);
        console.WriteLine();
    }

    private static Table SegmentTable(string text, SmsTextInfo info, SmsTextOptions options)
    {
        var segments = new SmsSegment[info.Segments];
        SmsText.Split(text, segments, options);
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("segment", "units", "text");
        for (int i = 0; i < segments.Length; i++)
        {
            table.AddRow(
                new Markup(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {segments.Length}")),
                new Markup(string.Create(CultureInfo.InvariantCulture, $"{segments[i].Units} of {info.UnitsPerSegment}")),
                new Markup(SegmentMarkup.Of(text, segments[i], i, options)));
        }

        return table;
    }

    private static void WriteOffending(IAnsiConsole console, string text, SmsTextOptions options)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("at", "forces UCS-2", "code point", "name", "suggestion");
        var seen = new HashSet<int>();
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(text, options))
        {
            if (seen.Add(character.CodePoint))
            {
                table.AddRow(
                    character.Index.ToString(CultureInfo.InvariantCulture),
                    $"[underline red]{Markup.Escape(CharacterNames.Show(character.Rune))}[/]",
                    $"U+{character.CodePoint:X4}",
                    CharacterNames.Of(character),
                    character.Replacement switch { null => "-", "" => "leave out", var it => $"\"{Markup.Escape(CharacterNames.Show(it))}\"" });
            }
        }

        if (seen.Count > 0)
        {
            console.Write(table);
        }
    }

    private static void WriteTransliteration(IAnsiConsole console, string text, SmsTextInfo info, SmsTextOptions options)
    {
        if (info.Encoding == SmsEncoding.Gsm7)
        {
            console.MarkupLineInterpolated($"In plain GSM-7 already; {Examples.Price(info, Prices)} to a Polish mobile.");
            return;
        }

        string plain = SmsText.Transliterate(text, SmsUnicodePolicy.TransliterateAlways, options);
        if (ReferenceEquals(plain, text))
        {
            SmsTextInfo least = SmsText.AnalyzeWithoutOffending(text, options);
            console.MarkupLineInterpolated($"Not everything has a replacement. Without what has none: {least.Segments} instead of {info.Segments} segment(s).");
            return;
        }

        SmsTextInfo after = SmsText.Analyze(plain, options);
        console.MarkupLineInterpolated($"Before: {info.Segments} segment(s), {Examples.Price(info, Prices)}. Transliterated: {after.Segments}, {Examples.Price(after, Prices)}.");
        console.MarkupLineInterpolated($"[grey]{plain}[/]");
    }
}
