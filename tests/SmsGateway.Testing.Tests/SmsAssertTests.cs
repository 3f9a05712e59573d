namespace SmsGateway.Testing.Tests;

public sealed class SmsAssertTests
{
    private readonly FakeSmsClient _sms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Single_OneFits_ReturnsIt()
    {
        await SendAsync("+48500111001", "Order 17 is on its way");
        await SendAsync("+48500111002", "Order 18 is on its way");

        Assert.Equal(2, SmsAssert.Single(_sms.Sent, to: "+48500111002", contains: "order 18").Sequence);
    }

    [Fact]
    public async Task Single_NoneFits_PrintsTheNearestMissWithMaskedNumbers()
    {
        await SendAsync("+48500111001", "hello");
        await SendAsync("+48500111002", "Order 18 is on its way");

        var thrown = Assert.Throws<SmsAssertionException>(() => SmsAssert.Single(_sms.Sent, to: "+48500111002", contains: "Order 19"));

        Assert.Contains("One message to +48*******02 and with \"Order 19\" was expected; there are 0.", thrown.Message);
        Assert.Contains("Nearest: #2 to +48*******02 (Accepted) \"Order 18 is on its way\"\n  but it is not with \"Order 19\".", thrown.Message);
        Assert.Contains("#1 to", thrown.Message);
        Assert.DoesNotContain("500111", thrown.Message);
    }

    [Fact]
    public async Task Single_TwoFit_Throws()
    {
        await SendAsync("+48500111001", "hello");
        await SendAsync("+48500111001", "hello");

        Assert.Contains("there are 2", Assert.Throws<SmsAssertionException>(() => SmsAssert.Single(_sms.Sent, contains: "hello")).Message);
    }

    [Fact]
    public async Task ShowNumbers_Asked_PrintsThem()
    {
        var sms = new FakeSmsClient(new FakeSmsOptions { ShowNumbers = true });
        await sms.SendAsync("+48500111001", "hello", Stop);

        Assert.Contains("+48500111001", Assert.Throws<SmsAssertionException>(() => SmsAssert.Nothing(sms.Sent)).Message);
    }

    [Fact]
    public void Single_NothingSent_SaysSo() =>
        Assert.EndsWith("Nothing was sent.", Assert.Throws<SmsAssertionException>(() => SmsAssert.Single(_sms.Sent, contains: "x")).Message);

    [Fact]
    public async Task SentTo_NotSentTo_AreOpposites()
    {
        await SendAsync("+48500111001", "hello");

        SmsAssert.SentTo(_sms.Sent, "+48500111001", "hello", message => message.Segments == 1);
        SmsAssert.NotSentTo(_sms.Sent, "+48500111002");
        Assert.Throws<SmsAssertionException>(() => SmsAssert.SentTo(_sms.Sent, "+48500111002"));
        Assert.Throws<SmsAssertionException>(() => SmsAssert.SentTo(_sms.Sent, "+48500111001", match: message => message.Segments == 2));
        Assert.Throws<SmsAssertionException>(() => SmsAssert.NotSentTo(_sms.Sent, "+48500111001"));
    }

    [Fact]
    public async Task Count_Nothing_CountEveryAttempt()
    {
        SmsAssert.Nothing(_sms.Sent);
        await SendAsync("nobody", "hello");

        SmsAssert.Count(_sms.Sent, 1);
        Assert.Throws<SmsAssertionException>(() => SmsAssert.Count(_sms.Sent, 2));
        Assert.Contains("no number (Rejected InvalidRecipient)", Assert.Throws<SmsAssertionException>(() => SmsAssert.Nothing(_sms.Sent)).Message);
    }

    [Fact]
    public async Task Once_CountsWhatTheGatewayHas()
    {
        var message = new SmsMessage("+48500111001", "hello") { Reference = "order00004815" };
        _sms.When.Any().NotSent().Unknown(gatewayAccepted: true).Accept();
        await _sms.SendAsync(message, Stop);
        Assert.Contains("0 times", Assert.Throws<SmsAssertionException>(() => SmsAssert.Once(_sms.Sent, "order00004815")).Message);

        await _sms.SendAsync(message, Stop);
        Assert.Equal(2, SmsAssert.Once(_sms.Sent, "ORDER00004815").Sequence);

        await _sms.SendAsync(message, Stop);
        Assert.Contains("2 times", Assert.Throws<SmsAssertionException>(() => SmsAssert.Once(_sms.Sent, "order00004815")).Message);
    }

    [Fact]
    public async Task Segments_TooMany_Throws()
    {
        await SendAsync("+48500111001", new string('x', 161));

        SmsAssert.FitsInSegments(_sms.Sent[0], 2);
        Assert.Contains("it takes 2", Assert.Throws<SmsAssertionException>(() => SmsAssert.FitsInSegments(_sms.Sent[0], 1)).Message);
    }

    [Fact]
    public async Task NoUcs2_NamesTheCharacters()
    {
        await SendAsync("+48500111001", "plain");
        await SendAsync("+48500111001", "za duże ceny – “tanio”");

        SmsAssert.NoUcs2(_sms.Sent[0]);
        var thrown = Assert.Throws<SmsAssertionException>(() => SmsAssert.NoUcs2(_sms.Sent[1]));
        Assert.Contains("ż U+017C, could be \"z\"", thrown.Message);
        Assert.Contains("U+2013", thrown.Message);
    }

    [Fact]
    public async Task InOrder_StepsMayHaveOthersBetween()
    {
        await SendAsync("+48500111001", "one");
        await SendAsync("+48500111001", "other");
        await SendAsync("+48500111001", "two");

        SmsAssert.InOrder(_sms.Sent, message => message.Text == "one", message => message.Text == "two");
        Assert.Contains("Step 2 of 2", Assert.Throws<SmsAssertionException>(
            () => SmsAssert.InOrder(_sms.Sent, message => message.Text == "two", message => message.Text == "one")).Message);
    }

    private Task<SmsResult> SendAsync(string to, string text) => _sms.SendAsync(to, text, Stop);
}
