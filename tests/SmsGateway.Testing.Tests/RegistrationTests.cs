using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsGateway.SmsApi;

namespace SmsGateway.Testing.Tests;

public sealed class RegistrationTests
{
    private readonly ServiceCollection _services = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddFakeSms_ApplicationWithAccounts_ReplacesDefaultAndKeyedClients()
    {
        Application();
        var sms = _services.AddFakeSms();
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<ISmsClient>().SendAsync("+48500111001", "hello", Stop);
        await provider.GetRequiredKeyedService<ISmsClient>("ua").SendAsync("+380670000001", "hello", Stop);
        await provider.GetRequiredService<NeedsKeyed>().Client.SendAsync("+48500111002", "hello", Stop);
        await provider.GetRequiredService<ISmsClientFactory>().CreateClient("tenant", new SmsApiOptions()).SendAsync("+48500111003", "hello", Stop);

        Assert.Equal(["fake", "ua", "pl", "tenant"], sms.Sent.Select(message => message.Account));
        Assert.Same(sms, provider.GetRequiredService<FakeSmsClient>());
    }

    [Fact]
    public async Task AddFakeSms_ApplicationWithoutCredentials_Starts()
    {
        Application();
        await using (var real = _services.BuildServiceProvider())
        {
            Assert.Throws<AggregateException>(() => real.GetRequiredService<IStartupValidator>().Validate());
        }

        _services.AddFakeSms();
        await using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public async Task AddFakeSms_WaysToARealGateway_AreClosed()
    {
        Application();
        _services.AddKeyedSingleton<ISmsStatusReader, StatusReader>("pl");

        _services.AddFakeSms();
        await using var provider = _services.BuildServiceProvider();

        Assert.Null(provider.GetKeyedService<ISmsApiClient>("pl"));
        Assert.Null(provider.GetKeyedService<ISmsAccount>("pl"));
        Assert.IsType<StatusReader>(provider.GetKeyedService<ISmsStatusReader>("pl"));
        Assert.Same(provider.GetRequiredService<ISmsReconciler>(), provider.GetRequiredKeyedService<ISmsReconciler>("pl"));
    }

    [Fact]
    public async Task AddFakeSms_Twice_TheLastCounts()
    {
        _services.AddFakeSms();
        var sms = _services.AddFakeSms(options => options.Account = "second");
        await using var provider = _services.BuildServiceProvider();

        Assert.Same(sms, Assert.Single(provider.GetServices<ISmsClient>()));
        Assert.Equal("second", (await sms.SendAsync("+48500111222", "hello", Stop)).Account);
    }

    private void Application()
    {
        _services.AddSmsGateway()
            .AddSmsApi("pl", _ => { })
            .AddSmsClub("ua", _ => { })
            .AddRouting(routes => routes.Prefix("+380", "ua").Otherwise("pl"));
        _services.AddSingleton<NeedsKeyed>();
    }

    private sealed record NeedsKeyed([FromKeyedServices("pl")] ISmsClient Client);

    private sealed class StatusReader : ISmsStatusReader
    {
        public Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<SmsStatusReport>>([]);
    }
}
