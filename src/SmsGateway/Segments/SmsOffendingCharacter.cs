using System.Text;

namespace SmsGateway;

/// <summary>A character that GSM-7 (TS 23.038 clause 6.2.1) does not have, so that the whole text goes as UCS-2.</summary>
public readonly record struct SmsOffendingCharacter
{
    /// <summary>Where it stands in the text, in UTF-16 code units.</summary>
    public int Index { get; init; }

    /// <summary>Its length in UTF-16 code units: 2 for a surrogate pair, otherwise 1.</summary>
    public int Length { get; init; }

    /// <summary>Its code point; for a lone surrogate the surrogate itself.</summary>
    public int CodePoint { get; init; }

    /// <summary>The character; U+FFFD for a lone surrogate, which is none.</summary>
    public Rune Rune => Rune.IsValid(CodePoint) ? new Rune(CodePoint) : Rune.ReplacementChar;

    /// <summary>Whether it is half of a surrogate pair, which cannot be sent at all.</summary>
    public bool IsLoneSurrogate => !Rune.IsValid(CodePoint);

    /// <summary>
    /// What may stand for it; empty if it may go; <see langword="null"/> if there is nothing. It stands for all of
    /// <see cref="ReplacedRange"/>.
    /// </summary>
    public string? Replacement { get; init; }

    /// <summary>
    /// What <see cref="Replacement"/> replaces: the character itself, or the letter with all its marks where one of them is a
    /// combining mark (e and U+0301 together become é).
    /// </summary>
    public Range ReplacedRange { get; init; }
}
