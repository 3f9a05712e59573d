using System.Net;
using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Push;

/// <summary>Where pushes may go: the application's own machine and named hosts, never what a stranger's request asks for.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000/sms")]
    [InlineData("https://localhost/sms?secret=1")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://app.localhost/")]
    [InlineData("http://app.local/")]
    [InlineData("http://APP.LOCAL:99/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://[fd00::5]/")]
    [InlineData("http://2130706433/")]
    public void Refusal_LoopbackAndNamedHosts_Pass(string target) => Assert.Null(Policy.Refusal(new(target)));

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("http://10.1.2.4/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[::169.254.169.254]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[2002:a9fe:a9fe::]/")]
    [InlineData("http://[2001:0:a9fe:a9fe::]/")]
    [InlineData("http://[2001:0:0102:0304::5601:5601]/")]
    [InlineData("http://[2001:db8::5efe:a9fe:a9fe]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://user:pass@127.0.0.1/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://127.0.0.1.example.com/")]
    public void Refusal_EverythingElse_IsRefused(string target) => Assert.NotNull(Policy.Refusal(new(target)));

    [Theory]
    [InlineData("app.local", "169.254.169.254")]
    [InlineData("app.local", "fe80::1")]
    [InlineData("app.local", "::ffff:169.254.169.254")]
    [InlineData("app.local", "64:ff9b::a9fe:a9fe")]
    [InlineData("app.local", "0.0.0.0")]
    [InlineData("localhost", "10.0.0.1")]
    public void ResolvedAddress_Forbidden_IsNotConnectedTo(string host, string address) =>
        Assert.Throws<HttpRequestException>(() => TargetPolicy.Checked(host, [IPAddress.Parse(address)]));

    [Fact]
    public void ResolvedAddresses_Mixed_KeepTheAllowedOnes() =>
        Assert.Equal([IPAddress.Parse("10.0.0.1")], TargetPolicy.Checked("app.local", [IPAddress.Parse("169.254.1.1"), IPAddress.Parse("10.0.0.1")]));

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://example.com/")]
    public async Task NotifyUrl_OfAStranger_IsNotCalled(string url)
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        await caller.TextAsync(caller.Form("sms.do", ("to", "447700900101"), ("message", "x"), ("notify_url", url)).With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));

        var attempt = await caller.Inbox.ReportAsync(caller.Inbox.Messages[0], DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.StartsWith("refused: ", attempt.Error, StringComparison.Ordinal);
        Assert.Null(attempt.Status);
        Assert.Null(attempt.Method);
    }

    [Fact]
    public async Task Receiver_RedirectsFloodsAndHangsUp_IsSurvived()
    {
        await using var receiver = (await Receiver.StartAsync()).Answering((302, "http://169.254.169.254/"), (200, new string('x', 200_000)));
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        caller.Inbox.WebhookTargets[Gateway.SpeedSms] = receiver.Url;
        await caller.SendAsync(Gateway.SpeedSms);
        var message = caller.Inbox.Messages[0];

        var redirected = await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Caller.Token);
        var flooded = await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Caller.Token);
        await receiver.DisposeAsync();
        var refused = await caller.Inbox.ReportAsync(message, DeliveryState.Delivered, cancellationToken: Caller.Token);

        Assert.Equal((302, false), (redirected.Status, redirected.IsAcknowledged));
        Assert.Equal(64 << 10, flooded.Answer!.Length);
        Assert.Contains("ConnectionError", refused.Error, StringComparison.Ordinal);
    }

    private static TargetPolicy Policy => new(["app.local", "10.1.2.3", "[fd00::5]"]);
}
