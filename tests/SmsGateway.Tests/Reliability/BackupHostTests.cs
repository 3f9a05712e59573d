using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>SMSAPI's second host is asked only after proof that the first got nothing.</summary>
public sealed class BackupHostTests(EmulatorFixture fixture)
{
    private static readonly SmsMessage Hello = new(GatewayUnderTest.Of("SmsApi").Number(1), "hello");

    [Fact]
    public async Task Send_MainHostRefusesConnections_GoesToTheBackup()
    {
        using var closed = new ClosedPort();
        await using var harness = Start(options => (options.BaseAddress, options.BackupAddress) = (closed.Address, options.BaseAddress));

        var result = (await harness.SendAsync(Hello))[0];

        Assert.Equal(SmsOutcome.Accepted, result.Outcome);
        Assert.Equal([false, true], result.Attempts.Select(attempt => attempt.ViaBackup));
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Send_MainHostLostTheAnswer_AsksTheSameHostAgain()
    {
        await using var backup = new RawServer(_ => RawServer.Reply(SentLike.Accepted("SmsApi")));
        await using var harness = Start(options => options.BackupAddress = backup.Address);
        harness.Inbox.Faults.On().Next(Fault.CloseFin().AndAccept()).Then(Fault.RateLimitedRaw("soon"));

        var result = (await harness.SendAsync(Hello))[0];

        Assert.Equal((SmsOutcome.Accepted, true), (result.Outcome, result.IsDuplicate));
        Assert.All(result.Attempts, attempt => Assert.False(attempt.ViaBackup));
        Assert.Empty(backup.Requests);
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Send_BackupLostTheAnswer_StaysWithTheBackup()
    {
        using var closed = new ClosedPort();
        await using var harness = Start(options => (options.BaseAddress, options.BackupAddress) = (closed.Address, options.BaseAddress));
        harness.Inbox.Faults.On().Next(Fault.Reset().AndAccept());

        var result = (await harness.SendAsync(Hello))[0];

        Assert.Equal((SmsOutcome.Accepted, true), (result.Outcome, result.IsDuplicate));
        Assert.Equal([false, true, true], result.Attempts.Select(attempt => attempt.ViaBackup));
        Assert.Single(harness.Inbox.Messages);
    }

    [Fact]
    public async Task Send_OwnBaseAddress_HasNoBackupUnlessToldSo()
    {
        using var closed = new ClosedPort();
        await using var harness = Start(options => options.BaseAddress = closed.Address);

        var result = (await harness.SendAsync(Hello))[0];

        Assert.Equal(SmsOutcome.NotSent, result.Outcome);
        Assert.All(result.Attempts, attempt => Assert.False(attempt.ViaBackup));
    }

    private Harness Start(Action<SmsApiOptions> options) => new(fixture, "SmsApi", settings => options((SmsApiOptions)settings));
}
