namespace SmsGateway.Tests.Segments;

public sealed class OffendingCharacterTests
{
    [Fact]
    public void OffendingCharacters_MixedText_AreNamedInOrder() => Assert.Equal(
        [
            (1, 1, 0x00F3, "o", 1..2),
            (3, 1, 0x0142, "l", 3..4),
            (6, 2, 0x1F600, null, 6..8),
            (9, 1, 0x2026, "...", 9..10),
        ],
        Of("góxł- 😀 …"));

    [Fact]
    public void OffendingCharacters_LoneSurrogate_IsToldAndHasNoReplacement()
    {
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters("\uD83D"))
        {
            Assert.True(character.IsLoneSurrogate);
            Assert.Equal(System.Text.Rune.ReplacementChar, character.Rune);
            Assert.Equal(0xD83D, character.CodePoint);
        }

        Assert.Equal([(0, 1, 0xD83D, null, 0..1)], Of("\uD83D"));
    }

    [Fact]
    public void OffendingCharacters_CombiningMark_IsReplacedWithItsLetter() =>
        Assert.Equal([(1, 1, 0x0301, "é", 0..2)], Of("e\u0301a"));

    [Fact]
    public void OffendingCharacters_MarkOnAnOffendingLetter_ShareTheirReplacement() =>
        Assert.Equal([(0, 1, 0x00EA, "e", 0..2), (1, 1, 0x0301, "e", 0..2)], Of("ê\u0301"));

    [Theory]
    [InlineData("ó", "o")]
    [InlineData("ç", "c")]
    [InlineData("\u00A0", " ")]
    [InlineData("\t", " ")]
    [InlineData("’", "'")]
    [InlineData("\u200D", "")]
    public void OffendingCharacters_EasilyOverlooked_HaveASuggestion(string text, string replacement) =>
        Assert.Equal(replacement, Assert.Single(Of(text)).Replacement);

    [Theory]
    [InlineData("")]
    [InlineData("Hello\r\n[€] àèéùìòÇ")]
    public void OffendingCharacters_TextInGsm7_AreNone(string text) => Assert.Empty(Of(text));

    [Fact]
    public void OffendingCharacters_FarApart_AreAllFound()
    {
        string text = new string('a', 100) + 'ł' + new string('b', 100) + "ż";

        Assert.Equal([100, 201], Of(text).Select(static character => character.Index));
    }

    private static List<(int Index, int Length, int CodePoint, string? Replacement, Range Replaced)> Of(string text)
    {
        List<(int, int, int, string?, Range)> found = [];
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(text))
        {
            found.Add((character.Index, character.Length, character.CodePoint, character.Replacement, character.ReplacedRange));
        }

        return found;
    }
}
