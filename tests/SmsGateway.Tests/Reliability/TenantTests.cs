using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>Accounts of several tenants in one process, made at run time: they share sockets and nothing else.</summary>
public sealed class TenantTests
{
    private const string Number = "+48500100001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_TwoTenantsTenThousandTimesEach_NoKeyTravelsWithTheOthersMessage()
    {
        var gateway = new Gateway();
        await using var provider = Start(gateway);
        var factory = provider.GetRequiredService<ISmsClientFactory>();
        var (a, b) = (factory.CreateClient("a", Options("key-of-a")), factory.CreateClient("b", Options("key-of-b")));

        var results = await Task.WhenAll(Enumerable.Range(0, 20_000).Select(i => i % 2 == 0
            ? a.SendAsync([new SmsMessage(Number, "key-of-a")], Stop)
            : b.SendAsync([new SmsMessage(Number, "key-of-b")], Stop)));

        Assert.Equal((20_000, 0), (gateway.Requests, gateway.Mismatches));
        Assert.All(results, result => Assert.Equal((SmsOutcome.Accepted, 1), (result[0].Outcome, result[0].Attempts.Count)));
        Assert.Equal(10_000, results.Count(result => result[0].Account == "a"));
    }

    [Fact]
    public async Task Send_OneTenantFails_TheOthersBreakerStaysClosed()
    {
        var gateway = new Gateway { FailsFor = "key-of-b" };
        await using var provider = Start(gateway);
        var factory = provider.GetRequiredService<ISmsClientFactory>();
        var (a, b) = (factory.CreateClient("a", Options("key-of-a")), factory.CreateClient("b", Options("key-of-b")));

        List<SmsErrorKind?> kinds = [];
        for (var i = 0; i < 30; i++)
        {
            kinds.Add((await b.SendAsync([new SmsMessage(Number, "key-of-b")], Stop))[0].Error?.Kind);
            Assert.True((await a.SendAsync([new SmsMessage(Number, "key-of-a")], Stop)).AllAccepted);
        }

        Assert.Equal(SmsErrorKind.GatewayError, kinds[0]);
        Assert.Equal(SmsErrorKind.CircuitOpen, kinds[^1]);
    }

    [Fact]
    public async Task CreateClient_OtherOptionsUnderTheName_RotateTheKeyAndKeepTheBreaker()
    {
        var gateway = new Gateway { FailsFor = "key-of-a" };
        await using var provider = Start(gateway);
        var factory = provider.GetRequiredService<ISmsClientFactory>();
        var client = factory.CreateClient("a", Options("key-of-a"));
        for (var i = 0; i < 20; i++)
        {
            await client.SendAsync([new SmsMessage(Number, "key-of-a")], Stop);
        }

        factory.CreateClient("a", Options("key-of-b"));
        var opened = (await client.SendAsync([new SmsMessage(Number, "key-of-b")], Stop))[0];
        Assert.Equal(SmsErrorKind.CircuitOpen, opened.Error?.Kind);

        var rotated = Options("key-of-c");
        rotated.Resilience.CircuitBreaker = null; // other resilience options begin anew
        factory.CreateClient("a", rotated);
        Assert.True((await client.SendAsync([new SmsMessage(Number, "key-of-c")], Stop)).AllAccepted);
        Assert.Equal(0, gateway.Mismatches);
    }

    [Fact]
    public async Task Send_AccountOfTheProvider_UsesItsOptionsOfTheMoment()
    {
        var gateway = new Gateway();
        await using var provider = Start(gateway, builder => builder.AddAccountProvider<Tenants>());
        var tenants = (Tenants)provider.GetRequiredService<ISmsAccountProvider>();
        var client = provider.GetRequiredService<ISmsClient>();
        tenants.Known["t1"] = Options("key-1");

        Assert.True((await client.SendAsync([new SmsMessage(Number, "key-1") { Account = "t1" }], Stop)).AllAccepted);
        tenants.Known["t1"] = Options("key-2");
        Assert.True((await client.SendAsync([new SmsMessage(Number, "key-2") { Account = "t1" }], Stop)).AllAccepted);
        tenants.Known.Remove("t1");
        var gone = (await client.SendAsync([new SmsMessage(Number, "key-2") { Account = "t1" }], Stop))[0];

        Assert.Equal((SmsOutcome.Rejected, SmsErrorKind.InvalidRequest), (gone.Outcome, gone.Error?.Kind));
        Assert.Equal((2, 0), (gateway.Requests, gateway.Mismatches));
    }

    [Fact]
    public async Task CreateClient_BadOptionsOrTakenName_Throws()
    {
        await using var provider = Start(new Gateway(), builder => builder.AddSmsApi("pl", options => options.AccessToken = "key"));
        var factory = provider.GetRequiredService<ISmsClientFactory>();

        Assert.Throws<ArgumentException>(() => factory.CreateClient("pl", Options("key")));
        Assert.Throws<ArgumentException>(() => factory.CreateClient("a:b", Options("key")));
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => factory.CreateClient("a", Options("")));
        Assert.False(factory.RemoveClient("a"));
        factory.CreateClient("a", Options("key"));
        Assert.True(factory.RemoveClient("a"));
    }

    private static SmsApiOptions Options(string key)
    {
        var options = new SmsApiOptions { AccessToken = key, BaseAddress = new Uri("http://127.0.0.1:9/") };
        options.Resilience.RateLimit = null;
        options.Resilience.MaxAttempts = 1;
        options.Resilience.Reconciliation.Enabled = false;
        return options;
    }

    private static ServiceProvider Start(Gateway gateway, Action<ISmsGatewayBuilder>? more = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddSmsGateway().KeyedOnly();
        more?.Invoke(builder);
        services.AddHttpClient(AccountHttpClient.Shared).ConfigurePrimaryHttpMessageHandler(() => gateway);
        return services.BuildServiceProvider();
    }

    private sealed class Tenants : ISmsAccountProvider
    {
        public Dictionary<string, SmsAccountOptions> Known { get; } = [];

        public ValueTask<SmsAccountOptions?> FindAsync(string account, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Known.GetValueOrDefault(account));
    }

    /// <summary>Stands in place of the sockets. Each message says in its text which key it must travel with.</summary>
    private sealed class Gateway : HttpMessageHandler
    {
        private int _requests;
        private int _mismatches;

        public string? FailsFor { get; init; }

        public int Requests => _requests;

        public int Mismatches => _mismatches;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            var body = Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            var key = request.Headers.Authorization!.Parameter!;
            await Task.Yield();
            if (!body.Contains($"message={key}", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _mismatches);
            }

            var failed = key == FailsFor;
            return new HttpResponseMessage(failed ? System.Net.HttpStatusCode.InternalServerError : System.Net.HttpStatusCode.OK)
            {
                Content = new StringContent(failed ? "" : SentLike.Accepted("SmsApi")),
                RequestMessage = request,
            };
        }
    }
}
