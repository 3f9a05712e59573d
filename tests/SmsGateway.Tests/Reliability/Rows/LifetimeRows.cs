using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 108 and 110 to 113: what happens while the application lives.</summary>
public sealed class LifetimeRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Fact]
    public async Task Row108_KeyChangesInTheConfiguration_TheNextSendUsesItAndSendsUnderWayDoNot()
    {
        var (old, rotated) = (Fixture.Emulator.CreateInbox(), Fixture.Emulator.CreateInbox());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BaseAddress"] = Fixture.Emulator.BaseAddress(Gateway.SmsApi).AbsoluteUri,
            ["AccessToken"] = old.Credentials.SmsApiAccessToken,
        }).Build();
        var services = new ServiceCollection();
        services.AddSmsGateway().AddSmsApi("pl", configuration);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISmsClient>();
        old.Faults.On().Next(Fault.Latency(TimeSpan.FromMilliseconds(500)));
        var underWay = client.SendAsync([Message("SmsApi", 1)], Stop);
        await old.Exchanges.WaitAsync(timeout: TimeSpan.FromSeconds(30), cancellationToken: Stop);

        configuration["AccessToken"] = rotated.Credentials.SmsApiAccessToken;
        configuration.Reload();
        AssertIs((await client.SendAsync([Message("SmsApi", 2)], Stop))[0], SmsOutcome.Accepted, kind: null);
        AssertIs((await underWay)[0], SmsOutcome.Accepted, kind: null);

        Assert.Single(old.Messages);
        Assert.Single(rotated.Messages);

        // A change that is not usable changes nothing.
        configuration["AccessToken"] = "changeme";
        Assert.NotNull(Record.Exception(configuration.Reload)); // whoever reloads hears of it
        AssertIs((await client.SendAsync([Message("SmsApi", 3)], Stop))[0], SmsOutcome.Accepted, kind: null);
        Assert.Equal(2, rotated.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row110_AnyCulture_WritesAndReadsTheSame(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var server = new RawServer(_ => RawServer.Reply(SentLike.AcceptedFor(gateway, target.Number(1))));
        List<string> printed = [];
        await using var harness = Start(gateway, options => options.BaseAddress = server.Address);
        foreach (var culture in Culture.All)
        {
            using var scope = Culture.Use(culture);
            var info = harness.Client.GetRequiredService<SmsGatewayInfo>();
            var result = (await harness.SendAsync(Message(gateway) with
            {
                Reference = "order0000000110i",
                SendAt = info.Has(SmsCapabilities.Schedule) ? new DateTimeOffset(DateTime.UtcNow.Date.AddDays(2).AddHours(12), TimeSpan.Zero) : null,
                Validity = info.Has(SmsCapabilities.Validity) && gateway != "SmsApi" ? TimeSpan.FromHours(2.5) : null,
            }))[0];
            printed.Add($"{result} {result.Price} {result.Segments} {result.Status}");
        }

        Assert.All(server.Requests, request => Assert.Equal(server.Requests[0], request));
        Assert.All(printed, line => Assert.Equal(printed[0], line));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row111_UsedAfterShutdown_ThrowsBeforeAnyByte(string gateway)
    {
        var harness = Start(gateway);
        var client = harness.Client;
        AssertIs(await SendAsync(harness, gateway), SmsOutcome.Accepted, kind: null);
        await harness.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync([Message(gateway)], Stop));

        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row112_ThousandParallelSends_KeepTheLimitAndLoseNone(string gateway)
    {
        var gate = new Handlers.Counting(() => SentLike.Accepted(gateway));
        await using var harness = Start(gateway, options => options.Resilience.MaxConcurrentRequests = 5, http => http.ConfigurePrimaryHttpMessageHandler(() => gate));
        var target = GatewayUnderTest.Of(gateway);

        var results = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => harness.Client.SendAsync([new SmsMessage(target.Number(i), "hello")], Stop)));

        Assert.Equal(1_000, gate.Requests);
        Assert.InRange(gate.MostAtOnce, 1, 5);
        Assert.Equal(1_000, results.Select(result => result[0].Reference).Distinct().Count());
        Assert.All(results, result => Assert.Single(result[0].Attempts));
    }

    [Fact]
    public async Task Row113_DeadlineAlreadyPast_IsNotSentTimeout()
    {
        // The one place of this hour is taken, and the deadline is long before the next.
        await using var harness = Start("SmsApi", options => options.Resilience.RateLimit = new SmsRateLimit { Requests = 1, Per = TimeSpan.FromHours(1) });
        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.Accepted, kind: null);

        AssertIs(await SendAsync(harness, "SmsApi"), SmsOutcome.NotSent, SmsErrorKind.Timeout);

        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row113_ClockJumpsBack_ChangesNothing(string gateway)
    {
        await using var harness = Start(gateway, services: services => services.AddSingleton<TimeProvider>(new JumpingClock()));
        harness.Inbox.Faults.On().Next(Fault.RateLimitedRaw("0.001"));

        var result = await SendAsync(harness, gateway);

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal(2, result.Attempts.Count);
        Assert.All(result.Attempts, attempt => Assert.InRange(attempt.Duration, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    /// <summary>Each look at the time of day finds it an hour earlier; waits take what they take.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromHours(Interlocked.Increment(ref _looks));
    }
}
