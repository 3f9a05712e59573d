using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Postbox;
using SmsGateway;

namespace SixthGateway.Tests;

/// <summary>The ways to an account: in code, with a section, from configuration alone.</summary>
public sealed class PostboxRegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Configuration_Alone_SetsUpAnAccount()
    {
        await using var postbox = new PostboxServer();
        var configuration = Settings(("Sms:Accounts:main:Postbox:Key", PostboxServer.Key), ("Sms:Accounts:main:Postbox:BaseAddress", postbox.Address.ToString()));
        var services = new ServiceCollection().AddLogging();

        services.AddSmsGateway(configuration.GetSection("Sms"), gateways => gateways.Add("Postbox", (sms, name, section) => sms.AddPostbox(name, section)));

        await using var provider = services.BuildServiceProvider();
        var result = await provider.GetRequiredService<ISmsClient>().SendAsync("+48500100200", "Hello", Stop);
        Assert.Equal((true, "main"), (result.IsAccepted, result.Account));
    }

    [Fact]
    public void Options_BesideTheDefaults_AreThoseOfTheSection()
    {
        using var provider = new ServiceCollection().AddLogging().AddSmsGateway()
            .AddPostbox(options => options.Key = PostboxServer.Key)
            .AddPostbox("second", Settings(("Key", PostboxServer.Key), ("Sender", "Shop")))
            .KeyedOnly().Services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<PostboxOptions>>();

        Assert.Equal((null, 20), (options.Get("postbox").Sender, options.Get("postbox").Resilience.RateLimit!.Requests));
        Assert.Equal(("Shop", new Uri("https://api.postbox.example/v1/")), (options.Get("second").Sender, options.Get("second").BaseAddress));
        Assert.NotSame(provider.GetRequiredKeyedService<ISmsClient>("postbox"), provider.GetRequiredKeyedService<ISmsClient>("second"));
    }

    [Theory]
    [InlineData("Key", "", "SMS account 'main': Key is missing.")]
    [InlineData("Key", "your-key", "SMS account 'main': Key is still a placeholder.")]
    [InlineData("BaseAddress", "http://api.postbox.example/", "plain http")]
    public void Options_Wrong_NameAccountAndSettingButNoValue(string setting, string value, string sentence)
    {
        using var provider = new ServiceCollection().AddLogging().AddSmsGateway().AddPostbox("main", Settings((setting, value))).Services.BuildServiceProvider();

        var thrown = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<PostboxOptions>>().Get("main"));

        Assert.Contains(thrown.Failures, failure => failure.Contains(sentence, StringComparison.Ordinal));
        Assert.True(value.Length == 0 || !thrown.Message.Contains(value, StringComparison.Ordinal));
    }

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
