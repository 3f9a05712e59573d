using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.KeyRef;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;

namespace SmsGateway.Tests.Gateways;

/// <summary>What the native clients add to the options is checked at start.</summary>
public sealed class SpeedMarketOptionsTests
{
    [Fact]
    public void Credentials_NoSuchForm_IsRefused() =>
        Assert.Contains("Credentials", Refusal(builder => builder.AddSpeedMarket(options => (options.User, options.Password, options.Credentials) = ("u", "p", (SpeedMarketCredentials)3))));

    [Fact]
    public void AppId_Blank_IsRefused() =>
        Assert.Contains("AppId", Refusal(builder => builder.AddSpeedSms(options => (options.AccessToken, options.AppId) = ("t", " "))));

    [Fact]
    public void Features_InjectedUnderTheAccountsName_AreThoseOfTheClient()
    {
        var services = new ServiceCollection();
        services.AddSmsGateway()
            .AddSpeedMarket("br", options => (options.User, options.Password) = ("u", "p"))
            .AddSpeedSms("vn", options => options.AccessToken = "t")
            .AddKeyRef("se", options => (options.Key, options.BaseAddress) = ("k", new Uri("https://gateway.example/")))
            .KeyedOnly();
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredKeyedService<ISpeedMarketClient>("br"));
        Assert.NotNull(provider.GetRequiredKeyedService<ISmsInbox>("br"));
        Assert.NotNull(provider.GetRequiredKeyedService<ISpeedSmsClient>("vn"));
        Assert.NotNull(provider.GetRequiredKeyedService<ISmsVerification>("vn"));
        Assert.NotNull(provider.GetRequiredKeyedService<IKeyRefClient>("se"));
        Assert.Null(provider.GetKeyedService<ISmsAccount>("se"));
        Assert.Same(provider.GetRequiredKeyedService<IVoiceClient>("vn"), provider.GetRequiredKeyedService<ISmsClient>("vn").GetService(typeof(IVoiceClient)));
    }

    private static string Refusal(Action<ISmsGatewayBuilder> build)
    {
        var services = new ServiceCollection();
        build(services.AddSmsGateway());
        using var provider = services.BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ISmsClient>().SendAsync([new SmsMessage("+5511900111001", "x")]).GetAwaiter().GetResult()).Message;
    }
}
