using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.KeyRef;
using SmsGateway.Testing;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 1 to 16: connecting, and losing connections.</summary>
public sealed class TransportRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row001_ConnectionRefused_IsNotSentAndTriedAgain(string gateway)
    {
        using var closed = new ClosedPort();
        await using var harness = Start(gateway, options => options.BaseAddress = closed.Address);

        var result = await SendAsync(harness, gateway);

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Equal(SmsErrorScope.Transport, result.Error!.Scope);
        Assert.Equal(Attempts, result.Attempts.Count);
    }

    [Fact]
    public async Task Row002_HostDoesNotResolve_IsNotSentAndNamesTheHost()
    {
        await using var harness = Start("SmsApi", options => options.BaseAddress = new Uri("https://no-such-gateway.invalid/"));

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Contains("host name", result.Error!.Message);
        Assert.Equal(Attempts, result.Attempts.Count);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row003_ConnectTimeout_IsNotSentConnectionFailed(string gateway)
    {
        using var sockets = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromMilliseconds(30), ConnectCallback = NeverAsync };
        await using var harness = StartOver(gateway, sockets);

        var result = await SendAsync(harness, gateway);

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Equal(Attempts, result.Attempts.Count);
    }

    [Fact]
    public async Task Row003_OwnConnectTimeout_HoldsWithoutAHandlerOfTheUsers()
    {
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        full.Listen(0);
        var address = full.LocalEndPoint!;
        List<Socket> waiting = [];
        for (var i = 0; i < 4; i++)
        {
            // Nobody accepts: once the backlog is full, further handshakes are never answered.
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            waiting.Add(socket);
            _ = socket.ConnectAsync(address, Stop).AsTask().ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        await using var harness = Start("SmsApi", options =>
        {
            options.BaseAddress = new Uri($"http://{address}/");
            options.Resilience.MaxAttempts = 1;
            options.Resilience.ConnectTimeout = TimeSpan.FromMilliseconds(250);
            options.Resilience.SendAttemptTimeout = TimeSpan.FromSeconds(20);
        });

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        waiting.ForEach(socket => socket.Dispose());
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row004_OverallTimeEndsWhileConnecting_IsNotSentTimeout(string gateway)
    {
        using var sockets = new SocketsHttpHandler { ConnectCallback = NeverAsync };
        await using var harness = StartOver(gateway, sockets, options =>
        {
            // Timers may be some milliseconds early; what is left then must be too little for another attempt.
            options.Resilience.ConnectTimeout = options.Resilience.SendAttemptTimeout = options.Resilience.SendTimeout = TimeSpan.FromSeconds(1);
        });

        var result = await SendAsync(harness, gateway);

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.Timeout);
        Assert.Single(result.Attempts);
    }

    [Fact]
    public async Task Row005_NoRoute_IsNotSentAndTriedAgain()
    {
        var connects = 0;
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = (_, _) =>
            {
                connects++;
                throw new SocketException((int)SocketError.NetworkUnreachable);
            },
        };
        await using var harness = StartOver("SpeedSms", sockets);

        AssertIs(await SendAsync(harness, "SpeedSms"), SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);

        Assert.Equal(Attempts, connects);
    }

    [Fact]
    public async Task Row006_FirstOfSeveralAddressesDead_IsAccepted()
    {
        await using var harness = Start("SmsApi");
        using var sockets = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = async (_, stop) =>
            {
                // As the stack does with a list of addresses: the dead one first.
                using var closed = new ClosedPort();
                var dead = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await Assert.ThrowsAnyAsync<SocketException>(() => dead.ConnectAsync(closed.Address.Host, closed.Address.Port, stop).AsTask());
                var alive = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await alive.ConnectAsync(Fixture.Emulator.Url.Host, Fixture.Emulator.Url.Port, stop);
                return new NetworkStream(alive, ownsSocket: true);
            },
        };
        await using var over = StartOver("SmsClub", sockets);

        AssertIs(await SendAsync(over, "SmsClub"), SmsOutcome.Accepted, kind: null);
        Assert.True(SocketsOf(harness, "SmsApi").ConnectTimeout == new SmsResilienceOptions().ConnectTimeout);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row007_RequestReadThenFin_IsUnknownConnectionLost(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.CloseFin().AndAccept()), SmsErrorKind.ConnectionLost);
        AssertUnknown(await MeetAsync(gateway, Fault.CloseFin().AndIgnore()), SmsErrorKind.ConnectionLost);
    }

    [Fact]
    public async Task Row008_BodilessRequest_NeverHappens()
    {
        // The control: what the stack does with a request without content when nobody answers.
        await using var control = new RawServer(_ => null);
        using var client = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(control.Address, Stop));
        Assert.True(control.Requests.Count > 1, "The stack repeats no more: this row may be history.");

        // Ours by GET, which has no body of its own, carries an empty one.
        await using var server = new RawServer(_ => null);
        await using var harness = Start("KeyRef", options =>
        {
            options.BaseAddress = server.Address;
            ((KeyRefOptions)options).UseGet = true;
        });
        AssertIs(await SendAsync(harness, "KeyRef"), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost);
        Assert.StartsWith("GET ", Assert.Single(server.Requests));
        Assert.Contains("Content-Length: 0", server.Requests[0]);
    }

    [Fact]
    public async Task Row008_HandlerThatTakesTheBodyAway_IsStopped()
    {
        await using var harness = Start("SmsApi", http: http => http.AddHttpMessageHandler(() => new Handlers.Changing(request => request.Content = null)));

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row009_RequestReadThenReset_IsUnknownConnectionLost(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.Reset().AndAccept()), SmsErrorKind.ConnectionLost);
    }

    [Fact]
    public async Task Row010_ResetAfterHalfTheBody_IsUnknownConnectionLost()
    {
        var requests = 0;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync(atMost: 4_096);
            Interlocked.Increment(ref requests);
            connection.Reset();
        });
        await using var harness = Start("SmsApi", options => options.BaseAddress = server.Http);
        var bulk = SmsMessage.ToMany(Enumerable.Range(0, 9_000).Select(GatewayUnderTest.Of("SmsApi").Number), "hello");

        var results = await harness.SendAsync([.. bulk]);

        Assert.All(results, result => Assert.Equal((SmsOutcome.Unknown, SmsErrorKind.ConnectionLost), (result.Outcome, result.Error!.Kind)));
        Assert.Equal(1, requests);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row011_IdleConnectionClosedByTheServer_IsAcceptedOverANewOne(string gateway)
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.ReplyAsync(SentLike.AcceptedFor(gateway, GatewayUnderTest.Of(gateway).Number(1)));
        });
        Socket? latest = null;
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                latest = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await latest.ConnectAsync(context.DnsEndPoint, stop);
                return new NetworkStream(latest, ownsSocket: true);
            },
        };
        await using var harness = StartOver(gateway, sockets, options => options.BaseAddress = server.Http);

        for (var i = 0; i < 3; i++)
        {
            var result = await SendAsync(harness, gateway);
            AssertIs(result, SmsOutcome.Accepted, kind: null);
            Assert.Single(result.Attempts);

            // The reply was read whole; what can be read now is the end of the connection. Before that, a send races with it: row 12.
            Assert.True(latest!.Poll(TimeSpan.FromSeconds(30), SelectMode.SelectRead));
        }

        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task Row012_ReusedConnectionEndsAfterTheWrite_IsUnknown()
    {
        var requests = 0;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            Interlocked.Increment(ref requests);
            await connection.ReplyAsync(SentLike.Accepted("SmsApi"));
            await connection.ReadRequestAsync();
            Interlocked.Increment(ref requests);
        });
        await using var harness = Start("SmsApi", options => options.BaseAddress = server.Http);
        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.Accepted, kind: null);

        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost);

        Assert.Equal((2, 1), (requests, server.Connections));
        Assert.True(SocketsOf(harness, "SmsApi").PooledConnectionIdleTimeout <= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row013_NoAnswerUntilTimeout_IsUnknownTimeout(string gateway)
    {
        AssertUnknown(await MeetInVainAsync(gateway, Fault.Hang().AndAccept()), SmsErrorKind.Timeout);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row014_CancelledWhileConnecting_ThrowsAndNothingLeft(string gateway)
    {
        var connecting = new TaskCompletionSource();
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = (context, stop) =>
            {
                connecting.TrySetResult();
                return NeverAsync(context, stop);
            },
        };
        await using var harness = StartOver(gateway, sockets);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var sending = harness.Client.SendAsync([Message(gateway)], cancel.Token);
        await connecting.Task.WaitAsync(Stop);

        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(() => sending);
        AssertIs(thrown.PartialResult[0], SmsOutcome.NotSent, SmsErrorKind.Canceled);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row015_CancelledAfterTheBodyLeft_ThrowsAndIsUnknown(string gateway)
    {
        await using var harness = Start(gateway);
        harness.Inbox.Faults.On().Always(Fault.Hang().AndAccept());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var sending = harness.Client.SendAsync([Message(gateway)], cancel.Token);
        await harness.Inbox.WaitForMessageAsync(cancellationToken: Stop);

        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<SmsSendCanceledException>(() => sending);
        AssertIs(thrown.PartialResult[0], SmsOutcome.Unknown, SmsErrorKind.Canceled);
        Assert.NotNull(thrown.PartialResult[0].Reference);
        Assert.Contains("may have been sent", thrown.Message);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Row016_AnswerAfterOurTimeout_IsUnknownAndAReportResolvesIt()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var harness = Start("SmsApi", services: services => services.AddSingleton<TimeProvider>(clock));
        harness.Inbox.Faults.On().Always(Fault.Latency(TimeSpan.FromMinutes(2)));
        var sending = SendAsync(harness, "SmsApi");
        await harness.Inbox.WaitForMessageAsync(timeout: TimeSpan.FromMinutes(1), cancellationToken: Stop);

        var result = await clock.RunUntilAsync(sending, TimeSpan.FromSeconds(1));

        AssertIs(result, SmsOutcome.Unknown, SmsErrorKind.Timeout);
        Assert.Equal(result.Reference, Assert.Single(harness.Inbox.Messages).Reference);
        Assert.Single(harness.Inbox.Exchanges);
    }

    internal static SocketsHttpHandler SocketsOf(Harness harness, string account)
    {
        var handler = harness.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler($"SmsGateway.{account}");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return Assert.IsType<SocketsHttpHandler>(handler);
    }

    private static async ValueTask<Stream> NeverAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return Stream.Null;
    }
}
