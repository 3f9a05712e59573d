using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;

namespace SmsGateway.Tests.Support;

/// <summary>What a test must know of a gateway to test it like the others.</summary>
public sealed record GatewayUnderTest(
    string Name, Gateway Gateway, string Prefix, int BulkSize, Func<ISmsGatewayBuilder, string, SmsEmulator, SmsInbox, Action<SmsAccountOptions>?, ISmsAccountBuilder> Register)
{
    public static readonly GatewayUnderTest[] All =
    [
        new("SmsApi", Gateway.SmsApi, "+485001", 10_000, (builder, name, emulator, inbox, more) => builder.AddSmsApi(name, options =>
        {
            options.AccessToken = inbox.Credentials.SmsApiAccessToken;
            Common(options, emulator.BaseAddress(Gateway.SmsApi), more);
        })),
        new("SpeedSms", Gateway.SpeedSms, "+849001", 100, (builder, name, emulator, inbox, more) => builder.AddSpeedSms(name, options =>
        {
            options.AccessToken = inbox.Credentials.SpeedSmsAccessToken;
            Common(options, emulator.BaseAddress(Gateway.SpeedSms), more);
        })),
        new("SpeedMarket", Gateway.SpeedMarket, "+55119001", 5_000, (builder, name, emulator, inbox, more) => builder.AddSpeedMarket(name, options =>
        {
            options.User = inbox.Credentials.SpeedMarketUser;
            options.Password = inbox.Credentials.SpeedMarketPassword;
            Common(options, emulator.BaseAddress(Gateway.SpeedMarket), more);
        })),
        new("SmsClub", Gateway.SmsClub, "+3806701", 100, (builder, name, emulator, inbox, more) => builder.AddSmsClub(name, options =>
        {
            options.Token = inbox.Credentials.SmsClubToken;
            options.Sender = "Shop";
            Common(options, emulator.BaseAddress(Gateway.SmsClub), more);
        })),
        new("KeyRef", Gateway.KeyRef, "+467001", 1, (builder, name, emulator, inbox, more) => builder.AddKeyRef(name, options =>
        {
            options.Key = inbox.Credentials.KeyRefKey;
            options.Sender = "Shop";
            options.Resilience.MaxConcurrentRequests = 8;
            Common(options, emulator.BaseAddress(Gateway.KeyRef), more);
        })),
    ];

    public static TheoryData<string> Names => [.. All.Select(gateway => gateway.Name)];

    public static GatewayUnderTest Of(string name) => All.Single(gateway => gateway.Name == name);

    /// <summary>The i-th fictional number in the gateway's country, 0 to 89,999; none ends like a magic number.</summary>
    public string Number(int i) => Prefix + ((i / 9_000 * 10_000) + 1_000 + (i % 9_000)).ToString("D5", CultureInfo.InvariantCulture);

    /// <summary>A number whose last four digits decide its fate.</summary>
    public string Magic(string end) => Prefix + "1" + end;

    /// <summary>The senders differ in rules; this one is fine for all that have senders.</summary>
    public bool HasSender => Gateway != Gateway.SpeedMarket;

    private static void Common(SmsAccountOptions options, Uri address, Action<SmsAccountOptions>? more)
    {
        options.BaseAddress = address;
        options.Resilience.RateLimit = null;
        options.Resilience.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Resilience.MaxDelay = TimeSpan.FromMilliseconds(5);
        options.Resilience.CircuitBreaker = null;
        options.Resilience.Reconciliation.Enabled = false;
        options.Resilience.SendAttemptTimeout = TimeSpan.FromSeconds(20);
        more?.Invoke(options);
    }
}
