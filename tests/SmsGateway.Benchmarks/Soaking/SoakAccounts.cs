using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;

namespace SmsGateway.Benchmarks.Soaking;

/// <summary>Five accounts at one inbox of the emulator, with routes by country and failover to the two that send anywhere.</summary>
internal static class SoakAccounts
{
    /// <summary>The accounts: name, gateway, and where the numbers of its country begin; eight digits and less complete them.</summary>
    public static readonly (string Name, Gateway Gateway, string Prefix, int Digits)[] All =
    [
        ("pl", Gateway.SmsApi, "+485", 8),
        ("vn", Gateway.SpeedSms, "+8490", 7),
        ("br", Gateway.SpeedMarket, "+55119", 8),
        ("ua", Gateway.SmsClub, "+38067", 7),
        ("se", Gateway.KeyRef, "+4670", 7),
    ];

    public static int IndexOf(string? account) => Array.FindIndex(All, candidate => candidate.Name == account);

    /// <summary>Of these nothing may stay unknown.</summary>
    public static bool CanBeAsked(string account) => account is "pl" or "br" or "se";

    public static ServiceProvider Register(SmsEmulator emulator, SmsInbox inbox)
    {
        var keys = inbox.Credentials;
        var services = new ServiceCollection();
        services.AddSmsGateway()
            .AddSmsApi("pl", options => Relax(options, Gateway.SmsApi).AccessToken = keys.SmsApiAccessToken)
            .AddSpeedSms("vn", options => Relax(options, Gateway.SpeedSms).AccessToken = keys.SpeedSmsAccessToken)
            .AddSpeedMarket("br", options => (Relax(options, Gateway.SpeedMarket).User, options.Password) = (keys.SpeedMarketUser, keys.SpeedMarketPassword))
            .AddSmsClub("ua", options => (Relax(options, Gateway.SmsClub).Token, options.Sender) = (keys.SmsClubToken, "Shop"))
            .AddKeyRef("se", options => (Relax(options, Gateway.KeyRef).Key, options.Sender) = (keys.KeyRefKey, "Shop"))
            .AddRouting(routes =>
            {
                foreach (var (name, _, prefix, _) in All)
                {
                    routes.Prefix(prefix, name);
                }

                routes.Failover("pl", "se").Failover("vn", "pl", "se").Failover("br", "pl").Failover("ua", "se", "pl");
            });
        return services.BuildServiceProvider();

        T Relax<T>(T options, Gateway gateway)
            where T : SmsAccountOptions
        {
            options.BaseAddress = emulator.BaseAddress(gateway);
            options.KeepRawResponses = SmsRawResponses.Never;
            var resilience = options.Resilience;
            resilience.RateLimit = null;
            resilience.MaxConcurrentRequests = null;
            resilience.MaxAttempts = 5;
            resilience.BaseDelay = TimeSpan.FromMilliseconds(5);
            resilience.MaxDelay = TimeSpan.FromMilliseconds(50);
            resilience.ConnectTimeout = TimeSpan.FromSeconds(2);
            resilience.SendAttemptTimeout = TimeSpan.FromSeconds(2);
            resilience.SendTimeout = TimeSpan.FromSeconds(30);
            resilience.QueryAttemptTimeout = TimeSpan.FromSeconds(2);
            resilience.QueryTimeout = TimeSpan.FromSeconds(10);
            resilience.Reconciliation.Delays = [Milliseconds(20), Milliseconds(100), Milliseconds(300)];
            resilience.Reconciliation.SettleTime = TimeSpan.FromSeconds(2);
            resilience.Reconciliation.ResendWhenProbablyNotSent = true;
            return options;
        }
    }

    /// <summary>The vendors' own limits would make the run last for hours.</summary>
    public static void Relax(SmsInbox inbox)
    {
        inbox.SmsApi = inbox.SmsApi with { NumberLimit = null, RateLimit = null };
        inbox.SpeedSms = inbox.SpeedSms with { RateLimit = null };
        inbox.SpeedMarket = inbox.SpeedMarket with { RateLimit = null, InternationalAllowed = true };
        inbox.SmsClub = inbox.SmsClub with { RateLimit = null, DuplicateWindow = TimeSpan.Zero };
        inbox.Balance = 1_000_000_000;
    }

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
