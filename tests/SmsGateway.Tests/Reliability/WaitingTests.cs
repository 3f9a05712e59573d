using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Testing;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>Waits that a gateway asks for, limits and breakers, by a clock that is moved by hand.</summary>
public sealed class WaitingTests(EmulatorFixture fixture)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("20", 20)]
    [InlineData("date", 20)]
    [InlineData("soon", 0)]
    public async Task Send_RetryAfter_IsWaitedForInsideTheDeadline(string header, int atLeast)
    {
        await using var harness = Start(options => options.Resilience.SendTimeout = options.Resilience.SendAttemptTimeout = 100 * Second);
        harness.Inbox.Faults.On().Next(Fault.RateLimitedRaw(header == "date" ? (_clock.GetUtcNow() + (21 * Second)).ToString("R", CultureInfo.InvariantCulture) : header));

        var result = (await _clock.RunUntilAsync(SendAsync(harness), Second))[0];

        Assert.Equal((SmsOutcome.Accepted, 2), (result.Outcome, result.Attempts.Count));
        Assert.True(result.Attempts[1].StartedAt - result.Attempts[0].StartedAt >= atLeast * Second);
    }

    [Theory]
    [InlineData(25)] // more than is left of the deadline
    [InlineData(3_600)] // more than a gateway may ask for
    public async Task Send_RetryAfterBeyondTheDeadline_EndsAtOnce(int seconds)
    {
        await using var harness = Start(options => options.Resilience.SendTimeout = options.Resilience.SendAttemptTimeout = 20 * Second);
        harness.Inbox.Faults.On().Next(Fault.RateLimited(seconds * Second));

        var result = (await SendAsync(harness))[0];

        Assert.Equal((SmsOutcome.NotSent, SmsErrorKind.RateLimited, seconds * Second), (result.Outcome, result.Error?.Kind, result.Error?.RetryAfter));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Send_GatewayAskedForAPause_OthersWaitToo()
    {
        await using var harness = Start(options => options.Resilience.MaxAttempts = 1);
        harness.Inbox.Faults.On().Next(Fault.RateLimited(10 * Second));
        Assert.Equal(SmsOutcome.NotSent, (await SendAsync(harness))[0].Outcome);
        var paused = _clock.GetUtcNow();

        var result = (await _clock.RunUntilAsync(SendAsync(harness, 2), Second))[0];

        Assert.Equal(SmsOutcome.Accepted, result.Outcome);
        Assert.True(result.Attempts[0].StartedAt >= paused + (10 * Second));
    }

    [Fact]
    public async Task Send_MoreThanTheRateAllows_WaitInOrderAndAllAreSent()
    {
        await using var harness = Start(options =>
        {
            options.Resilience.RateLimit = new SmsRateLimit { Requests = 2, Per = 10 * Second };
            options.Resilience.SendTimeout = TimeSpan.FromMinutes(10);
        });

        var all = Task.WhenAll(Enumerable.Range(1, 6).Select(i => SendAsync(harness, i)));
        var results = (await _clock.RunUntilAsync(all, Second)).Select(batch => batch[0]).ToList();

        Assert.All(results, result => Assert.True(result.IsAccepted));
        var starts = results.Select(result => result.Attempts[0].StartedAt).Order().ToList();
        Assert.All(Enumerable.Range(2, 4), i => Assert.True(starts[i] - starts[i - 2] >= 10 * Second, "Three within ten seconds."));
    }

    [Fact]
    public async Task Send_MoreThanTheQueueHolds_AreNotSentAndSaySo()
    {
        await using var harness = Start(options =>
        {
            options.Resilience.RateLimit = new SmsRateLimit { Requests = 1, Per = 10 * Second };
            options.Resilience.QueueLimit = 2;
            options.Resilience.MaxAttempts = 1;
        });

        var all = Enumerable.Range(1, 5).Select(i => SendAsync(harness, i)).ToList();
        var refused = await Task.WhenAll(all[3], all[4]);

        Assert.All(refused, batch => Assert.Equal((SmsOutcome.NotSent, SmsErrorKind.RateLimited), (batch[0].Outcome, batch[0].Error?.Kind)));
        Assert.All(await _clock.RunUntilAsync(Task.WhenAll(all[..3]), Second), batch => Assert.True(batch.AllAccepted));
    }

    [Fact]
    public async Task Send_GatewayFails_BreakerOpensRestsAndCloses()
    {
        await using var harness = Start(Breaking);
        harness.Inbox.Faults.On().Next(Fault.Html(500), times: 4);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(SmsErrorKind.GatewayError, (await SendAsync(harness))[0].Error?.Kind);
        }

        var open = (await SendAsync(harness))[0];
        Assert.Equal((SmsOutcome.NotSent, SmsErrorKind.CircuitOpen, true), (open.Outcome, open.Error?.Kind, open.IsSafeToResend));
        Assert.Equal(4, harness.Inbox.Exchanges.Count);

        _clock.Advance(16 * Second);
        Assert.True((await SendAsync(harness))[0].IsAccepted);
        Assert.True((await SendAsync(harness))[0].IsAccepted);
    }

    [Fact]
    public async Task Send_GatewayRefusesMessages_BreakerStaysClosed()
    {
        await using var harness = Start(Breaking);
        harness.Inbox.Faults.On().Next(Fault.GatewayError("13"), times: 20).Then(Fault.GatewayError("103"), times: 20).Then(Fault.RateLimitedRaw("soon"), times: 20);
        for (var i = 0; i < 60; i++)
        {
            Assert.NotEqual(SmsErrorKind.CircuitOpen, (await SendAsync(harness))[0].Error?.Kind);
        }

        Assert.True((await SendAsync(harness))[0].IsAccepted);
    }

    [Fact]
    public async Task Send_BreakerOpenAndTimeLeft_WaitsForIt()
    {
        await using var harness = Start(options =>
        {
            Breaking(options);
            options.Resilience.MaxAttempts = 2;
            options.Resilience.SendTimeout = TimeSpan.FromMinutes(5);
        });
        harness.Inbox.Faults.On().Next(Fault.Html(500), times: 4);
        for (var i = 0; i < 4; i++)
        {
            await SendAsync(harness);
        }

        Assert.True((await _clock.RunUntilAsync(SendAsync(harness), Second))[0].IsAccepted);
    }

    private static void Breaking(SmsAccountOptions options)
    {
        options.Resilience.MaxAttempts = 1;
        options.Resilience.CircuitBreaker = new() { MinimumThroughput = 4 };
    }

    private static Task<SmsBatchResult> SendAsync(Harness harness, int number = 1) =>
        harness.Client.SendAsync([new SmsMessage(GatewayUnderTest.Of("SmsApi").Number(number), "hello")], Stop);

    private Harness Start(Action<SmsAccountOptions>? options = null) => new(fixture, "SmsApi", settings =>
    {
        ((SmsApiOptions)settings).DuplicateProtection = false;
        options?.Invoke(settings);
    }, services => services.AddSingleton<TimeProvider>(_clock));
}
