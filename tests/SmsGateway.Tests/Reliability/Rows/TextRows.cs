using SmsGateway.Emulator;
using SmsGateway.SpeedMarket;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 120 to 128 and 130: texts.</summary>
public sealed class TextRows(EmulatorFixture fixture) : RowTests(fixture)
{
    private const string Signs = "a&b=c%20d+e#f?g;h/i\\j";

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row120_SignsThatUrlsUse_ArriveAsWritten(string gateway)
    {
        await using var harness = Start(gateway);

        AssertIs((await harness.SendAsync(Message(gateway) with { Text = Signs }))[0], SmsOutcome.Accepted, kind: null);

        Assert.Equal(Signs, harness.Inbox.Messages[0].Text);
    }

    [Theory]
    [InlineData(SpeedMarketCredentials.Basic)]
    [InlineData(SpeedMarketCredentials.Query)]
    [InlineData(SpeedMarketCredentials.Form)]
    public async Task Row120_SignsInThePassword_ArriveAsWritten(SpeedMarketCredentials way)
    {
        var inbox = Fixture.Emulator.CreateInbox(credentials: new GatewayCredentials { SpeedMarketPassword = $"p{Signs} \u00fc" });
        PrintedText.Keep(inbox.Credentials);
        await using var harness = Start("SpeedMarket", options =>
        {
            var speedMarket = (SpeedMarketOptions)options;
            (speedMarket.User, speedMarket.Password, speedMarket.Credentials) = (inbox.Credentials.SpeedMarketUser, inbox.Credentials.SpeedMarketPassword, way);
        });

        AssertIs(await SendAsync(harness, "SpeedMarket"), SmsOutcome.Accepted, kind: null);

        Assert.Single(inbox.Messages);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row121_NothingToSay_IsRefused(string gateway)
    {
        foreach (var text in new[] { "", "   ", "\r\n\t", "\uFEFF", "\u00A0\u200B", null })
        {
            AssertRefused(await RefuseAsync(gateway, text!), SmsErrorKind.InvalidContent);
        }
    }

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 153 * 2, 2)]
    [InlineData('a', (153 * 2) + 1, 3)]
    [InlineData('ж', 70, 1)]
    [InlineData('ж', 71, 2)]
    [InlineData('ж', 67 * 2, 2)]
    [InlineData('ж', (67 * 2) + 1, 3)]
    public async Task Row122_LengthsAtTheLimits_AreCountedExactlyByBothSides(char letter, int length, int segments)
    {
        await using var harness = Start("SpeedSms");

        var result = (await harness.SendAsync(Message("SpeedSms") with { Text = new string(letter, length) }))[0];

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal((segments, null), (result.Segments, result.LocalSegments));
        Assert.Equal(segments, harness.Inbox.Messages[0].Segments);
    }

    [Theory]
    [InlineData('^')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('~')]
    [InlineData('|')]
    [InlineData('€')]
    [InlineData('\\')]
    public void Row123_ExtensionCharacterAtASegmentEnd_IsNotCutFromItsEscape(char extension)
    {
        // 152 letters leave one septet, and an extension character takes two.
        var parts = SmsText.Split(new string('a', 152) + extension + new string('b', 20));

        Assert.Equal([152, 21], parts.Select(part => part.Length));
        Assert.Equal(2, SmsText.Analyze(extension.ToString()).Units);
    }

    [Theory]
    [InlineData("\U0001F600", false)]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467", true)]
    [InlineData("\U0001F1FB\U0001F1F3", true)]
    public void Row124_EmojiAtASegmentEnd_PairsStayWholeAndSplitClustersAreReported(string emoji, bool mayBeSplit)
    {
        for (var before = 60; before < 67; before++)
        {
            var text = new string('ж', before) + emoji + new string('ж', 30);
            var parts = SmsText.Split(text);
            Assert.All(parts, part => Assert.Equal(-1, SmsText.IndexOfLoneSurrogate(part)));
            Assert.True(mayBeSplit || !SmsText.SplitsGrapheme(text));
        }

        Assert.Equal(mayBeSplit, SmsText.SplitsGrapheme(new string('ж', 65) + emoji + new string('ж', 30)));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row125_LoneSurrogate_IsRefused(string gateway)
    {
        AssertRefused(await RefuseAsync(gateway, "half \uD83D a face"), SmsErrorKind.InvalidContent);
        AssertRefused(await RefuseAsync(gateway, "\uDE00"), SmsErrorKind.InvalidContent);
    }

    [Theory]
    [InlineData("cafe\u0301", true)]
    [InlineData("\u201Cquoted\u201D \u2019s", true)]
    [InlineData("no\u00A0break", true)]
    [InlineData("tab\there", true)]
    [InlineData("line\r\nline", false)]
    [InlineData("line\nline", false)]
    public void Row126_LookAlikes_AreCountedAsSentAndAnotherSpellingIsOffered(string text, bool forcesUcs2)
    {
        Assert.Equal(forcesUcs2 ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7, SmsText.Analyze(text).Encoding);
        Assert.Equal(text.Length, SmsText.Analyze(text).Units);
        var offers = 0;
        foreach (var offending in SmsText.OffendingCharacters(text))
        {
            Assert.NotNull(offending.Replacement);
            offers++;
        }

        Assert.Equal(forcesUcs2, offers > 0);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row127_MoreSegmentsThanAllowed_IsRefusedWithBothNumbers(string gateway)
    {
        await using var harness = Start(gateway, options => options.MaxSegments = 2);

        var result = (await harness.SendAsync(Message(gateway) with { Text = new string('a', 400) }))[0];

        var refusal = AssertRefused(result, SmsErrorKind.TextTooLong);
        Assert.Contains("3 segments", refusal.Message);
        Assert.Contains("2 are allowed", refusal.Message);
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData('ó')]
    [InlineData('ç')]
    public void Row128_LettersEasilyTakenForGsm_AreNamedAsTheCause(char letter)
    {
        var text = $"word {letter} word";

        Assert.Equal(SmsEncoding.Ucs2, SmsText.Analyze(text).Encoding);
        foreach (var offending in SmsText.OffendingCharacters(text))
        {
            Assert.Equal((letter, 5), ((char)offending.CodePoint, offending.Index));
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row130_HundredMegabytes_IsRefusedWithoutCountingWork(string gateway)
    {
        var text = new string('a', 50 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(await RefuseAsync(gateway, text), SmsErrorKind.TextTooLong);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    private async Task<SmsResult> RefuseAsync(string gateway, string text)
    {
        await using var harness = Start(gateway);
        var result = (await harness.SendAsync(Message(gateway) with { Text = text }))[0];
        Assert.Empty(harness.Inbox.Exchanges);
        return result;
    }

    private static SmsError AssertRefused(SmsResult result, SmsErrorKind kind)
    {
        AssertIs(result, SmsOutcome.Rejected, kind);
        Assert.Empty(result.Attempts);
        return result.Error!;
    }
}
