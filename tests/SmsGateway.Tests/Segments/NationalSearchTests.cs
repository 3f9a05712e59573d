using FsCheck;
using FsCheck.Fluent;

namespace SmsGateway.Tests.Segments;

public sealed class NationalSearchTests
{
    private static readonly SmsTextOptions Search = new() { SearchNationalTables = true };

    [Fact]
    public void Analyze_Search_IsNeverBeatenByAnyPair()
    {
        Gen<string> texts =
            from locking in Gen.Elements(TextGenerator.WithLocking)
            from single in Gen.Elements(Enum.GetValues<SmsNationalLanguage>())
            from national in TextGenerator.National(locking, single)
            from plain in TextGenerator.Gsm7
            from times in Gen.Choose(0, 3)
            select string.Concat(Enumerable.Repeat(national, times)) + plain;

        Prop.ForAll(texts.ToArbitrary(), static text => SmsText.Analyze(text, Search).Segments == Fewest(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Analyze_TurkishText_TakesThePairWithTheFewestSegments()
    {
        string text = string.Concat(Enumerable.Repeat("Şu ığdır ağacı İçin ", 7));

        SmsTextInfo info = SmsText.Analyze(text, Search);

        Assert.Equal((SmsEncoding.Gsm7, 1), (info.Encoding, info.Segments));
        Assert.Equal(SmsNationalLanguage.Turkish, info.LockingShift);
        Assert.Equal(3, SmsText.Analyze(text).Segments);
    }

    [Theory]
    [InlineData("Hello", SmsEncoding.Gsm7)] // plain GSM-7 before everything
    [InlineData("ğ", SmsEncoding.Ucs2)] // UCS-2 before a national table
    public void Analyze_Tie_AvoidsNationalTables(string text, SmsEncoding encoding)
    {
        SmsTextInfo info = SmsText.Analyze(text, Search);

        Assert.Equal((encoding, SmsNationalLanguage.None, SmsNationalLanguage.None), (info.Encoding, info.LockingShift, info.SingleShift));
    }

    [Fact]
    public void Analyze_NationalTablesWithoutOptIn_AreNotUsed() =>
        Assert.Equal(SmsEncoding.Ucs2, SmsText.Analyze(new string('ğ', 100)).Encoding);

    [Fact]
    public void Analyze_EuroSignsAlone_FitTheTurkishLockingTable()
    {
        // 100 euro signs are 200 septets behind escapes, but 100 where the locking table has the sign itself.
        SmsTextInfo info = SmsText.Analyze(new string('€', 100), Search);

        Assert.Equal((1, 100, SmsNationalLanguage.Turkish), (info.Segments, info.Units, info.LockingShift));
    }

    [Fact]
    public void OffendingCharacters_TextThatANationalPairCarries_AreNone()
    {
        int count = 0;
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(new string('ğ', 100), Search))
        {
            count += character.Length;
        }

        Assert.Equal(0, count);
    }

    private static int Fewest(string text)
    {
        int fewest = SmsText.Analyze(text, new SmsTextOptions { ForceUcs2 = true }).Segments;
        foreach (SmsNationalLanguage locking in (SmsNationalLanguage[])[SmsNationalLanguage.None, .. TextGenerator.WithLocking])
        {
            foreach (SmsNationalLanguage single in Enum.GetValues<SmsNationalLanguage>())
            {
                SmsTextInfo info = SmsText.Analyze(text, new SmsTextOptions { LockingShift = locking, SingleShift = single });
                fewest = info.Encoding == SmsEncoding.Gsm7 ? Math.Min(fewest, info.Segments) : fewest;
            }
        }

        return fewest;
    }
}
