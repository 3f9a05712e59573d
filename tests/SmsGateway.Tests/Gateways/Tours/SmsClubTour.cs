using SmsGateway.Emulator;
using SmsGateway.SmsClub;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>SMS Club: sends, states, names, balance, Viber.</summary>
internal static class SmsClubTour
{
    private const string To = "380670111001";

    public static async Task RunAsync(ISmsClubClient client, Harness harness, CancellationToken stop)
    {
        harness.Inbox.SetBalance(Gateway.SmsClub, 8_111.17m);
        Assert.Equal((8_111.17m, "UAH"), await client.GetBalanceAsync(stop) is var balance ? (balance.Money, balance.Currency) : default);
        var sent = Assert.Single((await client.SendAsync(new SmsClubSend([To], "Привіт İ", "Shop") { Lifetime = TimeSpan.FromHours(1.5) }, stop)).Accepted);
        Assert.Equal((sent.Id, "ENROUTE"), Assert.Single(await client.GetStatusAsync([sent.Id], stop)) is var state ? (state.Id, state.Status) : default);
        Assert.Equal(To, Assert.Single((await client.SendPersonalisedAsync("Shop", [new(To, "own")], stop)).Accepted).Phone);
        Assert.Equal(["Alpha", "Shop"], await client.GetOriginatorsAsync(stop));

        var application = new SmsClubOriginatorApplication { SenderId = "Bakery", CompanyType = "fop", Company = "c", Inn = "1234567890", Subject = "s", Description = "d", Site = "https://bakery.example" };
        Assert.Contains("success_request", await client.RegisterOriginatorAsync(application, stop), StringComparison.Ordinal);
        Assert.Contains("moderated", await client.GetOriginatorStateAsync("Bakery", stop), StringComparison.Ordinal);

        var viber = Assert.Single((await client.SendViberAsync(new SmsClubViberSend([To], "viber", "Alpha"), stop)).Accepted);
        Assert.Single((await client.SendViberChatAsync(new SmsClubViberSend([To], "chat", "Alpha"), stop)).Accepted);
        Assert.Equal(viber.Id, Assert.Single(await client.GetViberStatusAsync([viber.Id], stop)).Id);
        Assert.NotEmpty(await client.GetViberOriginatorsAsync(stop));
        Assert.Equal(["Привіт İ", "own", "viber", "chat"], harness.Inbox.Messages.Select(message => message.Text));
    }
}
