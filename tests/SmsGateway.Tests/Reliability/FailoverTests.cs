using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Testing;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>
/// What moves on to the next account, and what stays: two accounts at two inboxes of the emulator, so that each one's messages can
/// be told apart.
/// </summary>
public sealed class FailoverTests(EmulatorFixture fixture)
{
    private static readonly SmsMessage Hello = new(GatewayUnderTest.Of("SmsApi").Number(1), "hello");

    public static TheoryData<string> Moving => ["429", "301", "407", "no credit", "credentials", "sender", "refused"];

    public static TheoryData<string> Staying => ["fin", "500", "302", "408", "html", "bad number", "too long"];

    [Theory]
    [MemberData(nameof(Moving))]
    public async Task Send_ProvablyNotSentOrTheAccountsFault_MovesOn(string fault)
    {
        await using var pair = Start(closed: fault == "refused");
        Arm(pair, fault);

        var result = (await pair.SendAsync(Hello with { From = "Shop" }))[0];

        Assert.Equal((SmsOutcome.Accepted, "second"), (result.Outcome, result.Account));
        Assert.Equal(["first", "second"], result.Attempts.Select(attempt => attempt.Account).Distinct());
        Assert.Empty(pair.First.Messages);
        Assert.Equal(result.Reference, Assert.Single(pair.Second.Messages).Reference);

        // A sender that was refused is the first account's affair: the second has its own.
        Assert.Equal(fault == "sender", pair.Second.Messages[0].From != "Shop");
    }

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task Send_UnknownOrTheMessagesFault_Stays(string fault)
    {
        await using var pair = Start();
        Arm(pair, fault);

        var result = (await pair.SendAsync(Hello))[0];

        Assert.Equal("first", result.Account);
        Assert.NotEqual(SmsOutcome.Accepted, result.Outcome);
        Assert.Single(result.Attempts);
        Assert.Empty(pair.Second.Exchanges);
    }

    [Theory]
    [InlineData(SmsCategory.Alert, 2)]
    [InlineData(SmsCategory.OneTimeCode, 1)]
    public async Task Send_Unknown_MovesOnForAtLeastOnceCategoriesAlone(SmsCategory category, int messages)
    {
        await using var pair = Start(routes: routes => routes.AtLeastOnce(SmsCategory.Alert));
        pair.First.Faults.On().Always(Fault.CloseFin().AndAccept());

        var result = (await pair.SendAsync(Hello with { Category = category }))[0];

        Assert.Equal(messages, pair.First.Messages.Count + pair.Second.Messages.Count);
        Assert.Equal(messages == 2 ? SmsOutcome.Accepted : SmsOutcome.Unknown, result.Outcome);
    }

    [Fact]
    public async Task Send_AtLeastOnceAndNobodyAccepts_IsStillUnknown()
    {
        await using var pair = Start(routes: routes => routes.AtLeastOnce(SmsCategory.Alert));
        pair.First.Faults.On().Always(Fault.CloseFin().AndAccept());
        pair.Second.Faults.On().Always(Fault.GatewayError("13"));

        var result = (await pair.SendAsync(Hello with { Category = SmsCategory.Alert }))[0];

        Assert.Equal((SmsOutcome.Unknown, 2), (result.Outcome, result.Attempts.Count));
    }

    [Fact]
    public async Task Send_BulkWithMixedEnds_MovesOnlyTheEligible()
    {
        await using var pair = Start();
        var target = GatewayUnderTest.Of("SmsApi");
        pair.First.Faults.On(match: exchange => exchange.RequestText.Contains("from=Slow", StringComparison.Ordinal)).Always(Fault.RateLimited(TimeSpan.FromDays(1)));
        pair.First.Faults.On(match: exchange => exchange.RequestText.Contains("from=Lost", StringComparison.Ordinal)).Always(Fault.CloseFin().AndAccept());

        var results = await pair.SendAsync(
            new(target.Number(1), "lost") { From = "Lost" },
            new(target.Number(2), "throttled") { From = "Slow" },
            new(target.Number(3), "fine"),
            new("no number", "fine"),
            new(target.Number(4), "throttled") { From = "Slow" });

        Assert.Equal([SmsOutcome.Unknown, SmsOutcome.Accepted, SmsOutcome.Accepted, SmsOutcome.Rejected, SmsOutcome.Accepted], results.Select(result => result.Outcome));
        Assert.Equal(["first", "second", "first", "first", "second"], results.Select(result => result.Account));
        Assert.Equal([0, 1, 2, 3, 4], results.Select(result => result.Index));
        Assert.Equal(["throttled", "throttled"], pair.Second.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Send_AccountRefused_IsLeftAloneForAWhile()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var pair = Start(services: services => services.AddSingleton<TimeProvider>(clock));
        pair.First.Faults.On().Always(Fault.Unauthorized());

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("second", (await pair.SendAsync(Hello))[0].Account);
        }

        Assert.Single(pair.First.Exchanges);
        clock.Advance(TimeSpan.FromSeconds(11));
        await pair.SendAsync(Hello);
        Assert.Equal(2, pair.First.Exchanges.Count);
    }

    [Fact]
    public async Task Send_MessageThatNamesItsAccount_NeverMovesOn()
    {
        await using var pair = Start();
        Arm(pair, "credentials");

        var result = (await pair.SendAsync(Hello with { Account = "first" }))[0];

        Assert.Equal((SmsOutcome.Rejected, "first"), (result.Outcome, result.Account));
        Assert.Empty(pair.Second.Exchanges);
    }

    [Fact]
    public async Task Send_NobodyCan_TheLastWordAndTheWholeTrailAreKept()
    {
        await using var pair = Start(closed: true);
        pair.Second.Faults.On().Always(Fault.RateLimited(TimeSpan.FromDays(1)));

        var result = (await pair.SendAsync(Hello))[0];

        Assert.Equal((SmsOutcome.NotSent, SmsErrorKind.RateLimited, true), (result.Outcome, result.Error?.Kind, result.IsSafeToResend));
        Assert.Equal(["first", "second"], result.Attempts.Select(attempt => attempt.Account));
        Assert.Equal([SmsErrorKind.ConnectionFailed, SmsErrorKind.RateLimited], result.Attempts.Select(attempt => attempt.ErrorKind));
    }

    private static void Arm(Pair pair, string fault)
    {
        if (fault == "refused")
        {
            return;
        }

        pair.First.Faults.On().Always(fault switch
        {
            "429" => Fault.RateLimited(TimeSpan.FromDays(1)),
            "301" => Fault.Redirect(301, "https://elsewhere.example/"),
            "407" => Fault.Status(407),
            "no credit" => Fault.GatewayError("103"),
            "credentials" => Fault.Unauthorized(),
            "sender" => Fault.GatewayError("14"),
            "fin" => Fault.CloseFin().AndAccept(),
            "500" => Fault.Html(500).AndAccept(),
            "302" => Fault.Redirect(302, "/login").AndAccept(),
            "408" => Fault.Status(408),
            "html" => Fault.Html(200),
            "bad number" => Fault.GatewayError("13"),
            _ => Fault.GatewayError("12"),
        });
    }

    private Pair Start(Action<SmsRoutes>? routes = null, bool closed = false, Action<IServiceCollection>? services = null) => new(fixture, routes, closed, services);

    /// <summary>Two accounts, the second taking over for the first.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly ClosedPort _closed = new();
        private readonly ServiceProvider _provider;

        public Pair(EmulatorFixture fixture, Action<SmsRoutes>? routes, bool closed, Action<IServiceCollection>? more)
        {
            (First, Second) = (fixture.Emulator.CreateInbox(), fixture.Emulator.CreateInbox());
            First.Balance = Second.Balance = 1_000_000;
            PrintedText.Keep(First.Credentials);
            PrintedText.Keep(Second.Credentials);
            var services = new ServiceCollection();
            more?.Invoke(services);
            var builder = services.AddSmsGateway();
            var target = GatewayUnderTest.Of("SmsApi");
            target.Register(builder, "first", fixture.Emulator, First, options => Set(options, closed ? _closed.Address : null));
            target.Register(builder, "second", fixture.Emulator, Second, options => Set(options, address: null));
            builder.AddRouting(rules =>
            {
                rules.Otherwise("first").Failover("first", "second");
                routes?.Invoke(rules);
            });
            _provider = services.BuildServiceProvider();
        }

        public SmsInbox First { get; }

        public SmsInbox Second { get; }

        public async Task<SmsBatchResult> SendAsync(params SmsMessage[] messages)
        {
            var results = await _provider.GetRequiredService<ISmsClient>().SendAsync(messages, TestContext.Current.CancellationToken);
            PrintedText.Keep(results);
            return results;
        }

        public async ValueTask DisposeAsync()
        {
            await _provider.DisposeAsync();
            _closed.Dispose();
        }

        private static void Set(SmsAccountOptions options, Uri? address)
        {
            options.BaseAddress = address ?? options.BaseAddress;
            options.Resilience.MaxAttempts = 1;
            ((SmsApiOptions)options).DuplicateProtection = false;
        }
    }
}
