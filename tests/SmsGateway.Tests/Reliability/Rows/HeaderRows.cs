using System.Globalization;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 45 to 53: empty replies, redirects, interim replies, cookies, floods, odd status lines.</summary>
public sealed class HeaderRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row045_NothingInIt_IsUnknown(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.Status(204).AndAccept()), SmsErrorKind.UnreadableResponse);
        AssertUnknown(await MeetAsync(gateway, Fault.EmptyBody().AndAccept()), SmsErrorKind.UnreadableResponse);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row046_RedirectThatTurnsAPostIntoAGet_IsNotFollowed(string gateway)
    {
        await using var elsewhere = new RawServer(_ => RawServer.Reply(SentLike.Accepted(gateway)));
        var secret = new Uri(elsewhere.Address, "login?token=1");
        foreach (var (status, outcome) in new[] { (301, SmsOutcome.NotSent), (302, SmsOutcome.Unknown), (303, SmsOutcome.Unknown) })
        {
            var met = await MeetAsync(gateway, Fault.Redirect(status, secret.AbsoluteUri).AndAccept());

            AssertOnce(met, outcome, SmsErrorKind.InvalidRequest);
            Assert.Contains(secret.Authority, met.Result.Error!.Message);
            Assert.DoesNotContain("token", met.Result.Error.Message);
        }

        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row047_RedirectThatKeepsThePost_IsNotFollowed(string gateway)
    {
        await using var elsewhere = new RawServer(_ => RawServer.Reply(SentLike.Accepted(gateway)));
        foreach (var status in new[] { 307, 308 })
        {
            AssertOnce(await MeetAsync(gateway, Fault.Redirect(status, elsewhere.Address.AbsoluteUri)), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest);
        }

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Row048_RedirectWithAHandlerThatFollows_IsRefusedAllTheSame()
    {
        // The application put sockets of its own in place, which follow redirects unless they are told not to.
        await using var elsewhere = new RawServer(_ => RawServer.Reply(SentLike.Accepted("SmsClub")));
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = true };
        await using var harness = StartOver("SmsClub", sockets);
        harness.Inbox.Faults.On().Always(Fault.Redirect(307, elsewhere.Address.AbsoluteUri));

        AssertIs(await SendAsync(harness, "SmsClub"), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest);

        Assert.Empty(elsewhere.Requests);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row048_RedirectToAnotherHostOrDownToHttp_IsRefused(string gateway)
    {
        AssertOnce(await MeetAsync(gateway, Fault.Redirect(308, "http://elsewhere.example/")), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest);
        AssertOnce(await MeetAsync(gateway, Fault.Redirect(307, "//elsewhere.example/x")), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row049_FiftyInterimReplies_IsAccepted(string gateway) =>
        AssertOnce(await MeetAsync(gateway, Fault.ContinueFlood()), SmsOutcome.Accepted, kind: null);

    [Fact]
    public async Task Row050_Cookies_AreNeverSentBack()
    {
        await using var server = new RawServer(_ => RawServer.Reply(SentLike.Accepted("SmsApi"), headers: "Set-Cookie: session=1; Path=/\r\n"));
        using var sockets = new SocketsHttpHandler { UseCookies = true };
        await using var own = Start("SmsApi", options => options.BaseAddress = server.Address);
        await using var over = StartOver("SmsApi", sockets, options => options.BaseAddress = server.Address);

        for (var i = 0; i < 2; i++)
        {
            AssertIs(await SendAsync(own, "SmsApi"), SmsOutcome.Accepted, kind: null);
            AssertIs(await SendAsync(over, "SmsApi"), SmsOutcome.Accepted, kind: null);
        }

        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row051_HeaderFlood_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.HeaderFlood()), SmsErrorKind.UnreadableResponse);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row052_StrayBytesBehindTheBody_IsAcceptedAndTheNextGetsAFreshConnection(string gateway)
    {
        await using var server = new SocketServer(async connection =>
        {
            var number = GatewayUnderTest.Of(gateway).Number(1);
            while (await connection.ReadRequestAsync() is not null)
            {
                var body = SentLike.AcceptedFor(gateway, number);
                await connection.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}stray"));
            }
        });
        await using var harness = Start(gateway, options => options.BaseAddress = server.Http);

        AssertIs(await SendAsync(harness, gateway), SmsOutcome.Accepted, kind: null);
        AssertIs(await SendAsync(harness, gateway), SmsOutcome.Accepted, kind: null);

        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row053_OddStatusLine_IsUnknownWithoutTheGatewaysBody(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.StatusLine("HTTP/1.1 99 Odd")), SmsErrorKind.UnreadableResponse);
        AssertUnknown(await HearAsync(gateway, "600 Odd", "<html>odd</html>"), SmsErrorKind.UnreadableResponse);
        AssertOnce(await MeetAsync(gateway, Fault.StatusLine("HTTP/1.1 200 \u00fc\u0001\u00a7")), SmsOutcome.Accepted, kind: null);
    }
}
