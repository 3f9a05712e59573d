using Postbox;
using SmsGateway;
using SmsGateway.Testing;

namespace SixthGateway.Tests;

/// <summary>What Postbox has besides sending: found by injection and by GetService alike.</summary>
public sealed class PostboxFeatureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Features_AreFoundUnderTheAccountsName()
    {
        await using var app = new PostboxApp();

        Assert.Same(app.Feature<IPostboxClient>(), app.Sms.GetRequiredService<IPostboxClient>("postbox"));
        Assert.Same(app.Feature<ISmsAccount>(), app.Sms.GetRequiredService<ISmsAccount>("postbox"));
        Assert.Equal("Postbox", app.Sms.GetRequiredService<SmsGatewayInfo>("postbox").Name);
        Assert.Null(app.Sms.GetService<ISmsScheduler>("postbox"));
    }

    [Fact]
    public async Task Balance_LostAnswer_IsAskedForAgain()
    {
        await using var app = new PostboxApp();
        app.Postbox.Mishaps.Enqueue(ServerReply.Close());

        Assert.Equal(new SmsBalance(12.5m, "EUR"), await app.Feature<ISmsAccount>().GetBalanceAsync(Stop));
        await Assert.ThrowsAsync<NotSupportedException>(() => app.Feature<ISmsAccount>().GetSendersAsync(Stop));
    }

    [Fact]
    public async Task Status_ManyMessages_TakesTheFewestRequests()
    {
        await using var app = new PostboxApp();
        var sent = await app.Sms.SendAsync(SmsMessage.ToMany(Enumerable.Range(0, 60).Select(i => $"+48500100{i:D3}"), "Hello"), Stop);
        List<SmsMessageHandle> asked = [.. sent.Select(SmsMessageHandle.Of), new("postbox", "nobody's"), new("postbox", Id: null)];

        var reports = await app.Feature<ISmsStatusReader>().GetStatusAsync(asked, Stop);

        Assert.Equal(2 + 2, app.Postbox.Requests.Count);
        Assert.Equal(asked, reports.Select(report => report.Message));
        Assert.All(reports.Take(60), report => Assert.Equal((SmsDeliveryStatus.Sent, false), (report.Status, report.IsFinal)));
        Assert.Equal([(SmsDeliveryStatus.Unknown, "gone"), (SmsDeliveryStatus.Unknown, null)], reports.Skip(60).Select(report => (report.Status, report.RawStatus)));
    }

    [Fact]
    public async Task Block_LostAnswer_IsNotDoneTwice()
    {
        await using var app = new PostboxApp();
        var postbox = app.Feature<IPostboxClient>();

        await postbox.BlockAsync(PhoneNumber.Parse("+48500100200"), Stop);
        app.Postbox.Mishaps.Enqueue(ServerReply.Reset());
        var thrown = await Assert.ThrowsAsync<SmsException>(() => postbox.BlockAsync(PhoneNumber.Parse("+48500100201"), Stop));

        Assert.Equal(SmsErrorKind.ConnectionLost, thrown.Error.Kind);
        Assert.Equal(2, app.Postbox.Requests.Count);
        Assert.Equal(SmsErrorKind.RecipientBlocked, (await app.Sms.SendAsync("+48500100200", "Hello", Stop)).Error!.Kind);
    }

    [Fact]
    public async Task Query_WrongKey_Throws()
    {
        await using var app = new PostboxApp(options => options.Key = "another");

        var thrown = await Assert.ThrowsAsync<SmsException>(() => app.Feature<ISmsAccount>().GetBalanceAsync(Stop));

        Assert.Equal((SmsErrorKind.AuthenticationFailed, "10"), (thrown.Error.Kind, thrown.Error.GatewayCode));
    }
}
