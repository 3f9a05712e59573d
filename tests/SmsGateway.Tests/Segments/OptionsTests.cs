namespace SmsGateway.Tests.Segments;

public sealed class OptionsTests
{
    [Fact]
    public void Options_ValuesThatMakeNoSense_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => new SmsTextOptions { Profile = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsTextOptions { LockingShift = SmsNationalLanguage.Spanish });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsTextOptions { LockingShift = (SmsNationalLanguage)14 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsTextOptions { SingleShift = (SmsNationalLanguage)(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsTextOptions { Concatenation = (SmsConcatenation)2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsTextOptions { Language = (SmsTransliterationLanguage)99 });
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(100, 1)]
    [InlineData(100_001, 100)]
    [InlineData(100, 100_001)]
    public void PartLimits_OutsideTheRange_Throw(int single, int multi) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsPartLimits(single, multi));

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public void Profile_MaxSegmentsOutsideTheRange_Throws(int segments) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmsTextProfile { MaxSegments = segments });

    [Fact]
    public void Options_WithTheSameValues_AreEqual()
    {
        Assert.Equal(SmsTextOptions.Default, new SmsTextOptions());
        Assert.Equal(SmsTextProfiles.SmsApi with { MaxSegments = 10 }, SmsTextProfiles.SmsApi with { MaxSegments = 10 });
    }

    [Fact]
    public void TextInfo_OfEqualTexts_IsEqual()
    {
        Assert.Equal(SmsText.Analyze("abc"), SmsText.Analyze("xyz"));
        Assert.NotEqual(SmsText.Analyze("abc"), SmsText.Analyze("ж"));
    }
}
