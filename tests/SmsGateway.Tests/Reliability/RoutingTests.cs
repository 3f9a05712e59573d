using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>Which account sends a message.</summary>
public sealed class RoutingTests(EmulatorFixture fixture)
{
    private static readonly SmsMessage Polish = new("+48500100001", "hello");
    private static readonly SmsMessage Foreign = new("+46700100001", "hello");

    public static TheoryData<string, SmsMessage, string> Cases => new()
    {
        { "longest prefix", new("+48510100001", "hello"), "b" },
        { "prefix", Polish, "a" },
        { "otherwise", Foreign, "c" },
        { "sender goes before prefix", Polish with { From = "SHOP" }, "b" },
        { "category goes before prefix", Polish with { Category = SmsCategory.Marketing }, "c" },
        { "named account goes before all", Polish with { From = "Shop", Account = "c" }, "c" },
        { "no number", new("nobody", "hello"), "c" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Send_Rules_ChooseTheAccount(string rule, SmsMessage message, string account)
    {
        Assert.NotEmpty(rule);
        await using var harness = Start(routes => routes
            .Prefix("+48", "a").Prefix("+4851", "b").Sender("Shop", "b").Category(SmsCategory.Marketing, "c").Otherwise("c"));

        Assert.Equal(account, (await harness.SendAsync(message))[0].Account);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Send_RulesFromConfiguration_ChooseTheSame(string rule, SmsMessage message, string account)
    {
        Assert.NotEmpty(rule);
        var configuration = Configuration(
            ("Prefixes:+48", "a"), ("Prefixes:+4851", "b"), ("Senders:Shop", "b"), ("Categories:Marketing", "c"), ("Otherwise", "c"), ("Failover:a:0", "b"));
        await using var harness = Start(builder => builder.AddRouting(configuration));

        Assert.Equal(account, (await harness.SendAsync(message))[0].Account);
    }

    [Theory]
    [InlineData("Prefixes:48x", "a", "Routes:Prefixes:48x")]
    [InlineData("Categories:Nonsense", "a", "Nonsense is no category")]
    [InlineData("Otherwise:a", "many", "A weight is a number")]
    [InlineData("Failover:a", "a", "once in its line")]
    [InlineData("Prefixs:+48", "a", "Prefixs is no setting")]
    [InlineData("AtLeastOnce:0", "Fishing", "Fishing is no category")]
    [InlineData("Otherwise", "nobody", "nobody")]
    public async Task AddRouting_MistakeInConfiguration_StopsTheStartAndNamesThePlace(string key, string value, string said)
    {
        await using var harness = Start(builder => builder.AddRouting(Configuration((key, value)).GetSection("Routes")));

        Assert.Contains(said, Assert.Throws<OptionsValidationException>(() => harness.Services.GetRequiredService<IStartupValidator>().Validate()).Message);

        static IConfiguration Configuration((string Key, string Value) only) =>
            new ConfigurationBuilder().AddInMemoryCollection([new($"Routes:{only.Key}", only.Value)]).Build();
    }

    [Fact]
    public async Task Send_Weights_ShareExactly()
    {
        await using var harness = Start(routes => routes.OtherwiseByWeight(("a", 3), ("b", 1)));

        var results = await harness.SendAsync([.. Enumerable.Range(0, 40).Select(i => Polish with { To = GatewayUnderTest.Of("SmsApi").Number(i) })]);

        Assert.Equal((30, 10), (results.Count(result => result.Account == "a"), results.Count(result => result.Account == "b")));
        Assert.True(results.AllAccepted);
    }

    [Fact]
    public async Task Send_SeveralAccountsForAPrefix_TakeTurns()
    {
        await using var harness = Start(routes => routes.Prefix("+48", "a", "b").Otherwise("c"));

        var results = await harness.SendAsync([.. Enumerable.Range(0, 10).Select(i => Polish with { To = GatewayUnderTest.Of("SmsApi").Number(i) })]);

        Assert.Equal((5, 5), (results.Count(result => result.Account == "a"), results.Count(result => result.Account == "b")));
    }

    [Fact]
    public async Task Send_SenderForAPrefix_IsUsedUnlessTheMessageNamesOne()
    {
        await using var harness = Start(routes => routes.Otherwise("a").SenderFor("+48", "Poland").SenderFor("+4851", "Warsaw"));

        await harness.SendAsync(Polish, Polish with { To = "+48510100001" }, Foreign, Polish with { To = "+48500100002", From = "Mine" });

        Assert.Equal("Poland", From("+48500100001"));
        Assert.Equal("Warsaw", From("+48510100001"));
        Assert.NotEqual("Poland", From("+46700100001"));
        Assert.Equal("Mine", From("+48500100002"));

        string? From(string to) => Assert.Single(harness.Inbox.Messages.To(to)).From;
    }

    [Fact]
    public async Task Send_AccountThatNobodyKnows_IsRejectedAlone()
    {
        await using var harness = Start(routes => routes.Prefix("+48", "a"));

        var results = await harness.SendAsync(Polish, Foreign, Polish with { To = "+48500100002", Account = "nobody" });

        Assert.Equal([SmsOutcome.Accepted, SmsOutcome.Rejected, SmsOutcome.Rejected], results.Select(result => result.Outcome));
        Assert.Contains("No route fits", results[1].Error!.Message);
        Assert.Contains("not registered", results[2].Error!.Message);
    }

    [Fact]
    public async Task GetService_KeyedByAccount_IsThatAccounts()
    {
        await using var harness = Start(routes => routes.Otherwise("a"));

        Assert.Equal("SmsApi", harness.Client.GetService<SmsGatewayInfo>("a")?.Name);
        Assert.Null(harness.Client.GetService<SmsGatewayInfo>("nobody"));
        Assert.Equal("b", (await harness.For("b").SendAsync([Polish], TestContext.Current.CancellationToken))[0].Account);
    }

    private Harness Start(Action<SmsRoutes> routes) => Start(builder => builder.AddRouting(routes));

    private Harness Start(Action<ISmsGatewayBuilder> routing) => new(fixture, (builder, harness) =>
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            harness.Add(builder, "SmsApi", name);
        }

        routing(builder);
    });

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();
}
