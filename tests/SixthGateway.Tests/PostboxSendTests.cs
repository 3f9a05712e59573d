using SmsGateway;
using SmsGateway.Testing;

namespace SixthGateway.Tests;

/// <summary>What a send writes, and what each answer means.</summary>
public sealed class PostboxSendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_Bulk_IsOneFormAndHasAnOutcomeForEach()
    {
        await using var app = new PostboxApp();
        app.Postbox.Refusals["48500100201"] = 22;

        var results = await app.Sms.SendAsync([.. SmsMessage.ToMany(["+48500100200", "+48500100201"], "Zażółć & co").Select(message => message with { From = "Shop" })], Stop);

        var request = Assert.Single(app.Postbox.Requests);
        Assert.Equal("POST /v1/messages", request.ToString());
        Assert.Equal("to=48500100200%2C48500100201&text=Za%C5%BC%C3%B3%C5%82%C4%87+%26+co&from=Shop", request.Text);
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Rejected], results.Select(result => result.Outcome));
        Assert.Equal(Assert.Single(app.Postbox.Accepted).Id, results[0].MessageId!.Value.Id);
        Assert.Equal((SmsErrorKind.RecipientBlocked, "22"), (results[1].Error!.Kind, results[1].Error!.GatewayCode));
    }

    [Theory]
    [InlineData("10", SmsOutcome.Rejected, SmsErrorKind.AuthenticationFailed)]
    [InlineData("12", SmsOutcome.Rejected, SmsErrorKind.InsufficientBalance)]
    [InlineData("13", SmsOutcome.NotSent, SmsErrorKind.RateLimited)]
    [InlineData("90", SmsOutcome.Unknown, SmsErrorKind.GatewayError)]
    [InlineData("4711", SmsOutcome.Unknown, SmsErrorKind.Unknown)]
    public async Task Send_CodeInAnOkay_IsReadByTheTable(string code, SmsOutcome outcome, SmsErrorKind kind)
    {
        await using var app = new PostboxApp(options => options.Resilience.MaxAttempts = 1);
        app.Postbox.Codes.Enqueue(code);

        var result = await app.Sms.SendAsync("+48500100200", "Hello", Stop);

        Assert.Equal((outcome, kind, code), (result.Outcome, result.Error!.Kind, result.Error.GatewayCode));
        Assert.Empty(app.Postbox.Accepted);
    }

    [Fact]
    public async Task Send_LostAnswer_IsUnknownAndNeverSentTwice()
    {
        await using var app = new PostboxApp();
        app.Postbox.Mishaps.Enqueue(ServerReply.Reset());

        var result = await app.Sms.SendAsync("+48500100200", "Hello", Stop);

        Assert.Equal((SmsOutcome.Unknown, false), (result.Outcome, result.IsSafeToResend));
        Assert.Single(app.Postbox.Accepted);
    }

    [Fact]
    public async Task Send_ThrottledInSoManyWords_IsSentAgain()
    {
        await using var app = new PostboxApp();
        app.Postbox.Codes.Enqueue("13");

        var result = await app.Sms.SendAsync("+48500100200", "Hello", Stop);

        Assert.Equal((SmsOutcome.Accepted, 2), (result.Outcome, result.Attempts.Count));
        Assert.Single(app.Postbox.Accepted);
    }

    [Theory]
    [InlineData("""{"code":0}""")]
    [InlineData("""{"code":0,"messages":[{"to":"48500100999","code":0,"id":"1"}]}""")]
    [InlineData("""{"code":0,"messages":[{"to":"48500100200","id":"1"}]}""")]
    public async Task Send_YesAboutSomethingElse_IsUnknown(string reply)
    {
        await using var app = new PostboxApp();
        app.Postbox.Mishaps.Enqueue(ServerReply.Of(reply));

        Assert.Equal(SmsOutcome.Unknown, (await app.Sms.SendAsync("+48500100200", "Hello", Stop)).Outcome);
    }

    [Fact]
    public async Task Send_SenderBeyondTheLimit_IsRejectedBeforeAnyRequest()
    {
        await using var app = new PostboxApp();

        var result = await app.Sms.SendAsync(new SmsMessage("+48500100200", "Hello") { From = "TwelveLetter" }, Stop);

        Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.InvalidSender), (result.Outcome, result.Error!.Kind));
        Assert.Empty(app.Postbox.Requests);
    }
}
