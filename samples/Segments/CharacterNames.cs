using System.Globalization;
using System.Text;

namespace SmsGateway.Samples.Segments;

/// <summary>Names for the characters that turn up in messages by accident; for the rest, what kind of character it is.</summary>
internal static class CharacterNames
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0x0009] = "tab",
        [0x0060] = "backtick",
        [0x00A0] = "no-break space",
        [0x00AB] = "left guillemet",
        [0x00BB] = "right guillemet",
        [0x200B] = "zero width space",
        [0x200D] = "zero width joiner",
        [0x2013] = "en dash",
        [0x2014] = "em dash",
        [0x2018] = "left single quotation mark",
        [0x2019] = "right single quotation mark",
        [0x201C] = "left double quotation mark",
        [0x201D] = "right double quotation mark",
        [0x2022] = "bullet",
        [0x2026] = "ellipsis",
        [0xFEFF] = "byte order mark",
    };

    public static string Of(SmsOffendingCharacter character) => character switch
    {
        { IsLoneSurrogate: true } => "half of a surrogate pair",
        _ when Names.TryGetValue(character.CodePoint, out string? name) => name,
        _ => Kind(character.Rune),
    };

    /// <summary>A text with its invisible characters made visible, so that it stays on its line.</summary>
    public static string Show(string text) => string.Concat(text.EnumerateRunes().Select(Show));

    public static string Show(Rune rune) => rune.Value switch
    {
        '\n' => "↵",
        '\r' => "←",
        '\t' => "→",
        0x200D => "‿",
        _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => "·",
        _ => rune.ToString(),
    };

    private static string Kind(Rune rune) => (Rune.GetUnicodeCategory(rune), rune.Value) switch
    {
        (_, >= 0x0400 and <= 0x04FF) => "Cyrillic letter",
        (_, >= 0x0370 and <= 0x03FF) => "Greek letter",
        (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter, < 0x2000) => Letter(rune),
        (UnicodeCategory.OtherSymbol, _) => "pictograph",
        (UnicodeCategory.NonSpacingMark, var mark) => Marks.GetValueOrDefault(mark, "combining mark"),
        (var category, _) => category.ToString(),
    };

    /// <summary>A Latin letter by its parts: ż is a small z with dot above.</summary>
    private static string Letter(Rune rune)
    {
        string parts = rune.ToString().Normalize(NormalizationForm.FormD);
        char bare = "đĐłŁøØ".Contains(parts[0], StringComparison.Ordinal) ? "dDlLoO"["đĐłŁøØ".IndexOf(parts[0], StringComparison.Ordinal)] : parts[0];
        string[] marks = [.. bare == parts[0] ? [] : (string[])["stroke"], .. parts.Skip(1).Select(static mark => Marks.GetValueOrDefault(mark, "a mark"))];
        string letter = (Rune.IsUpper(rune) ? "capital " : "small ") + bare;
        return marks.Length == 0 ? letter : $"{letter} with {string.Join(" and ", marks)}";
    }

    private static readonly Dictionary<int, string> Marks = new()
    {
        [0x0300] = "grave",
        [0x0301] = "acute",
        [0x0302] = "circumflex",
        [0x0303] = "tilde",
        [0x0304] = "macron",
        [0x0306] = "breve",
        [0x0307] = "dot above",
        [0x0308] = "diaeresis",
        [0x0309] = "hook above",
        [0x030A] = "ring above",
        [0x030B] = "double acute",
        [0x030C] = "caron",
        [0x031B] = "horn",
        [0x0323] = "dot below",
        [0x0327] = "cedilla",
        [0x0328] = "ogonek",
    };
}
