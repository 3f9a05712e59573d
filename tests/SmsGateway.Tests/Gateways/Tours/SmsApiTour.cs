using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>SMSAPI's scripts: sending in its three kinds, look-ups, sub-users, sender names, prices, balance.</summary>
internal static class SmsApiTour
{
    public const string Ann = "48500111001";
    public const string Bob = "48500111002";

    public static async Task RunAsync(ISmsApiClient client, Harness harness, CancellationToken stop)
    {
        harness.Inbox.SetBalance(Gateway.SmsApi, 1234.5m);
        await SendAsync(client, harness, stop);
        await UsersAsync(client, stop);
        await SendersAsync(client, stop);

        Assert.Equal(["OK", "OK"], (await client.Hlr.LookUpAsync([Ann, Bob], stop)).Select(result => result.Status));
        Assert.All(await client.Hlr.OrderAsync([new(Ann), new(Bob)], stop), order => Assert.Equal((0.05m, null), (order.Price, order.Error)));
        Assert.Contains(await client.Prices.ListAsync(stop), price => price is { Amount: 0.021m, Mcc: 260, Mnc: 2 });
        await SmsApiRestTour.RunAsync(client.Rest, harness, stop);
    }

    private static async Task SendAsync(ISmsApiClient client, Harness harness, CancellationToken stop)
    {
        var due = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddDays(2).ToUnixTimeSeconds());
        var sent = await client.Sms.SendAsync(
            new SmsApiSend { To = [new(Ann) { Idx = "i1" }, new(Bob) { Idx = "i2" }], Message = "Zażółć", From = "Test", Date = due, Details = true, CheckIdx = true, ExpirationDate = due.AddHours(12) }, stop);
        var ids = sent.Messages.Select(message => message.Id!).ToList();
        var states = await client.Sms.GetStatusAsync(ids, stop);

        Assert.Equal((2, 6, 1, "Zażółć"), (sent.Count, sent.Length, sent.Parts, sent.Message));
        Assert.All(sent.Messages, message => Assert.Equal((0.165m, due, "QUEUE", 1), (message.Points, message.DateSent, message.Status, message.Parts)));
        Assert.Equal(["i1", "i2"], states.Select(state => state.Idx));
        Assert.All(states, state => Assert.Equal(0.165m, state.Points));
        Assert.Equal(ids, await client.Sms.DeleteScheduledAsync(ids, stop));
        Assert.Equal(1234.5m, (await client.Account.GetBalanceAsync(details: true, stop)).Points);

        var picture = Assert.Single((await client.Mms.SendAsync(new SmsApiMms("Look", "<smil/>") { To = [Ann], Date = due }, stop)).Messages).Id!;
        var call = Assert.Single((await client.Vms.SendAsync(new SmsApiVms { Tts = "Hello", Try = 2, Interval = TimeSpan.FromMinutes(5), To = [Bob], Date = due }, stop)).Messages).Id!;
        Assert.Equal((picture, SmsDeliveryStatus.Queued), Assert.Single(await client.Mms.GetStatusAsync([picture], stop)) is var state ? (state.Id, state.DeliveryStatus) : default);
        Assert.Equal(call, Assert.Single(await client.Vms.GetStatusAsync([call], stop)).Id);
        Assert.Equal([picture], await client.Mms.DeleteScheduledAsync([picture], stop));
        Assert.Equal([call], await client.Vms.DeleteScheduledAsync([call], stop));
        Assert.Equal([Channel.Mms, Channel.Voice], harness.Inbox.Messages.TakeLast(2).Select(message => message.Channel));
    }

    private static async Task UsersAsync(ISmsApiClient client, CancellationToken stop)
    {
        var added = await client.Users.AddAsync(new SmsApiNewUser("istanbul", "secret") { Limit = 10.25m, MonthLimit = 0.5m, Active = true, Info = "İ" }, stop);
        await client.Users.EditAsync(new SmsApiUserChange("istanbul") { Limit = 20.75m }, stop);
        var read = await client.Users.GetAsync("istanbul", cancellationToken: stop);

        Assert.Equal((10.25m, 0.5m, true, "İ"), (added.Limit, added.MonthLimit, added.Active, added.Info));
        Assert.Equal((20.75m, 0.5m), (read.Limit, read.MonthLimit));
        Assert.Equal(read.Username, Assert.Single(await client.Users.ListAsync(stop)).Username);
    }

    private static async Task SendersAsync(ISmsApiClient client, CancellationToken stop)
    {
        Assert.Equal(1, await client.Senders.AddAsync("I Shop", stop));
        Assert.Equal(1, await client.Senders.SetDefaultAsync("I Shop", stop));
        Assert.Equal((true, true), ((await client.Senders.GetStatusAsync("I Shop", stop)).IsActive, (await client.Senders.GetStatusAsync("I Shop", stop)).IsDefault));
        Assert.Contains(await client.Senders.ListAsync(withNativeNames: true, stop), sender => sender.Name == "I Shop");
        Assert.Equal(1, await client.Senders.DeleteAsync("I Shop", stop));
    }
}
