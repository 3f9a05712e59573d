using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Tests.Capture;

public sealed class OneTimeCodeTests
{
    [Theory]
    [InlineData("Your code is 482910.", "482910")]
    [InlineData("482910 is your code", "482910")]
    [InlineData("G-482910", "482910")]
    [InlineData("code:1234, valid 10 min", "1234")]
    [InlineData("Paid 1234.56 on +48500111222, code 9876", "9876")]
    [InlineData("Ref AB1234 has no code", null)]
    [InlineData("12 123 123456789", null)]
    public void Find_FirstRunThatStandsAlone_IsTheCode(string text, string? code) => Assert.Equal(code, OneTimeCode.Find(text));

    [Theory]
    [InlineData("See https://example.com/a?b=1.", "https://example.com/a?b=1")]
    [InlineData("(http://example.com)", "http://example.com/")]
    [InlineData("http is a word", null)]
    public void FindLink_FirstAddress_IsTheLink(string text, string? link) => Assert.Equal(link, OneTimeCode.FindLink(text)?.ToString());
}
