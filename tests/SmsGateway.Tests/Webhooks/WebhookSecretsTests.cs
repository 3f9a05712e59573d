using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Webhooks;

/// <summary>A secret is good whole and alone.</summary>
public class WebhookSecretsTests
{
    private const string Long = "0123456789-abcdefghij-ABCDEFGHIJ";
    private const string Short = "abcdefghij-0123456789";

    private readonly WebhookSecrets _secrets = new([Long, Short]);

    [Theory]
    [InlineData(Long)]
    [InlineData(Short)]
    public void Match_OneOfThem_IsGood(string candidate) => Assert.True(_secrets.Match(candidate));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789-abcdefghij-ABCDEFGHI")]
    [InlineData("0123456789-abcdefghij-ABCDEFGHIj")]
    [InlineData(Long + "x")]
    [InlineData(Long + "\0")]
    [InlineData(Short + "\0")]
    [InlineData(Short + "\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF")]
    [InlineData(Short + Long)]
    [InlineData("ąbcdefghij-0123456789")]
    public void Match_AnythingElse_IsNot(string? candidate) => Assert.False(_secrets.Match(candidate));

    [Fact]
    public void Match_NoSecrets_NothingIsGood()
    {
        WebhookSecrets none = new([]);
        Assert.False(none.Match(""));
        Assert.False(none.Match(null));
        Assert.False(none.Match(Long));
    }
}
