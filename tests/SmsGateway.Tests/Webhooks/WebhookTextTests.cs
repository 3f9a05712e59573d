using System.Text;
using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Escapes are taken off once; what is not UTF-8 is what the gateway writes otherwise.</summary>
public class WebhookTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("DELIVERED", "DELIVERED")]
    [InlineData("a+b%20c", "a b c")]
    [InlineData("100%25+%2520", "100% %20")]
    [InlineData("%", "%")]
    [InlineData("50%a", "50%a")]
    [InlineData("50%zz", "50%zz")]
    [InlineData("caf%C3%a9", "café")]
    [InlineData("caf%E9", "café")]
    [InlineData("caf\u00C3\u00A9", "café")] // bytes without escapes, as a body has them
    [InlineData("\u0105", "?")]
    public void Read_AsWritten_IsText(string written, string text) => Assert.Equal(text, WebhookText.Read(written, 20, Encoding.Latin1));

    [Theory]
    [InlineData("12345", true)]
    [InlineData("123456", false)]
    [InlineData("1234%35", true)]
    [InlineData("12345+", false)]
    [InlineData("%C3%A9%C3%A9%C3%A9", false)]
    public void Read_LongerThanAllowed_IsNone(string written, bool fits) => Assert.Equal(fits, WebhookText.Read(written, 5, Encoding.Latin1) is not null);
}
