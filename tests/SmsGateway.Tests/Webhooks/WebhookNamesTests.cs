using System.Text;
using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Names are read as values are, whether they came before or not.</summary>
public class WebhookNamesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("MsgId", "MsgId")]
    [InlineData("0%5Bid%5D", "0[id]")]
    [InlineData("a+b", "a b")]
    [InlineData("caf%E9", "café")]
    [InlineData("caf\u00C3\u00A9", "café")]
    [InlineData("a_name_that_is_longer_than_those_that_are_kept", "a_name_that_is_longer_than_those_that_are_kept")]
    public void Read_AgainAndAgain_IsTheSameText(string written, string name)
    {
        Assert.Equal(name, WebhookNames.Read(written, Encoding.Latin1));
        Assert.Equal(name, WebhookNames.Read(written, Encoding.Latin1));
    }

    [Fact]
    public void Read_TakingTurnsAtOnePlace_IsEachTimeTheOneThatIsWritten()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Equal("name", WebhookNames.Read("name", Encoding.Latin1));
            Assert.Equal("nome", WebhookNames.Read("nome", Encoding.Latin1));
        }
    }

    [Fact]
    public void Read_SameNameTwice_IsMadeOnce() => Assert.Same(WebhookNames.Read("status_name", Encoding.Latin1), WebhookNames.Read("status_name", Encoding.Latin1));

    [Fact]
    public void Read_LongerThanAFieldMayBe_IsNone() => Assert.Null(WebhookNames.Read(new string('x', SmsWebhookFields.MaxValueBytes + 1), Encoding.Latin1));
}
