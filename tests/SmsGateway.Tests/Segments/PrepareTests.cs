using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Segments;

public sealed class PrepareTests
{
    [Theory]
    [InlineData("", SmsTextRefusal.Blank)]
    [InlineData(" \r\n\t ", SmsTextRefusal.Blank)]
    [InlineData("\uFEFF", SmsTextRefusal.Blank)]
    [InlineData("\u200B\u00A0", SmsTextRefusal.Blank)]
    [InlineData("Привіт", SmsTextRefusal.UnicodeNotAllowed)]
    [InlineData("Hello", SmsTextRefusal.None)]
    public void Prepare_TextUnderReject_IsAcceptedOrNamed(string text, SmsTextRefusal refusal)
    {
        SmsPreparedText prepared = SmsText.Prepare(text, SmsUnicodePolicy.Reject);

        Assert.Equal(refusal, prepared.Refusal);
        Assert.Equal(refusal == SmsTextRefusal.None, prepared.IsAccepted);
        Assert.Same(text, prepared.Text);
    }

    [Fact]
    public void Prepare_LoneSurrogate_IsRefusedUnderEveryPolicy() => Assert.All(Enum.GetValues<SmsUnicodePolicy>(), static policy =>
        Assert.Equal(SmsTextRefusal.LoneSurrogate, SmsText.Prepare("a\uD83D", policy).Refusal));

    [Fact]
    public void Prepare_TooManySegments_TellsBothNumbers()
    {
        SmsPreparedText prepared = SmsText.Prepare(new string('ж', 135), maxSegments: 2);

        Assert.Equal((SmsTextRefusal.TooManySegments, 3, 2), (prepared.Refusal, prepared.Info.Segments, prepared.MaxSegments));
        Assert.True(SmsText.Prepare(new string('ж', 134), maxSegments: 2).IsAccepted);
    }

    [Fact]
    public void Prepare_TransliterationThatMakesItFit_IsAccepted()
    {
        SmsPreparedText prepared = SmsText.Prepare(new string('ł', 150), SmsUnicodePolicy.Transliterate, maxSegments: 1);

        Assert.Equal((true, new string('l', 150)), (prepared.IsAccepted, prepared.Text));
    }

    [Fact]
    public void Prepare_ProfileLimit_HoldsWhateverTheCallerWants()
    {
        var options = new SmsTextOptions { Profile = SmsTextProfiles.SmsApi };

        Assert.True(SmsText.Prepare(new string('a', 918), maxSegments: 200, options: options).IsAccepted);
        SmsPreparedText refused = SmsText.Prepare(new string('a', 919), maxSegments: 200, options: options);
        Assert.Equal((SmsTextRefusal.TooManySegments, 7, 6), (refused.Refusal, refused.Info.Segments, refused.MaxSegments));
        Assert.True(SmsText.Prepare(new string('ж', 402), options: options).IsAccepted);
        Assert.False(SmsText.Prepare(new string('ж', 403), options: options).IsAccepted);
    }

    [Theory]
    [InlineData(SmsUnicodePolicy.Allow)]
    [InlineData(SmsUnicodePolicy.TransliterateAlways)]
    public void Prepare_FiftyMillionCharacters_AreRefusedByTheirLength(SmsUnicodePolicy policy)
    {
        // Cyrillic without a language, so that a look at the text would show in the encoding.
        string text = new('ж', 50_000_000);

        SmsPreparedText prepared = SmsText.Prepare(text, policy);

        Allocations.AssertNone(() => SmsText.Prepare(text, policy).MaxSegments);
        Assert.Equal((SmsTextRefusal.TooManySegments, SmsEncoding.Gsm7), (prepared.Refusal, prepared.Info.Encoding));
        Assert.True(prepared.Info.Segments > 255);
    }

    [Fact]
    public void Prepare_DecomposedTextAboveTheLength_IsTransliteratedBeforeItIsRefused()
    {
        // 160 letters of three characters each.
        string text = string.Concat(Enumerable.Repeat("e\u0302\u0301", 160));

        Assert.True(SmsText.Prepare(text, SmsUnicodePolicy.TransliterateAlways, maxSegments: 1).IsAccepted);
    }

    [Fact]
    public void Prepare_BadLimit_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SmsText.Prepare("a", maxSegments: 0));
}
