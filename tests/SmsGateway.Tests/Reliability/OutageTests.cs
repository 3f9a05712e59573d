using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>The gateway goes away and comes back: refused connections, cut ones, then service.</summary>
public sealed class OutageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_WhileTheGatewayIsGone_IsAcceptedOnceWhenItIsBack(string gateway)
    {
        await using var emulator = await SmsEmulator.StartAsync(cancellationToken: Stop);
        var inbox = emulator.CreateInbox();
        var attempts = 0;
        var tried = new TaskCompletionSource();
        await using var provider = Start(gateway, emulator, inbox, client => client.AddHttpMessageHandler(() => new Handlers.Changing(_ =>
        {
            if (Interlocked.Increment(ref attempts) == 8)
            {
                tried.TrySetResult();
            }
        })));
        var client = provider.GetRequiredService<ISmsClient>();
        await emulator.StopListeningAsync();

        var sends = Enumerable.Range(0, 4).Select(i => client.SendAsync([new SmsMessage(GatewayUnderTest.Of(gateway).Number(i), "hello")], Stop)).ToList();
        await tried.Task.WaitAsync(Stop);
        await emulator.ResumeListeningAsync();

        var results = (await Task.WhenAll(sends)).Select(batch => batch[0]).ToList();
        Assert.All(results, result => Assert.Equal((SmsOutcome.Accepted, (SmsErrorKind?)null), (result.Outcome, result.Error?.Kind)));
        Assert.Equal(4, inbox.Messages.Select(message => message.To).Distinct().Count());
        Assert.Equal(4, inbox.Messages.Count);
        Assert.All(results, result => Assert.All(result.Attempts.SkipLast(1), attempt => Assert.Equal(SmsOutcome.NotSent, attempt.Outcome)));
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedMarket")]
    [InlineData("KeyRef")]
    public async Task Send_CutWhileTheGatewayHadIt_IsFoundWhenItIsBack(string gateway)
    {
        await using var emulator = await SmsEmulator.StartAsync(cancellationToken: Stop);
        var inbox = emulator.CreateInbox();
        await using var provider = Start(gateway, emulator, inbox);
        using var hang = inbox.Faults.On().Next(Fault.Hang().AndAccept());

        var sending = provider.GetRequiredService<ISmsClient>().SendAsync([new SmsMessage(GatewayUnderTest.Of(gateway).Number(1), "hello")], Stop);
        await inbox.WaitForMessageAsync(timeout: TimeSpan.FromSeconds(30), cancellationToken: Stop);
        await emulator.StopListeningAsync();
        await emulator.ResumeListeningAsync();

        var result = (await sending)[0];
        Assert.Equal((SmsOutcome.Accepted, true), (result.Outcome, result.IsDuplicate));
        Assert.Single(inbox.Messages);
    }

    private static ServiceProvider Start(string gateway, SmsEmulator emulator, SmsInbox inbox, Action<IHttpClientBuilder>? http = null)
    {
        var services = new ServiceCollection();
        var account = GatewayUnderTest.Of(gateway).Register(services.AddSmsGateway(), gateway, emulator, inbox, options =>
        {
            options.Resilience.MaxAttempts = 20;
            options.Resilience.RetryBudget = 0;
            options.Resilience.BaseDelay = TimeSpan.FromMilliseconds(20);
            options.Resilience.MaxDelay = TimeSpan.FromSeconds(1);
            options.Resilience.CircuitBreaker = new() { MinimumThroughput = 4, BreakDuration = TimeSpan.FromSeconds(0.5) };
            options.Resilience.Reconciliation.Enabled = true;
            options.Resilience.Reconciliation.Delays = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(100), 50)];
        });
        http?.Invoke(account.HttpClient);
        return services.BuildServiceProvider();
    }
}
