namespace SmsGateway.Tests.Segments;

/// <summary>The mistakes that other calculators make, and the edges.</summary>
public sealed class AnalyzeTests
{
    [Theory]
    [InlineData('a', 1_072, 8)] // octet arithmetic drifts to 7 here
    [InlineData('€', 153, 3)] // 306 septets, but a pair does not straddle a segment end
    [InlineData('\f', 80, 1)] // the form feed is an extension character, not UCS-2
    [InlineData('é', 160, 1)]
    [InlineData('£', 160, 1)]
    [InlineData('§', 160, 1)]
    [InlineData('\\', 80, 1)]
    [InlineData('\\', 81, 2)]
    [InlineData('ç', 71, 2)] // the small one is not in the table
    [InlineData('`', 71, 2)]
    public void Analyze_OneCharacterRepeated_HasTheRightSegments(char c, int times, int segments) =>
        Assert.Equal(segments, SmsText.Analyze(new string(c, times)).Segments);

    [Fact]
    public void Analyze_SeventyEmoji_AreThreeSegments() =>
        Assert.Equal(3, SmsText.Analyze(string.Concat(Enumerable.Repeat("😀", 70))).Segments);

    [Fact]
    public void Analyze_TrailingLineFeed_CountsOnce() => Assert.Equal(160, SmsText.Analyze(new string('a', 159) + "\n").Units);

    [Fact]
    public void Analyze_ExtensionCharacterInUcs2_CostsOneUnit() => Assert.Equal(70, SmsText.Analyze(new string('€', 69) + "ж").Units);

    [Fact]
    public void Analyze_EmptyText_IsOneEmptyMessage()
    {
        SmsTextInfo info = SmsText.Analyze("");

        Assert.Equal((SmsEncoding.Gsm7, 1, 0, 160, 160), (info.Encoding, info.Segments, info.Units, info.UnitsPerSegment, info.UnitsLeft));
        Assert.Equal([""], SmsText.Split(""));
        Assert.False(info.IsTooLong);
    }

    [Fact]
    public void Analyze_DefaultStructOfNothing_NeverThrows() => Assert.Equal(1, SmsText.Analyze(default).Segments);

    [Fact]
    public void Analyze_LoneSurrogates_CostOneUnitEach() => Assert.Equal(3, SmsText.Analyze("\uDE00a\uD83D").Units);

    [Fact]
    public void Analyze_MoreThan255Segments_CountsOn()
    {
        SmsTextInfo info = SmsText.Analyze(new string('a', 153 * 255 + 1));

        Assert.Equal((256, true), (info.Segments, info.IsTooLong));
        Assert.False(SmsText.Analyze(new string('a', 153 * 255)).IsTooLong);
    }

    [Fact]
    public void Analyze_DecomposedLetter_IsCountedAsSent() => Assert.Equal((SmsEncoding.Ucs2, 2), Cost("e\u0301"));

    [Fact]
    public void Analyze_UnitsLeft_AreThoseOfTheLastSegment()
    {
        Assert.Equal(1, SmsText.Analyze(new string('a', 159)).UnitsLeft);
        Assert.Equal(0, SmsText.Analyze(new string('a', 306)).UnitsLeft);
        Assert.Equal(153 - 8, SmsText.Analyze(new string('a', 161)).UnitsLeft);
        Assert.Equal(67 - 4, SmsText.Analyze(new string('ж', 71)).UnitsLeft);
    }

    [Fact]
    public void Analyze_Limits_AreToldWithTheAnswer()
    {
        SmsTextInfo info = SmsText.Analyze("ğ", new SmsTextOptions { SingleShift = SmsNationalLanguage.Turkish });

        Assert.Equal((155, 149, 255), (info.SinglePartUnits, info.MultipartUnits, info.MaxSegments));
        Assert.Equal((SmsNationalLanguage.None, SmsNationalLanguage.Turkish), (info.LockingShift, info.SingleShift));
    }

    [Theory]
    [InlineData(SmsConcatenation.Reference8Bit, 0, 160, 153)]
    [InlineData(SmsConcatenation.Reference16Bit, 0, 160, 152)]
    [InlineData(SmsConcatenation.Reference8Bit, 1, 155, 149)]
    [InlineData(SmsConcatenation.Reference16Bit, 1, 155, 148)]
    [InlineData(SmsConcatenation.Reference8Bit, 2, 152, 146)]
    [InlineData(SmsConcatenation.Reference16Bit, 2, 152, 145)]
    public void Analyze_Headers_TakeTheRoomOfTheStandard(SmsConcatenation concatenation, int tables, int single, int multi)
    {
        SmsTextInfo info = SmsText.Analyze("a", new SmsTextOptions
        {
            Concatenation = concatenation,
            LockingShift = tables == 2 ? SmsNationalLanguage.Turkish : SmsNationalLanguage.None,
            SingleShift = tables > 0 ? SmsNationalLanguage.Turkish : SmsNationalLanguage.None,
        });

        Assert.Equal((single, multi), (info.SinglePartUnits, info.MultipartUnits));
    }

    [Fact]
    public void Analyze_TextThatChosenTablesLack_GoesAsUcs2WithoutTheirHeader()
    {
        SmsTextInfo info = SmsText.Analyze("ж", new SmsTextOptions { LockingShift = SmsNationalLanguage.Turkish });

        Assert.Equal((SmsEncoding.Ucs2, 70, SmsNationalLanguage.None), (info.Encoding, info.UnitsPerSegment, info.LockingShift));
    }

    [Fact]
    public void Analyze_LineFeedQuirk_CountsTwiceInGsm7Only()
    {
        var options = new SmsTextOptions { Profile = new SmsTextProfile { LineFeedCountsTwice = true } };

        Assert.Equal((SmsEncoding.Gsm7, 4), Cost("a\nb", options));
        Assert.Equal((SmsEncoding.Ucs2, 3), Cost("ж\nb", options));
        Assert.Equal(2, SmsText.Analyze(new string('a', 159) + "\n", options).Segments);
    }

    [Fact]
    public void IndexOfLoneSurrogate_WellFormedOrNot_FindsTheFirst()
    {
        Assert.Equal(-1, SmsText.IndexOfLoneSurrogate(""));
        Assert.Equal(-1, SmsText.IndexOfLoneSurrogate("a😀😀b"));
        Assert.Equal(1, SmsText.IndexOfLoneSurrogate("a\uD83D"));
        Assert.Equal(2, SmsText.IndexOfLoneSurrogate("😀\uDE00"));
        Assert.Equal(2, SmsText.IndexOfLoneSurrogate("😀\uD83D😀"));
    }

    private static (SmsEncoding Encoding, int Units) Cost(string text, SmsTextOptions? options = null)
    {
        SmsTextInfo info = SmsText.Analyze(text, options);
        return (info.Encoding, info.Units);
    }
}
