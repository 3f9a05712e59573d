using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Tests.Text;

public sealed class SegmentCountTests
{
    public static TheoryData<string, MessageEncoding, int, int> Texts => new()
    {
        { "", MessageEncoding.Gsm7, 0, 1 },
        { new('x', 160), MessageEncoding.Gsm7, 160, 1 },
        { new('x', 161), MessageEncoding.Gsm7, 161, 2 },
        { new('x', 306), MessageEncoding.Gsm7, 306, 2 },
        { new('x', 307), MessageEncoding.Gsm7, 307, 3 },
        { new('x', 1_072), MessageEncoding.Gsm7, 1_072, 8 },
        { new('€', 80), MessageEncoding.Gsm7, 160, 1 },
        { new('€', 153), MessageEncoding.Gsm7, 306, 3 },
        { new string('x', 152) + "€" + new string('x', 10), MessageEncoding.Gsm7, 164, 2 },
        { "é£Ç\f", MessageEncoding.Gsm7, 5, 1 },
        { new('ż', 70), MessageEncoding.Ucs2, 70, 1 },
        { new('ż', 71), MessageEncoding.Ucs2, 71, 2 },
        { new('ż', 134), MessageEncoding.Ucs2, 134, 2 },
        { new('ż', 135), MessageEncoding.Ucs2, 135, 3 },
        { string.Concat(Enumerable.Repeat("😀", 35)), MessageEncoding.Ucs2, 70, 1 },
        { string.Concat(Enumerable.Repeat("😀", 67)), MessageEncoding.Ucs2, 134, 3 },
        { "ó", MessageEncoding.Ucs2, 1, 1 },
        { "ç", MessageEncoding.Ucs2, 1, 1 },
        { "\ud83d", MessageEncoding.Ucs2, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Of_Text_CountsBySegmentsFilledGreedily(string text, MessageEncoding encoding, int units, int segments) =>
        Assert.Equal(new SegmentCount(encoding, units, segments), SegmentCount.Of(text));

    [Fact]
    public void Of_LineBreaks_CountTwiceOnlyWhenTold()
    {
        var text = new string('x', 159) + "\n";

        Assert.Equal(1, SegmentCount.Of(text).Segments);
        Assert.Equal(2, SegmentCount.Of(text, lineBreakCountsTwice: true).Segments);
    }

    [Theory]
    [InlineData(140, 1)]
    [InlineData(141, 2)]
    [InlineData(268, 2)]
    [InlineData(269, 3)]
    public void OfOctets_Binary_CountsOctets(int octets, int segments) => Assert.Equal(segments, SegmentCount.OfOctets(octets).Segments);
}
