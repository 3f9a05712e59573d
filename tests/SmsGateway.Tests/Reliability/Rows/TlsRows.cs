using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 23 to 30: secure connections that do not come about. The gateway never sees a request.</summary>
public sealed class TlsRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row023_UnknownRoot_IsNotSentAndSaysWhy(string gateway)
    {
        await using var emulator = await SmsEmulator.StartAsync(options => options.Https = true, Stop);
        await using var harness = Start(gateway, options => options.BaseAddress = emulator.BaseAddress(GatewayUnderTest.Of(gateway).Gateway));

        var result = await SendAsync(harness, gateway);

        AssertRefused(result, "not trusted");
        Assert.DoesNotContain("ignore", result.Error!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(emulator.Exchanges);
    }

    [Fact]
    public async Task Row024_ExpiredCertificate_IsNotSent()
    {
        using var authority = new TestAuthority();
        using var expired = authority.Issue("localhost", DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddDays(-2));

        AssertRefused(await SendOverAsync(authority, expired), "expired");
    }

    [Fact]
    public async Task Row025_WrongHostName_IsNotSent()
    {
        using var authority = new TestAuthority();
        using var other = authority.Issue("elsewhere.example", DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));

        AssertRefused(await SendOverAsync(authority, other), "another host");
    }

    [Fact]
    public async Task Row025_RightCertificate_IsAccepted()
    {
        // The control of the two rows above: nothing else is wrong with the way.
        using var authority = new TestAuthority();
        using var right = authority.Issue("localhost", DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));

        AssertIs(await SendOverAsync(authority, right), SmsOutcome.Accepted, kind: null);
    }

    [Fact]
    public async Task Row026_PlainHttpOnTheTlsPort_IsNotSentAndPointsAtTheAddress()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync(atMost: 1);
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        await using var harness = Start("SmsApi", options => options.BaseAddress = server.Https);

        AssertRefused(await SendAsync(harness, "SmsApi"), "base address");
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row027_ResetInTheHandshake_IsNotSentAndTriedAgain(string gateway)
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync(atMost: 1);
            connection.Reset();
        });
        await using var harness = Start(gateway, options => options.BaseAddress = server.Https);

        var result = await SendAsync(harness, gateway);

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Equal(Attempts, result.Attempts.Count);
        Assert.Equal(Attempts, server.Connections);
    }

    [Fact]
    public async Task Row028_HandshakeHangs_IsNotSentAndTriedAgain()
    {
        await using var server = new SocketServer(connection => connection.HangAsync());
        await using var harness = Start("SmsApi", options =>
        {
            options.BaseAddress = server.Https;
            options.Resilience.ConnectTimeout = TimeSpan.FromMilliseconds(100);
        });

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Equal(Attempts, result.Attempts.Count);
    }

    [Fact]
    public async Task Row028_HandshakeHangsUntilTheOverallTimeEnds_IsNotSentTimeout()
    {
        await using var server = new SocketServer(connection => connection.HangAsync());
        await using var harness = Start("SmsApi", options =>
        {
            options.BaseAddress = server.Https;
            options.Resilience.ConnectTimeout = options.Resilience.SendAttemptTimeout = options.Resilience.SendTimeout = TimeSpan.FromMilliseconds(200);
        }, http => http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler()));

        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.NotSent, SmsErrorKind.Timeout);
    }

    [Fact]
    public async Task Row029_ProtocolVersionTooOld_IsNotSent()
    {
        using var authority = new TestAuthority();
        using var right = authority.Issue("localhost", DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));

        AssertRefused(await SendOverAsync(authority, right, SslProtocols.Tls13, SslProtocols.Tls12), "certificate or protocol");
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row030_PlainHttpAddress_FailsAtStartUnlessLoopbackOrAllowed(string gateway)
    {
        await using var plain = Start(gateway, options => options.BaseAddress = new Uri("http://gateway.example/"));
        var refused = Assert.Throws<OptionsValidationException>(() => ValidateStart(plain));
        Assert.Contains("BaseAddress", refused.Message);
        Assert.Contains(gateway, refused.Message);

        await using var allowed = Start(gateway, options => (options.BaseAddress, options.AllowInsecureHttp) = (new Uri("http://gateway.example/"), true));
        ValidateStart(allowed);
        await using var loopback = Start(gateway);
        ValidateStart(loopback);
    }

    internal static void ValidateStart(Harness harness) => harness.Services.GetRequiredService<IStartupValidator>().Validate();

    private static void AssertRefused(SmsResult result, string why)
    {
        AssertIs(result, SmsOutcome.NotSent, SmsErrorKind.ConnectionFailed);
        Assert.Contains(why, result.Error!.Message);
        Assert.False(result.Error.IsTransient);
        Assert.Single(result.Attempts);
    }

    private async Task<SmsResult> SendOverAsync(
        TestAuthority authority, X509Certificate2 certificate, SslProtocols client = SslProtocols.None, SslProtocols server = SslProtocols.None)
    {
        await using var socket = new SocketServer(async connection =>
        {
            await using var secure = new SslStream(connection.Stream);
            try
            {
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate, EnabledSslProtocols = server }, connection.Stop);
            }
            catch (AuthenticationException)
            {
                return; // the caller turned away
            }

            _ = await secure.ReadAtLeastAsync(new byte[4_096], 1, throwOnEndOfStream: false, connection.Stop);
            await secure.WriteAsync(RawServer.Reply(SentLike.Accepted("SmsApi")), connection.Stop);
        });
        using var sockets = new SocketsHttpHandler();
        sockets.SslOptions.CertificateChainPolicy = authority.Policy;
        sockets.SslOptions.EnabledSslProtocols = client;
        await using var harness = StartOver("SmsApi", sockets, options => options.BaseAddress = socket.Https);
        return await SendAsync(harness, "SmsApi");
    }
}
