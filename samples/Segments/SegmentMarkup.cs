using System.Text;
using Spectre.Console;

namespace SmsGateway.Samples.Segments;

/// <summary>A segment's text in its colour, with the characters underlined that force UCS-2.</summary>
internal static class SegmentMarkup
{
    private static readonly string[] Colours = ["black on aqua", "black on yellow", "black on lime", "black on fuchsia", "black on silver"];

    public static string Of(string text, SmsSegment segment, int index, SmsTextOptions options)
    {
        bool[] offends = new bool[text.Length];
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(text, options))
        {
            offends.AsSpan(character.Index, character.Length).Fill(true);
        }

        var markup = new StringBuilder($"[{Colours[index % Colours.Length]}]");
        int end = segment.Start + segment.Length;
        for (int start = segment.Start; start < end;)
        {
            int stop = start + 1;
            while (stop < end && offends[stop] == offends[start])
            {
                stop++;
            }

            string run = Markup.Escape(CharacterNames.Show(text[start..stop]));
            markup.Append(offends[start] ? $"[underline red]{run}[/]" : run);
            start = stop;
        }

        return markup.Append("[/]").ToString();
    }
}
