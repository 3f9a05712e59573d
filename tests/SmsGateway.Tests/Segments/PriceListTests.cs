namespace SmsGateway.Tests.Segments;

public sealed class PriceListTests
{
    private static readonly SmsPriceList Prices = new("PLN", new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["+48"] = 0.09m,
        ["4850"] = 0.085m,
        ["+380"] = 0.31m,
    });

    [Theory]
    [InlineData("+48600700800", "0.09")]
    [InlineData("48600700800", "0.09")]
    [InlineData("+48501000000", "0.085")] // the longest prefix
    [InlineData("+380501112233", "0.31")]
    public void PricePerSegment_LongestPrefix_Wins(string destination, string price) =>
        Assert.Equal(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), Prices.PricePerSegment(destination));

    [Fact]
    public void Estimate_SegmentsTimesPrice_IsExact()
    {
        SmsCostEstimate estimate = Prices.Estimate(SmsText.Analyze(new string('ж', 135)), "+48501000000")!.Value;

        Assert.Equal((3, 0.085m, "PLN", 0.255m), (estimate.Segments, estimate.PricePerSegment, estimate.Unit, estimate.Total));
    }

    [Theory]
    [InlineData("+1555")]
    [InlineData("")]
    [InlineData("4")]
    public void Estimate_NoPrefix_IsUnknownAndNotFree(string destination)
    {
        Assert.Null(Prices.PricePerSegment(destination));
        Assert.Null(Prices.Estimate(SmsText.Analyze("a"), destination));
    }

    [Fact]
    public void PricePerSegment_EmptyPrefix_IsForAllOthers() =>
        Assert.Equal(1m, new SmsPriceList("points", [new("", 1m), new("48", 0.5m)]).PricePerSegment("+1555"));

    [Fact]
    public void PriceList_BadEntries_Throw()
    {
        Assert.Throws<ArgumentException>(() => new SmsPriceList("PLN", [new("+48 5", 1m)]));
        Assert.Throws<ArgumentException>(() => new SmsPriceList("PLN", [new("+48", 1m), new("48", 2m)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsPriceList("PLN", [new("48", -1m)]));
        Assert.Throws<ArgumentNullException>(() => new SmsPriceList(null!, []));
    }
}
