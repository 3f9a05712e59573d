using Microsoft.Extensions.DependencyInjection;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>
/// A tour of each native client: every operation once against the emulator, which understands it, with a reply that is read as it
/// is meant - the same in every culture.
/// </summary>
public sealed class TourTests(EmulatorFixture fixture)
{
    public static MatrixTheoryData<string, string> Tours => new(Culture.All, GatewayUnderTest.All.Select(gateway => gateway.Name));

    [Theory]
    [MemberData(nameof(Tours))]
    public Task NativeClient_EachOperation_IsUnderstoodAndRead(string culture, string gateway) => gateway switch
    {
        "SmsApi" => RunAsync<ISmsApiClient>(culture, gateway, SmsApiTour.RunAsync),
        "SpeedSms" => RunAsync<ISpeedSmsClient>(culture, gateway, SpeedSmsTour.RunAsync),
        "SpeedMarket" => RunAsync<ISpeedMarketClient>(culture, gateway, SpeedMarketTour.RunAsync),
        "SmsClub" => RunAsync<ISmsClubClient>(culture, gateway, SmsClubTour.RunAsync),
        _ => RunAsync<IKeyRefClient>(culture, gateway, KeyRefTour.RunAsync),
    };

    private async Task RunAsync<T>(string culture, string gateway, Func<T, Harness, CancellationToken, Task> tour)
        where T : class
    {
        using var scope = Culture.Use(culture);
        await using var harness = new Harness(fixture, gateway);
        var made = new HashSet<string>();

        await tour(Calls.Note(harness.Services.GetRequiredKeyedService<T>(gateway), made), harness, TestContext.Current.CancellationToken);

        Assert.Empty(Calls.Of(typeof(T)).Except(made));
        Assert.All(harness.Inbox.Exchanges, exchange => Assert.InRange(exchange.Status, 200, 299));
    }
}
