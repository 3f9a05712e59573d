using System.Net;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Push;

/// <summary>The last four digits of a number that decide its fate.</summary>
public sealed class MagicNumberTests : IAsyncLifetime
{
    private SmsEmulator _emulator = null!;
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Emulators.StartAsync();
        _receiver = await Receiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Theory]
    [InlineData(Gateway.SmsApi, 3, "\"error\":13")]
    [InlineData(Gateway.SmsApi, 4, "\"error_code\":59")]
    [InlineData(Gateway.SmsApi, 5, "\"error\":103")]
    [InlineData(Gateway.SpeedSms, 3, "\"code\":\"105\"")]
    [InlineData(Gateway.SpeedSms, 4, "\"code\":\"105\"")]
    [InlineData(Gateway.SpeedSms, 5, "\"code\":\"300\"")]
    [InlineData(Gateway.SpeedMarket, 3, "\"responseCode\":\"050\"")]
    [InlineData(Gateway.SpeedMarket, 5, "\"responseCode\":\"080\"")]
    [InlineData(Gateway.SmsClub, 3, "\"add_info\":{\"380000000003\":")]
    [InlineData(Gateway.SmsClub, 4, "\"add_info\":{\"380000000004\":")]
    [InlineData(Gateway.SmsClub, 5, "\"add_info\":{\"380000000005\":")]
    [InlineData(Gateway.KeyRef, 3, "Message not accepted")]
    [InlineData(Gateway.KeyRef, 4, "Message not accepted")]
    [InlineData(Gateway.KeyRef, 5, "Not Enough Credit")]
    public async Task Refused_ByEnding_InTheVendorsWords(Gateway gateway, int ending, string part)
    {
        using var caller = Open();

        using var response = await caller.SendAsync(gateway, Caller.Number(gateway, ending));

        Assert.Contains(part, await response.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task Statuses429And500_ByEnding_StoreNothing(Gateway gateway)
    {
        using var caller = Open();

        using var limited = await caller.SendAsync(gateway, Caller.Number(gateway, 6));
        using var broken = await caller.SendAsync(gateway, Caller.Number(gateway, 7));

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError), (limited.StatusCode, broken.StatusCode));
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task AcceptedThenLost_ByEnding_IsStored(Gateway gateway)
    {
        using var hanging = Open();
        using var caller = Open();

        var send = hanging.SendAsync(gateway, Caller.Number(gateway, 8));
        await hanging.Inbox.WaitForMessageAsync(cancellationToken: Caller.Token);
        Assert.False(send.IsCompleted);
        hanging.GiveUp();
        await Assert.ThrowsAnyAsync<TaskCanceledException>(() => send);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => caller.SendAsync(gateway, Caller.Number(gateway, 9)));

        Assert.Single(hanging.Inbox.Messages);
        Assert.Single(caller.Inbox.Messages);
    }

    [Theory]
    [InlineData(0, 1, "DELIVERED")]
    [InlineData(1, 1, "UNDELIVERED")]
    [InlineData(2, 1, "EXPIRED")]
    [InlineData(10, 2, "DELIVERED")]
    [InlineData(11, 1, "DELIVERED")]
    public async Task Reports_ByEnding_FollowByThemselves(int ending, int times, string status)
    {
        using var caller = Open();

        using var response = await caller.SendAsync(Gateway.SmsApi, Caller.Number(Gateway.SmsApi, ending));

        for (var i = 0; i < times; i++)
        {
            Assert.Contains("status_name=" + status, (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NoReportEver_ByEnding_EvenWithASchedule()
    {
        using var caller = Open();
        caller.Inbox.Delivery = DeliverySchedule.After(TimeSpan.Zero);
        using var silent = await caller.SendAsync(Gateway.SmsApi, Caller.Number(Gateway.SmsApi, 12));
        using var usual = await caller.SendAsync(Gateway.SmsApi, Caller.Number(Gateway.SmsApi, 99));

        Assert.Contains("to=447700900099", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
        Assert.Single(_receiver.Pushes);
    }

    [Fact]
    public async Task Stop_ByEnding_IsReplied()
    {
        using var caller = Open();

        using var response = await caller.SendAsync(Gateway.SmsApi, Caller.Number(Gateway.SmsApi, 13));

        Assert.Contains("sms_text=STOP", (await _receiver.NextAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocked_AtSpeedMarket_IsAStatus()
    {
        using var caller = Open();

        using var response = await caller.SendAsync(Gateway.SpeedMarket, Caller.Number(Gateway.SpeedMarket, 4));

        Assert.Contains("status=-5", (await _receiver.NextAsync()).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PolledGateways_ByEnding_ChangeState()
    {
        using var caller = Open();

        using var response = await caller.SendAsync(Gateway.SmsClub, Caller.Number(Gateway.SmsClub, 1));
        await caller.Inbox.Messages.WaitAsync(message => message.State == DeliveryState.Undelivered || message.History.Count == 0, cancellationToken: Caller.Token);
        for (var i = 0; i < 100 && caller.Inbox.Messages[0].State != DeliveryState.Undelivered; i++)
        {
            await Task.Delay(5, Caller.Token);
        }

        Assert.Equal(DeliveryState.Undelivered, caller.Inbox.Messages[0].State);
    }

    private Caller Open()
    {
        var caller = new Caller(_emulator, _emulator.CreateInbox());
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            caller.Inbox.WebhookTargets[gateway] = _receiver.Url;
        }

        return caller;
    }
}
