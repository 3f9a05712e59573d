using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 17 to 22: what stands around us on the host - proxies, portals, ports, names, handlers of others.</summary>
public sealed class HostRows(EmulatorFixture fixture) : RowTests(fixture)
{
    public static TheoryData<string> Wraps => ["retry", "hedge", "clone", "buffer"];

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row017_ProxyAsksForCredentials_IsNotSentAndNamesTheProxy(string gateway)
    {
        await using var proxy = new RawServer(_ => RawServer.Reply("<html>Who are you?</html>", "407 Proxy Authentication Required", "Proxy-Authenticate: Basic\r\n"));
        await using var harness = StartOver(gateway, Behind(proxy), options => options.BaseAddress = Nowhere);

        var result = await SendAsync(harness, gateway);

        // 407 is also a number of key/ref's own, so its document has another word for the proxy's.
        AssertIs(result, SmsOutcome.NotSent, gateway == "KeyRef" ? SmsErrorKind.GatewayUnavailable : SmsErrorKind.ConnectionFailed);
        Assert.Contains("proxy", result.Error!.Message);
        Assert.Single(result.Attempts);
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task Row017_ProxyRefusesTheTunnel_IsNotSentAndNamesTheProxy()
    {
        await using var proxy = new RawServer(_ => RawServer.Reply("", "502 Bad Gateway"));
        await using var harness = StartOver("SmsApi", Behind(proxy), options => options.BaseAddress = new Uri("https://gateway.invalid/"));

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Contains("proxy", result.Error!.Message);
        Assert.StartsWith("CONNECT ", Assert.Single(proxy.Requests));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row018_ProxyAnswersForTheGateway_IsUnknown(string gateway)
    {
        foreach (var status in new[] { "502 Bad Gateway", "504 Gateway Timeout" })
        {
            await using var proxy = new RawServer(_ => RawServer.Reply("<html>no upstream</html>", status));
            await using var harness = StartOver(gateway, Behind(proxy), options => options.BaseAddress = Nowhere);

            AssertUnknown((await SendAsync(harness, gateway), proxy.Requests.Count, 0), SmsErrorKind.GatewayUnavailable);
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row019_CaptivePortal_IsUnknownUnreadable(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.Html(200).AndAccept()), SmsErrorKind.UnreadableResponse);
        var met = await MeetAsync(gateway, Fault.Body("<!DOCTYPE html><form action=/login>", "text/html").AndIgnore());
        AssertUnknown(met, SmsErrorKind.UnreadableResponse);
        Assert.Contains("web page", met.Result.Error!.Message);
    }

    [Theory]
    [InlineData(SocketError.AddressAlreadyInUse)]
    [InlineData(SocketError.NoBufferSpaceAvailable)]
    public async Task Row020_NoPortOrHandleFree_IsNotSentAndTriedAgain(SocketError error)
    {
        var connects = 0;
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => ++connects < Attempts
                ? throw new SocketException((int)error)
                : ConnectAsync(Fixture.Emulator.Url),
        };
        await using var harness = StartOver("SmsClub", sockets);

        var result = await SendAsync(harness, "SmsClub");

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal([SmsOutcome.NotSent, SmsOutcome.NotSent, SmsOutcome.Accepted], result.Attempts.Select(attempt => attempt.Outcome));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Row021_AddressChanges_NewConnectionsFollowIt()
    {
        await using var old = new RawServer(_ => RawServer.Reply(SentLike.Accepted("SmsApi")));
        await using var moved = new RawServer(_ => RawServer.Reply(SentLike.Accepted("SmsApi")));
        var where = old.Address;
        using var sockets = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, ConnectCallback = (_, _) => ConnectAsync(where) };
        await using var harness = StartOver("SmsApi", sockets, options => options.BaseAddress = old.Address);
        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.Accepted, kind: null);

        where = moved.Address;
        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.Accepted, kind: null);

        Assert.Equal((1, 1), (old.Requests.Count, moved.Requests.Count));

        // Our own sockets live five minutes, and their handler as long as the account: no factory rotates it away under a send.
        await using var own = Start("SmsApi");
        Assert.Equal(TimeSpan.FromMinutes(5), TransportRows.SocketsOf(own, "SmsApi").PooledConnectionLifetime);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row022_RetryHandlerForAllClients_GatewaySeesOneRequest(string gateway)
    {
        foreach (var fault in new[] { Fault.Html(500), Fault.Reset(), Fault.CloseFin(), Fault.Status(408) })
        {
            await using var harness = Start(gateway, services: AddForAll(() => new Handlers.RetryingEverything()));
            harness.Inbox.Faults.On().Next(fault.AndAccept()); // a second request would be accepted
            var result = await SendAsync(harness, gateway);

            Assert.Equal((SmsOutcome.Unknown, 1), (result.Outcome, harness.Inbox.Exchanges.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Wraps))]
    public async Task Row022_HandlerOnTheAccountsOwnClient_GatewaySeesOneRequest(string wrap)
    {
        foreach (var (fault, kind) in new[] { (Fault.Html(500), SmsErrorKind.GatewayError), (Fault.Reset(), SmsErrorKind.ConnectionLost) })
        {
            await using var harness = Start("SpeedSms", http: http => http.AddHttpMessageHandler(() => Wrap(wrap)));
            harness.Inbox.Faults.On().Next(fault.AndAccept());
            var result = await SendAsync(harness, "SpeedSms");

            Assert.Equal((SmsOutcome.Unknown, kind, 1), (result.Outcome, result.Error?.Kind, harness.Inbox.Exchanges.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Wraps))]
    public async Task Row022_HandlerOnTheAccountsOwnClient_LeavesGoodSendsAlone(string wrap)
    {
        await using var harness = Start("SpeedSms", http: http => http.AddHttpMessageHandler(() => Wrap(wrap)));

        AssertIs(await SendAsync(harness, "SpeedSms"), SmsOutcome.Accepted, kind: null);

        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Row022_HandlerThatLeavesARequestUnderWay_TheEndOfThatRequestCounts()
    {
        await using var harness = Start("SpeedSms", http: http => http.AddHttpMessageHandler(() =>
            new Handlers.Deserting(TimeSpan.FromMilliseconds(1), new HttpResponseMessage(HttpStatusCode.InternalServerError))));
        harness.Inbox.Faults.On().Always(Fault.Latency(TimeSpan.FromMilliseconds(200)));

        AssertIs(await SendAsync(harness, "SpeedSms"), SmsOutcome.Accepted, kind: null);

        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Row022_HandlerThatAnswersInPlaceOfTheGateway_IsNotSent()
    {
        await using var harness = Start("SmsApi", http: http => http.AddHttpMessageHandler(() => new Handlers.Answering(200, SentLike.Accepted("SmsApi"))));

        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);

        Assert.Empty(harness.Inbox.Exchanges);
    }

    internal static Action<IServiceCollection> AddForAll(Func<DelegatingHandler> handler) =>
        services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(handler));

    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    private static DelegatingHandler Wrap(string name) => name switch
    {
        "retry" => new Handlers.RetryingEverything(),
        "hedge" => new Handlers.Hedging(),
        "clone" => new Handlers.Cloning(),
        _ => new Handlers.Buffering(),
    };

    private static SocketsHttpHandler Behind(RawServer proxy) => new() { UseProxy = true, Proxy = new WebProxy(proxy.Address) };

    private static async ValueTask<Stream> ConnectAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
