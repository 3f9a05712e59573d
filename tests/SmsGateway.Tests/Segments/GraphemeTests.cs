namespace SmsGateway.Tests.Segments;

public sealed class GraphemeTests
{
    private const string Family = "👨\u200D👩\u200D👧\u200D👦";
    private static readonly SmsTextOptions Keep = new() { KeepGraphemes = true };

    [Theory]
    [InlineData(Family, 60, 60)] // 11 units
    [InlineData("🇻🇳", 66, 66)]
    [InlineData("👍🏽", 65, 65)]
    [InlineData("и\u0306", 66, 66)]
    [InlineData("1\uFE0F\u20E3", 66, 66)]
    [InlineData("กำ", 66, 66)]
    [InlineData("\u1112\u1161\u11AB", 65, 65)]
    [InlineData(Family, 56, 67)] // ends with the segment
    public void Split_ClusterAtASegmentEnd_StaysWhole(string cluster, int before, int expected)
    {
        string text = new string('ж', before) + cluster + "жжжжжжжжжж";

        Assert.Equal(expected, SmsText.Split(text, Keep)[0].Length);
    }

    [Fact]
    public void Split_CarriageReturnAndLineFeed_StayTogetherOnlyIfAsked()
    {
        string text = new string('a', 152) + "\r\nbbbbbbbbbb";

        Assert.Equal(153, SmsText.Split(text)[0].Length);
        Assert.Equal(152, SmsText.Split(text, Keep)[0].Length);
    }

    [Fact]
    public void Split_ClusterLongerThanASegment_IsCutWhereTheSegmentIsFull()
    {
        // Nothing is gained by starting it in a segment of its own, so the segment before it is filled.
        string text = "abж" + "Z" + new string('\u0301', 100) + "cd";

        Assert.Equal([67, 39], SmsText.Split(text, Keep).Select(static segment => segment.Length));
        Assert.True(SmsText.SplitsGrapheme(text, Keep));
    }

    [Fact]
    public void Split_ClusterOfPairsLongerThanASegment_CutsNoPair()
    {
        string text = "ж" + string.Concat(Enumerable.Repeat("👩\u200D", 40)) + "👩";

        Assert.All(SmsText.Split(text, Keep), static segment => Assert.Equal(-1, SmsText.IndexOfLoneSurrogate(segment)));
    }

    [Fact]
    public void Split_ClusterOfAHundredThousandMarks_IsReadOnce()
    {
        string text = "жZ" + new string('\u0301', 100_000);

        Assert.Equal((100_002 + 66) / 67, SmsText.Analyze(text, Keep).Segments);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(56, false)]
    [InlineData(67, false)]
    public void SplitsGrapheme_CutThroughAFamily_IsTold(int before, bool expected)
    {
        string text = new string('ж', before) + Family + "жжжж";

        Assert.Equal(expected, SmsText.SplitsGrapheme(text));
        Assert.False(SmsText.SplitsGrapheme(text, Keep));
        Assert.False(SmsText.SplitsGrapheme(Family));
    }

    [Fact]
    public void Split_NationalTables_KeepClustersBySeptets()
    {
        // Two septets each: क is in the locking table, the sign in the default extension of none, so both tables are named.
        var options = new SmsTextOptions { LockingShift = SmsNationalLanguage.Hindi, KeepGraphemes = true };
        string text = string.Concat(Enumerable.Repeat("कि", 100));

        Assert.Equal([148, 52], SmsText.Split(text, options).Select(static segment => segment.Length));
    }
}
