using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using SmsGateway.Emulator.Tests.Support;
using SmsGateway.Testing;

namespace SmsGateway.Emulator.Tests.Hosting;

/// <summary>Start, stop, resume, many at once, TLS, limits.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task Addresses_AreTheVendorsPathsOnOnePort()
    {
        await using var emulator = await Emulators.StartAsync();

        Assert.Equal("http://127.0.0.1:" + emulator.Url.Port + "/", emulator.Url.ToString());
        Assert.Equal(emulator.Url, emulator.BaseAddress(Gateway.SmsApi));
        Assert.Equal(new Uri(emulator.Url, "index.php/"), emulator.BaseAddress(Gateway.SpeedSms));
        Assert.Equal(new Uri(emulator.Url, "webservice-rest/"), emulator.BaseAddress(Gateway.SpeedMarket));
        Assert.Equal(emulator.Url, emulator.BaseAddress(Gateway.SmsClub));
        Assert.Equal(emulator.Url, emulator.BaseAddress(Gateway.KeyRef));
    }

    [Fact]
    public async Task Start_Warm_IsFast()
    {
        await using (await Emulators.StartAsync())
        {
            // The first start in a process pays for the server's code.
        }

        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var emulator = await Emulators.StartAsync();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        Assert.True(best < TimeSpan.FromMilliseconds(50), $"{best.TotalMilliseconds} ms");
    }

    [Fact]
    public async Task Stop_Refuses_ResumeServesOnTheSamePort()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        using (await caller.SendAsync(Gateway.SmsApi))
        {
            // A connection that is open when the port closes.
        }

        var url = emulator.Url;
        await emulator.StopListeningAsync();
        await emulator.StopListeningAsync();
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.SmsApi));
        Assert.False(emulator.IsListening);
        await emulator.ResumeListeningAsync();
        await emulator.ResumeListeningAsync();
        using var response = await caller.SendAsync(Gateway.SmsApi);

        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(refused.InnerException).SocketErrorCode);
        Assert.Equal(url, emulator.Url);
        Assert.Equal(2, emulator.Messages.Count);
    }

    [Fact]
    public async Task Stop_WhileARequestHangs_EndsIt()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        caller.Inbox.Faults.On().Next(Fault.Hang().AndAccept());
        var send = caller.SendAsync(Gateway.SmsApi);
        await caller.Inbox.WaitForMessageAsync(cancellationToken: Caller.Token);

        await emulator.StopListeningAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => send);
    }

    [Fact]
    public async Task Dispose_WhileARequestHangs_IsQuick()
    {
        var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        caller.Inbox.Faults.On().Next(Fault.Hang().AndAccept());
        var send = caller.SendAsync(Gateway.SmsApi);
        await caller.Inbox.WaitForMessageAsync(cancellationToken: Caller.Token);
        var started = Stopwatch.GetTimestamp();

        await emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => send);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task ManyEmulators_InOneProcess_DoNotMeet()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            await using var emulator = await SmsEmulator.StartAsync(cancellationToken: Caller.Token);
            using var caller = new Caller(emulator);
            for (var i = 0; i < 5; i++)
            {
                using var response = await caller.SendAsync(Gateway.KeyRef, text: $"{number}");
            }

            Assert.All(emulator.Messages, message => Assert.Equal($"{number}", message.Text));
            Assert.Equal(5, emulator.Messages.Count);
        }));
    }

    [Fact]
    public async Task Https_ThrowawayCertificate_CanBePinned()
    {
        await using var emulator = await Emulators.StartAsync(options => options.Https = true);
        using var pinned = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == emulator.Certificate!.GetCertHashString() },
        });
        using var strict = new HttpClient();

        using var response = await pinned.GetAsync(new Uri(emulator.Url, "ping"), Caller.Token);
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => strict.GetAsync(emulator.Url, Caller.Token));

        Assert.StartsWith("https://127.0.0.1:", emulator.Url.ToString(), StringComparison.Ordinal);
        Assert.Contains("authorized", await response.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
        Assert.Equal(HttpRequestError.SecureConnectionError, exception.HttpRequestError);
        Assert.IsType<AuthenticationException>(exception.InnerException);
    }

    [Fact]
    public async Task Body_OverTheLimit_Is413AndNothingIsKept()
    {
        await using var emulator = await Emulators.StartAsync(options => options.MaxRequestBytes = 1_000);
        using var caller = new Caller(emulator);

        using var known = await caller.SendAsync(Gateway.SmsApi, text: new string('x', 1_000));
        var request = caller.SendRequest(Gateway.SmsApi, "447700900101", new string('x', 5_000));
        request.Headers.TransferEncodingChunked = true;
        using var unknown = await caller.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, known.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unknown.StatusCode);
        Assert.Empty(emulator.Messages);
    }

    [Fact]
    public async Task RateLimit_OverAllGateways_IsPerCredential()
    {
        await using var emulator = await Emulators.StartAsync(options =>
        {
            options.Time = new ManualTimeProvider();
            options.RateLimit = new(2, TimeSpan.FromSeconds(10));
        });
        using var one = new Caller(emulator);
        using var other = new Caller(emulator, emulator.CreateInbox());

        var statuses = new List<HttpStatusCode>();
        foreach (var (caller, gateway) in new[] { (one, Gateway.SmsApi), (one, Gateway.KeyRef), (one, Gateway.SmsClub), (other, Gateway.SpeedSms) })
        {
            using var response = await caller.SendAsync(gateway);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task RemoteBind_WithoutLeaveAndPassword_DoesNotStart()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Emulators.StartAsync(options => options.Address = IPAddress.Any));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Emulators.StartAsync(options => (options.Address, options.AllowRemote) = (IPAddress.Any, true)));
        await using var emulator = await Emulators.StartAsync(options => (options.Address, options.AllowRemote, options.Password) = (IPAddress.Any, true, "secret"));
        Assert.Equal("127.0.0.1", emulator.Url.Host);
    }

    [Fact]
    public async Task TakenPort_Throws()
    {
        await using var emulator = await Emulators.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => Emulators.StartAsync(options => options.Port = emulator.Url.Port));
    }
}
