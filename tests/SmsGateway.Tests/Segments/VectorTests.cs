namespace SmsGateway.Tests.Segments;

/// <summary>The shared vectors. <see cref="HardwareTests"/> runs this class again with instruction sets switched off.</summary>
public sealed class VectorTests
{
    [Fact]
    public void Fixture_OfVectors_IsWhole() => Assert.Equal(177, SegmentVector.All.Count);

    [Fact]
    public void Analyze_EveryVector_HasTheExpectedCost() => Assert.All(SegmentVector.All, static vector =>
    {
        SmsTextInfo info = SmsText.Analyze(vector.Text, vector.Options);

        Assert.Equal((vector.Encoding, vector.Units, vector.Segments), (info.Encoding, info.Units, info.Segments));
        Assert.Equal(info.UnitsPerSegment - vector.Parts[^1], info.UnitsLeft);
        Assert.Equal(vector.Segments > 255, info.IsTooLong);
    });

    [Fact]
    public void Split_EveryVector_HasTheExpectedUnitsInEachSegment() => Assert.All(SegmentVector.All, static vector =>
    {
        var segments = new SmsSegment[300];
        int count = SmsText.Split(vector.Text, segments, vector.Options);

        Assert.Equal(vector.Parts, segments.Take(count).Select(static segment => segment.Units));
    });

    [Fact]
    public void Split_EveryVector_JoinsToTheTextAgain() => Assert.All(SegmentVector.All, static vector =>
    {
        var ranges = new Range[300];
        int count = SmsText.Split(vector.Text, ranges, vector.Options);
        string[] texts = SmsText.Split(vector.Text, vector.Options);

        Assert.Equal(vector.Text, string.Concat(texts));
        Assert.Equal(texts, ranges.Take(count).Select(range => vector.Text[range]), StringComparer.Ordinal);
    });
}
