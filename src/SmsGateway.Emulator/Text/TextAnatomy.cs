using System.Runtime.InteropServices;
using System.Text;

namespace SmsGateway.Emulator.Text;

/// <summary>How a text lies in its segments, what forced it out of the GSM alphabet, and what it would be in plain letters.</summary>
internal sealed class TextAnatomy
{
    private TextAnatomy(string text)
    {
        Count = SegmentCount.Of(text);
        Limit = Count.UnitsPerSegment;
        Parts = Split(text, Count, Limit);
        Offending = Count.Encoding == MessageEncoding.Ucs2 ? Find(text) : [];
        Plain = Offending.Count > 0 && Offending.All(character => character.Plain is not null) ? PlainForm(text) : null;
    }

    public SegmentCount Count { get; }

    /// <summary>Units that fit into one segment of this text: fewer when there are several.</summary>
    public int Limit { get; }

    public IReadOnlyList<SegmentPart> Parts { get; }

    /// <summary>The characters that are not in the GSM alphabet, each once, in the order of their first appearance.</summary>
    public IReadOnlyList<OffendingCharacter> Offending { get; }

    /// <summary>The text with each of them replaced; null when one has no plain form, or when there are none.</summary>
    public string? Plain { get; }

    public static TextAnatomy Of(string text) => new(text);

    private static List<SegmentPart> Split(string text, SegmentCount count, int limit)
    {
        if (count.Segments == 1)
        {
            return [new(text, count.Units)];
        }

        var parts = new List<SegmentPart>(count.Segments);
        var (start, filled) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            var cost = count.Encoding == MessageEncoding.Gsm7 && GsmAlphabet.IsEscaped(text[i]) ? 2 : length;
            if (filled + cost > limit)
            {
                parts.Add(new(text[start..i], filled));
                (start, filled) = (i, 0);
            }

            filled += cost;
            i += length;
        }

        parts.Add(new(text[start..], filled));
        return parts;
    }

    private static List<OffendingCharacter> Find(string text)
    {
        var found = new List<OffendingCharacter>();
        foreach (var character in text.EnumerateRunes())
        {
            if (GsmAlphabet.Holds(character.ToString()))
            {
                continue;
            }

            var known = found.FindIndex(each => each.Character == character);
            if (known < 0)
            {
                found.Add(new(character, 1, PlainForms.Of(character)));
            }
            else
            {
                found[known] = found[known] with { Times = found[known].Times + 1 };
            }
        }

        return found;
    }

    private static string PlainForm(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            var letter = character.ToString();
            plain.Append(GsmAlphabet.Holds(letter) ? letter : PlainForms.Of(character));
        }

        return plain.ToString();
    }
}

/// <summary>One segment's share of a text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentPart(string Text, int Units);

/// <summary>A character that is not in the GSM alphabet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OffendingCharacter(Rune Character, int Times, string? Plain);
