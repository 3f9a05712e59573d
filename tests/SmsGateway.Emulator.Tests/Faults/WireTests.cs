using System.Net;
using System.Net.Sockets;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Faults;

/// <summary>Every wire fault as a bare HttpClient sees it, message kept and not kept.</summary>
public sealed class WireTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly SmsEmulator _emulator = fixture.Emulator;

    public static TheoryData<Gateway, bool> GatewaysAndAcceptance =>
        [.. Enum.GetValues<Gateway>().SelectMany(gateway => new[] { (gateway, true), (gateway, false) })];

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task Fin_AnyGateway_EndsResponse(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.CloseFin(), exception => Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(exception).HttpRequestError));

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task Reset_AnyGateway_ResetsConnection(Gateway gateway, bool accept) => FailsAsync(gateway, accept, Fault.Reset(), AssertReset);

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task Hang_AnyGateway_NeverAnswers(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.Hang(), exception => Assert.IsType<TaskCanceledException>(exception), hangs: true);

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task HalfBodyFin_AnyGateway_EndsResponse(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.HalfBody(After.Fin), exception => Assert.Equal(HttpRequestError.ResponseEnded, InnermostHttp(exception).HttpRequestError));

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task HalfBodyReset_AnyGateway_ResetsConnection(Gateway gateway, bool accept) => FailsAsync(gateway, accept, Fault.HalfBody(After.Reset), AssertReset);

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task HalfBodyHang_AnyGateway_NeverEnds(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.HalfBody(After.Hang), exception => Assert.IsType<TaskCanceledException>(exception), hangs: true);

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task StatusLineOnly_AnyGateway_EndsResponse(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.StatusLineOnly(), exception => Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(exception).HttpRequestError));

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task Garbage_AnyGateway_IsInvalidResponse(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.Garbage(), exception => Assert.Equal(HttpRequestError.InvalidResponse, Assert.IsType<HttpRequestException>(exception).HttpRequestError));

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task BadChunk_AnyGateway_IsInvalidResponse(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.BadChunk(), exception => Assert.Equal(HttpRequestError.InvalidResponse, InnermostHttp(exception).HttpRequestError));

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task HeaderFlood_AnyGateway_ExceedsLimit(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.HeaderFlood(), exception => Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, Assert.IsType<HttpRequestException>(exception).HttpRequestError));

    [Theory]
    [MemberData(nameof(GatewaysAndAcceptance))]
    public Task HugeBody_AnyGateway_ExceedsLimit(Gateway gateway, bool accept) =>
        FailsAsync(gateway, accept, Fault.HugeBody(2 << 20), exception => Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, Assert.IsType<HttpRequestException>(exception).HttpRequestError));

    [Theory]
    [InlineData("HTTP/1.1 99 Odd")]
    [InlineData("HTTP/1.1 6000 Odd")]
    public Task StatusLine_NoStatus_IsInvalidResponse(string line) =>
        FailsAsync(Gateway.SmsApi, accept: true, Fault.StatusLine(line), exception => Assert.IsType<HttpRequestException>(exception));

    [Fact]
    public async Task Fin_RequestWithoutContent_IsRepeatedByTheHandlerUpToFourTimes()
    {
        var inbox = _emulator.CreateInbox();
        inbox.Faults.OnAny().Always(Fault.CloseFin());
        using var caller = new Caller(_emulator, inbox);
        var request = caller.Get("sms.do?format=json&to=447700900100&message=x").With(Caller.Bearer(inbox.Credentials.SmsApiAccessToken));

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(request));

        Assert.Equal(4, inbox.Exchanges.Count);
    }

    [Theory]
    [InlineData(After.Fin)]
    [InlineData(After.Reset)]
    public async Task HalfBody_OverTls_IsCutInsideTheEncryption(After then)
    {
        await using var emulator = await Emulators.StartAsync(options => options.Https = true);
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == emulator.Certificate!.GetCertHashString() } });
        using var caller = new Caller(emulator);
        emulator.Faults.On().Next(Fault.HalfBody(then)).Then(Fault.CloseFin()).Then(Fault.Reset());

        using var response = await http.SendAsync(caller.SendRequest(Gateway.SmsApi, "447700900100", "x"), HttpCompletionOption.ResponseHeadersRead, Caller.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync(Caller.Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(caller.SendRequest(Gateway.SmsApi, "447700900100", "x"), Caller.Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(caller.SendRequest(Gateway.SmsApi, "447700900100", "x"), Caller.Token));
        using var again = await http.SendAsync(caller.SendRequest(Gateway.SmsApi, "447700900100", "x"), Caller.Token);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private async Task FailsAsync(Gateway gateway, bool accept, Fault fault, Action<Exception> check, bool hangs = false)
    {
        var inbox = _emulator.CreateInbox();
        inbox.Faults.On(gateway).Next(accept ? fault.AndAccept() : fault.AndIgnore());
        using var caller = new Caller(_emulator, inbox);

        var send = caller.SendAsync(gateway);
        if (hangs)
        {
            await inbox.Exchanges.WaitAsync(cancellationToken: Caller.Token);
            await Assert.ThrowsAsync<TimeoutException>(() => send.WaitAsync(TimeSpan.FromMilliseconds(20), Caller.Token));
            caller.GiveUp();
        }

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => send);

        check(exception);
        var exchange = Assert.Single(inbox.Exchanges);
        Assert.Equal(accept, exchange.Kept);
        Assert.Equal(accept ? 1 : 0, inbox.Messages.Count);
        Assert.NotNull(exchange.Fault);
        inbox.Faults.VerifyAllUsed();

        // The connection is gone, the gateway is not.
        using var again = new Caller(_emulator, inbox);
        using var response = await again.SendAsync(gateway, text: "again");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static void AssertReset(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                Assert.Equal(SocketError.ConnectionReset, socket.SocketErrorCode);
                return;
            }
        }

        Assert.Fail("No socket error in " + exception);
    }

    private static HttpRequestException InnermostHttp(Exception exception)
    {
        HttpRequestException? found = null;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            found = cause as HttpRequestException ?? found;
            if (cause is HttpIOException io)
            {
                return new(io.HttpRequestError);
            }
        }

        return Assert.IsType<HttpRequestException>(found);
    }
}
