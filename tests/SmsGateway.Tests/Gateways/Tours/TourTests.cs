using Microsoft.Extensions.DependencyInjection;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>
/// A tour of each native client: every operation against the emulator, which understands it, with a reply that is read as it is
/// meant.
/// </summary>
public sealed class TourTests(EmulatorFixture fixture)
{
    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public Task NativeClient_EachOperation_IsUnderstoodAndRead(string gateway) => gateway switch
    {
        "SmsApi" => RunAsync<ISmsApiClient>(gateway, SmsApiTour.RunAsync),
        "SpeedSms" => RunAsync<ISpeedSmsClient>(gateway, SpeedSmsTour.RunAsync),
        "SpeedMarket" => RunAsync<ISpeedMarketClient>(gateway, SpeedMarketTour.RunAsync),
        "SmsClub" => RunAsync<ISmsClubClient>(gateway, SmsClubTour.RunAsync),
        _ => RunAsync<IKeyRefClient>(gateway, KeyRefTour.RunAsync),
    };

    private async Task RunAsync<T>(string gateway, Func<T, Harness, CancellationToken, Task> tour)
        where T : class
    {
        await using var harness = new Harness(fixture, gateway);
        var made = new HashSet<string>();

        await tour(Calls.Note(harness.Services.GetRequiredKeyedService<T>(gateway), made), harness, TestContext.Current.CancellationToken);

        Assert.Empty(Calls.Of(typeof(T)).Except(made));
        Assert.All(harness.Inbox.Exchanges, exchange => Assert.InRange(exchange.Status, 200, 299));
    }
}
