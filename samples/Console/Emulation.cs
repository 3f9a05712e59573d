using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway;
using SmsGateway.Emulator;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;

namespace SmsTool;

/// <summary>Leads accounts to the emulator.</summary>
internal static class Emulation
{
    private static readonly Dictionary<string, Action<IServiceCollection, string, SmsEmulator>> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SmsApi"] = Of<SmsApiOptions>(Gateway.SmsApi, (options, keys) => options.AccessToken = keys.SmsApiAccessToken),
        ["SpeedSms"] = Of<SpeedSmsOptions>(Gateway.SpeedSms, (options, keys) => options.AccessToken = keys.SpeedSmsAccessToken),
        ["SpeedMarket"] = Of<SpeedMarketOptions>(Gateway.SpeedMarket, (options, keys) => (options.User, options.Password) = (keys.SpeedMarketUser, keys.SpeedMarketPassword)),
        ["SmsClub"] = Of<SmsClubOptions>(Gateway.SmsClub, (options, keys) => (options.Token, options.Sender) = (keys.SmsClubToken, options.Sender ?? "Shop")),
        ["KeyRef"] = Of<KeyRefOptions>(Gateway.KeyRef, (options, keys) => (options.Key, options.Sender) = (keys.KeyRefKey, options.Sender ?? "Shop")),
    };

    public static IEnumerable<string> Gateways => Kinds.Keys;

    /// <summary>Leads an account there, if it is of a known gateway.</summary>
    public static void Add(IServiceCollection services, IConfigurationSection account, SmsEmulator emulator)
    {
        if (account.GetChildren().FirstOrDefault() is { } gateway && Kinds.TryGetValue(gateway.Key, out var lead))
        {
            lead(services, account.Key, emulator);
        }
    }

    // Behind the configuration, so that nothing of it can lead out of this machine.
    private static Action<IServiceCollection, string, SmsEmulator> Of<TOptions>(Gateway gateway, Action<TOptions, GatewayCredentials> setKeys)
        where TOptions : SmsAccountOptions =>
        (services, account, emulator) => services.PostConfigure<TOptions>(account, options =>
        {
            options.BaseAddress = emulator.BaseAddress(gateway);
            setKeys(options, emulator.Default.Credentials);
        });
}
