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

/// <summary>A gateway, by the name that the configuration calls it.</summary>
internal sealed record GatewayKind(string Name, Action<ISmsGatewayBuilder, string, IConfiguration, SmsEmulator?> Add)
{
    public static readonly GatewayKind[] All =
    [
        new("SmsApi", (builder, name, section, emulator) =>
        {
            builder.AddSmsApi(name, section);
            Emulate<SmsApiOptions>(builder, name, emulator, Gateway.SmsApi, (options, keys) => options.AccessToken = keys.SmsApiAccessToken);
        }),
        new("SpeedSms", (builder, name, section, emulator) =>
        {
            builder.AddSpeedSms(name, section);
            Emulate<SpeedSmsOptions>(builder, name, emulator, Gateway.SpeedSms, (options, keys) => options.AccessToken = keys.SpeedSmsAccessToken);
        }),
        new("SpeedMarket", (builder, name, section, emulator) =>
        {
            builder.AddSpeedMarket(name, section);
            Emulate<SpeedMarketOptions>(builder, name, emulator, Gateway.SpeedMarket, (options, keys) => (options.User, options.Password) = (keys.SpeedMarketUser, keys.SpeedMarketPassword));
        }),
        new("SmsClub", (builder, name, section, emulator) =>
        {
            builder.AddSmsClub(name, section);
            Emulate<SmsClubOptions>(builder, name, emulator, Gateway.SmsClub, (options, keys) => (options.Token, options.Sender) = (keys.SmsClubToken, options.Sender ?? "Shop"));
        }),
        new("KeyRef", (builder, name, section, emulator) =>
        {
            builder.AddKeyRef(name, section);
            Emulate<KeyRefOptions>(builder, name, emulator, Gateway.KeyRef, (options, keys) => (options.Key, options.Sender) = (keys.KeyRefKey, options.Sender ?? "Shop"));
        }),
    ];

    /// <exception cref="ToolException">There is no such gateway.</exception>
    public static GatewayKind Of(string account, string? name) =>
        Array.Find(All, kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ToolException(ExitCode.Usage, $"The account '{account}' needs a Gateway: {string.Join(", ", All.Select(kind => kind.Name))}.");

    // Behind the configuration, so that nothing of it can lead out of this machine.
    private static void Emulate<TOptions>(ISmsGatewayBuilder builder, string account, SmsEmulator? emulator, Gateway gateway, Action<TOptions, GatewayCredentials> setKeys)
        where TOptions : SmsAccountOptions
    {
        if (emulator is not null)
        {
            builder.Services.PostConfigure<TOptions>(account, options =>
            {
                options.BaseAddress = emulator.BaseAddress(gateway);
                setKeys(options, emulator.Default.Credentials);
            });
        }
    }
}
