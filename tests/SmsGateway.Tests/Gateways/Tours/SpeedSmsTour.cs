using SmsGateway.Emulator;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways.Tours;

/// <summary>SpeedSMS: text, call, picture, codes, states, the account.</summary>
internal static class SpeedSmsTour
{
    private const string To = "84900111001";

    public static async Task RunAsync(ISpeedSmsClient client, Harness harness, CancellationToken stop)
    {
        harness.Inbox.SetBalance(Gateway.SpeedSms, 2_000.5m);
        var sent = await client.SendAsync(new SpeedSmsSend([To], "Xin chào İ"), stop);
        Assert.Equal((1, 250m), (sent.TotalSms, sent.TotalPrice));
        Assert.Equal(1_750.5m, (await client.GetUserInfoAsync(stop)).Balance);
        Assert.Equal(To, Assert.Single(await client.GetStatusAsync(sent.TranId!, stop)).Phone);
        Assert.Equal((await client.CallAsync(To, "1234", stop)).TranId, harness.Inbox.Messages[^1].GatewayId);
        Assert.Equal((await client.SendMmsAsync(new SpeedSmsMms([To], "look", new Uri("https://shop.example/a.jpg")), stop)).TranId, harness.Inbox.Messages[^1].GatewayId);
        var pin = await client.CreatePinAsync("0900111001", "Pin {pin_code}", "APPID", stop);
        Assert.True((await client.VerifyPinAsync("0900111001", pin.PinCode!, "APPID", stop)).Verified);
        Assert.Equal(["Xin chào İ", "1234", "look", $"Pin {pin.PinCode}"], harness.Inbox.Messages.Select(message => message.Text));
    }
}
