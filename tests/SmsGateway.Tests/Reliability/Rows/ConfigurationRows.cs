using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 103 to 107: what must not get past the start of the application.</summary>
public sealed class ConfigurationRows(EmulatorFixture fixture) : RowTests(fixture)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<string, string?> BadSecrets
    {
        get
        {
            TheoryData<string, string?> data = [];
            foreach (var gateway in GatewayUnderTest.All)
            {
                foreach (var secret in new[] { null, "", "  ", "changeme", "<your key>", "YOUR_API_KEY", "..." })
                {
                    data.Add(gateway.Name, secret);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, Action<SmsResilienceOptions>> BadTimes => new()
    {
        { "SendTimeout", options => options.SendTimeout = TimeSpan.Zero },
        { "SendTimeout", options => options.SendTimeout = Timeout.InfiniteTimeSpan },
        { "SendTimeout", options => options.SendTimeout = TimeSpan.MaxValue },
        { "SendAttemptTimeout", options => options.SendAttemptTimeout = -Second },
        { "SendAttemptTimeout", options => options.SendAttemptTimeout = options.SendTimeout + Second },
        { "ConnectTimeout", options => options.ConnectTimeout = TimeSpan.Zero },
        { "ConnectTimeout", options => options.SendAttemptTimeout = options.ConnectTimeout - Second },
        { "QueryTimeout", options => options.QueryTimeout = Timeout.InfiniteTimeSpan },
        { "QueryAttemptTimeout", options => options.QueryAttemptTimeout = options.QueryTimeout + Second },
        { "BaseDelay", options => options.BaseDelay = -Second },
        { "BaseDelay", options => options.BaseDelay = options.MaxDelay + Second },
        { "MaxRetryAfter", options => options.MaxRetryAfter = TimeSpan.FromDays(1) },
        { "MaxAttempts", options => options.MaxAttempts = 0 },
        { "MaxConcurrentRequests", options => options.MaxConcurrentRequests = 0 },
        { "QueueLimit", options => options.QueueLimit = -1 },
        { "RateLimit.Requests", options => options.RateLimit = new SmsRateLimit { Requests = 0 } },
        { "RateLimit.Per", options => options.RateLimit = new SmsRateLimit { Per = TimeSpan.Zero } },
        { "CircuitBreaker.FailureRatio", options => options.CircuitBreaker = new() { FailureRatio = 0 } },
        { "CircuitBreaker.BreakDuration", options => options.CircuitBreaker = new() { BreakDuration = TimeSpan.Zero } },
        { "Reconciliation.Delays", options => options.Reconciliation.Delays = [] },
        { "Reconciliation.SettleTime", options => options.Reconciliation.SettleTime = -Second },
    };

    [Theory]
    [MemberData(nameof(BadSecrets))]
    public async Task Row103_SecretMissingOrPlaceholder_FailsAtStartAndNamesTheSetting(string gateway, string? secret)
    {
        await using var harness = Start(gateway, options => SetSecret(options, secret));

        AssertFails(harness, gateway, SecretOf(gateway), secret);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row104_SecretReadFromAFileWithItsEnds_FailsAtStart(string gateway)
    {
        foreach (var secret in new[] { "abc123def\n", "\uFEFFabc123def", "abc123def\r\n", " abc123def", "abc\n123" })
        {
            await using var harness = Start(gateway, options => SetSecret(options, secret));

            AssertFails(harness, gateway, SecretOf(gateway), "abc");
        }
    }

    [Theory]
    [InlineData("SmsApi", "sms.do")]
    [InlineData("SpeedSms", "sms/send")]
    [InlineData("SpeedMarket", "send-single")]
    [InlineData("SmsClub", "sms/send")]
    [InlineData("KeyRef", "api/sms/send_sms.php")]
    public async Task Row105_BaseAddressInAnyForm_IsJoinedCorrectly(string gateway, string path)
    {
        await using var server = new RawServer(_ => RawServer.Reply(SentLike.AcceptedFor(gateway, GatewayUnderTest.Of(gateway).Number(1))));
        foreach (var (given, root, query) in new[] { ("", "", ""), ("gate", "gate/", ""), ("gate/", "gate/", ""), ("a/b", "a/b/", ""), ("gate?tenant=1", "gate/", "?tenant=1") })
        {
            await using var harness = Start(gateway, options => options.BaseAddress = new Uri(server.Address, given));

            AssertIs(await SendAsync(harness, gateway), SmsOutcome.Accepted, kind: null);
            Assert.StartsWith($"POST /{root}{path}{query} HTTP/1.1\r\n", server.Requests[^1]);
        }
    }

    [Theory]
    [MemberData(nameof(BadTimes))]
    public async Task Row106_ImpossibleTime_FailsAtStartAndNamesTheSetting(string setting, Action<SmsResilienceOptions> spoil)
    {
        await using var harness = Start("SmsClub", options => spoil(options.Resilience));

        AssertFails(harness, "SmsClub", setting, value: null);
    }

    [Fact]
    public async Task Row107_TwoAccountsAndNoneChosen_FailsAtStart()
    {
        await using var harness = new Harness(Fixture, (builder, both) =>
        {
            both.Add(builder, "SmsApi", "pl");
            both.Add(builder, "SmsClub", "ua");
        });

        var refused = Assert.Throws<OptionsValidationException>(() => TlsRows.ValidateStart(harness));

        Assert.Contains("pl, ua", refused.Message);
        Assert.Contains("AddRouting", refused.Message);
    }

    [Fact]
    public async Task Row107_RoutesNamingNobody_FailAtStart()
    {
        await using var harness = new Harness(Fixture, (builder, one) => one.Add(builder, "SmsApi", "pl").AddRouting(routes => routes.Otherwise("pl").Failover("pl", "ua")));

        Assert.Contains("ua", Assert.Throws<OptionsValidationException>(() => TlsRows.ValidateStart(harness)).Message);
    }

    private static void AssertFails(Harness harness, string account, string setting, string? value)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => TlsRows.ValidateStart(harness));
        Assert.Contains(account, refused.Message);
        Assert.Contains(setting, refused.Message);
        if (!string.IsNullOrWhiteSpace(value))
        {
            Assert.DoesNotContain(value, refused.Message);
        }
    }

    private static string SecretOf(string gateway) => gateway switch
    {
        "SpeedMarket" => "Password",
        "SmsClub" => "Token",
        "KeyRef" => "Key",
        _ => "AccessToken",
    };

    private static void SetSecret(SmsAccountOptions options, string? secret)
    {
        switch (options)
        {
            case SmsApiOptions smsApi: smsApi.AccessToken = secret; break;
            case SpeedSmsOptions speedSms: speedSms.AccessToken = secret; break;
            case SpeedMarketOptions speedMarket: speedMarket.Password = secret; break;
            case SmsClubOptions smsClub: smsClub.Token = secret; break;
            case KeyRefOptions keyRef: keyRef.Key = secret; break;
        }
    }
}
