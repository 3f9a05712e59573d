using System.Globalization;
using System.Text;

namespace SmsGateway.Tests.Segments;

public sealed class TransliterationTests
{
    [Fact]
    public void Transliterate_EveryRowOfTheFixture_GivesItsReplacement()
    {
        foreach (string[] row in SegmentFixtures.Rows("transliteration.tsv"))
        {
            char c = (char)ushort.Parse(row[1].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

            Assert.Equal($"a{SegmentFixtures.Unquote(row[2])}b", Always($"a{c}b"));
        }
    }

    [Fact]
    public void Transliterate_EveryReplacement_IsInGsm7()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string? replacement = ReplacementTable.Find((char)c);
            Assert.True(replacement is null || (Gsm7.CountSeptets(replacement) >= 0 && Gsm7.CountSeptets([(char)c]) < 0), $"U+{c:X4}");
        }
    }

    [Fact]
    public void Transliterate_DecomposedLetter_IsLikeTheComposedOne()
    {
        // Every letter that Unicode composes and that we replace or keep, taken apart first.
        for (int c = 0xC0; c <= 0x1FFF; c++)
        {
            string composed = ((char)c).ToString();
            string decomposed = composed.Normalize(NormalizationForm.FormD);
            bool hasMarksOnly = decomposed.Skip(1).All(Composition.IsMark);
            if (decomposed != composed && hasMarksOnly && decomposed.Normalize(NormalizationForm.FormC) == composed && Always("x" + composed) != "x" + composed)
            {
                Assert.Equal(Always("x" + composed), Always("x" + decomposed));
            }
        }
    }

    [Theory]
    [InlineData("a\u0308", "ä")] // becomes a letter that GSM-7 has
    [InlineData("e\u0301\u0323", "é")]
    [InlineData("e\u0302\u0301", "e")]
    [InlineData("n\u0303", "ñ")]
    [InlineData("\u0301a", "a")] // a mark with nothing to sit on
    [InlineData("x\u0302", "x")]
    [InlineData("Ω\u0301", "Ω")]
    [InlineData("\u212B\u2126\u212A", "ÅΩK")]
    public void Transliterate_Marks_AreComposedFirst(string text, string expected) => Assert.Equal(expected, Always(text));

    [Theory]
    [InlineData("Za żółć", "Za zolc")]
    [InlineData("“smart” – quotes…", "\"smart\" - quotes...")]
    [InlineData("à la carte à 5 €, señor Müller, œuvre", "à la carte à 5 €, señor Müller, oeuvre")] // letters of GSM-7 stay
    [InlineData("Φυσικά", "Φυσικά")] // small Greek letters have no replacement
    [InlineData("ＡＢＣ ﬁn", "ABC fin")]
    public void TransliterateAlways_LatinAndPunctuation_IsReplaced(string text, string expected) => Assert.Equal(expected, Always(text));

    [Theory]
    [InlineData("żółć 😀")]
    [InlineData("żółć ж")] // no language
    [InlineData("“quotes” 日本")]
    public void Transliterate_OneCharacterWithoutReplacement_ChangesNothing(string text)
    {
        Assert.Same(text, Always(text));
        Assert.Same(text, SmsText.Transliterate(text, SmsUnicodePolicy.Transliterate));
    }

    [Fact]
    public void Transliterate_LoneSurrogate_ChangesNothing()
    {
        // Not a theory: an attribute cannot hold half of a pair.
        const string Text = "żółć \uD83D";

        Assert.Same(Text, Always(Text));
    }

    [Fact]
    public void Transliterate_ShortText_IsLeftBecauseNothingIsSaved()
    {
        const string Text = "Zażółć gęślą jaźń";

        Assert.Same(Text, SmsText.Transliterate(Text, SmsUnicodePolicy.Transliterate));
        Assert.Equal("Zazolc gesla jazn", Always(Text));
    }

    [Fact]
    public void Transliterate_LongText_IsReplacedBecauseASegmentIsSaved()
    {
        string text = string.Concat(Enumerable.Repeat("Zażółć gęślą jaźń. ", 5));

        Assert.Equal(1, SmsText.Analyze(SmsText.Transliterate(text, SmsUnicodePolicy.Transliterate)).Segments);
    }

    [Fact]
    public void Transliterate_ReplacementsThatGrow_AreLeftIfNoSegmentIsSaved()
    {
        // 72 characters in two segments; three septets for each is two segments again.
        string text = new('…', 72);

        Assert.Same(text, SmsText.Transliterate(text, SmsUnicodePolicy.Transliterate));
    }

    [Theory]
    [InlineData(SmsUnicodePolicy.Allow)]
    [InlineData(SmsUnicodePolicy.Reject)]
    public void Transliterate_OtherPolicies_ChangeNothing(SmsUnicodePolicy policy)
    {
        string text = new('ł', 200);

        Assert.Same(text, SmsText.Transliterate(text, policy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello [€]")]
    public void Transliterate_TextInGsm7_IsTheSameInstance(string text) => Assert.Same(text, Always(text));

    [Fact]
    public void Transliterate_ForcedUcs2_HasNothingToSave()
    {
        string text = new('ł', 200);

        Assert.Same(text, SmsText.Transliterate(text, SmsUnicodePolicy.TransliterateAlways, new SmsTextOptions { ForceUcs2 = true }));
    }

    [Theory]
    [InlineData("Đơn hàng đã được gửi", "Don hang da duoc gui")]
    [InlineData("cà phê sữa", "ca phe sua")] // à is in GSM-7 and goes all the same
    [InlineData("ca\u0300 phe\u0302 su\u031B\u0303a", "ca phe sua")]
    [InlineData("CÀ PHÊ của Müller", "CA PHE cua Müller")] // a mark that is not Vietnamese stays
    [InlineData("cà", "cà")] // already in GSM-7
    public void Transliterate_Vietnamese_LosesAllItsMarks(string text, string expected) =>
        Assert.Equal(expected, Always(text, SmsTransliterationLanguage.Vietnamese));

    [Fact]
    public void Transliterate_WithNationalTable_KeepsItsLetters()
    {
        var options = new SmsTextOptions { LockingShift = SmsNationalLanguage.Turkish, SingleShift = SmsNationalLanguage.Turkish };

        Assert.Equal("ğ-şz", SmsText.Transliterate("g\u0306–şź", SmsUnicodePolicy.TransliterateAlways, options));
    }

    [Fact]
    public void AnalyzeWithoutOffending_TextWithEmoji_IsWhatTheWordsAloneCost()
    {
        string text = new string('a', 100) + "😀" + "ł";

        Assert.Equal(2, SmsText.Analyze(text).Segments);
        Assert.Equal((SmsEncoding.Gsm7, 1, 101), Cost(SmsText.AnalyzeWithoutOffending(text)));
        Assert.Equal((SmsEncoding.Gsm7, 1, 1), Cost(SmsText.AnalyzeWithoutOffending("a")));

        static (SmsEncoding, int, int) Cost(SmsTextInfo info) => (info.Encoding, info.Segments, info.Units);
    }

    [Fact]
    public void Apply_TheGatewaysOwnTable_IsVerbatim()
    {
        SmsCharacterMap map = SmsTextProfiles.SmsApi.Normalization!;
        IEnumerable<string> rows = SegmentFixtures.Rows("smsapi-normalize.tsv").Select(static row => $"{row[0]}>{row[1]}");
        Assert.Equal(SmsTextProfiles.SmsApiNormalization, string.Join(' ', rows));

        Assert.Equal("Dj o b Ss A ü e", map.Apply("Đ ð þ ß Ä ü è"));
        Assert.Same("plain", map.Apply("plain"));
        Assert.True(map.TryGet('ł', out string? replacement));
        Assert.Equal("l", replacement);
        Assert.Equal(86 - 1, map.Count);
    }

    private static string Always(string text, SmsTransliterationLanguage language = SmsTransliterationLanguage.None) =>
        SmsText.Transliterate(text, SmsUnicodePolicy.TransliterateAlways, new SmsTextOptions { Language = language });
}
