using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded reply of SpeedSMS, through the native client and the neutral features.</summary>
public sealed class SpeedSmsFixtureTests(EmulatorFixture fixture)
{
    public static TheoryData<int, string, string> Rows => NativeFixtures.Rows("speedsms");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Native_RecordedReply_MeansWhatTheTableSays(int row, string file, string operation)
    {
        Assert.NotEmpty(file + operation);

        var told = await NativeFixtures.TellAsync(fixture, "speedsms", "SpeedSms", row, ActAsync, (options, _) => ((SpeedSmsOptions)options).AppId = "APPID");

        Assert.Equal(NativeFixtures.Columns("speedsms", row)[4], told);
    }

    [Fact]
    public void Fixtures_AreAllInATable() => NativeFixtures.AssertAllListed("speedsms");

    private static async Task<string> ActAsync(Harness harness, string operation)
    {
        var client = harness.Services.GetRequiredKeyedService<ISpeedSmsClient>("SpeedSms");
        try
        {
            return await ActAsync(harness, client, operation);
        }
        catch (SpeedSmsInvalidPhonesException refused)
        {
            PrintedText.Keep(refused);
            return $"names {string.Join(',', refused.InvalidPhones)}: {refused.Error.Kind} {refused.Error.GatewayCode}";
        }
        catch (SmsException throttled) when (throttled.Error.RetryAfter is { } wait)
        {
            return string.Create(CultureInfo.InvariantCulture, $"throws {throttled.Error.Kind} - after {wait.TotalSeconds} s");
        }
    }

    private static async Task<string> ActAsync(Harness harness, ISpeedSmsClient client, string operation)
    {
        switch (operation)
        {
            case "user":
                var user = await client.GetUserInfoAsync(Stop);
                return string.Create(CultureInfo.InvariantCulture, $"{user.Balance} {user.Currency} {user.Email}");
            case "balance":
                return (await harness.Client.GetRequiredService<ISmsAccount>().GetBalanceAsync(Stop)).ToString();
            case "status":
                return string.Join(' ', (await client.GetStatusAsync("123456", Stop)).Select(state => $"{state.Phone}={state.Status}"));
            case "reports":
                return string.Join(' ', (await ReportsAsync(harness)).Select(report => $"{report.Status}/{(report.IsFinal ? "final" : "open")}/{report.RawStatus ?? "-"}"));
            case "verify":
                var check = await client.VerifyPinAsync("0900000001", "123456", "APPID", Stop);
                return Told(check.Verified, check.RemainingAttempts) + $", {check.Phone} {check.Pin}";
            case "check":
                var result = await harness.Client.GetRequiredService<ISmsVerification>().CheckAsync("+84900000001", "123456", Stop);
                return Told(result.IsVerified, result.RemainingAttempts);
            case "call":
                return Told(await harness.Client.GetRequiredService<IVoiceClient>().CallAsync("+84900000001", "1234", Stop));
            case "start":
                await harness.Client.GetRequiredService<ISmsVerification>().StartAsync("+84900000001", "Your code is {code}", Stop);
                return "started";
            case "pin":
                var pin = await client.CreatePinAsync("0900000001", "Your pin is {pin_code}", "APPID", Stop);
                return $"{Told(pin.Sent)}, code {pin.PinCode ?? "-"}";
            default:
                return Told(await (operation switch
                {
                    "voice" => client.CallAsync("84900000001", "1234", Stop),
                    "mms" => client.SendMmsAsync(new SpeedSmsMms(["84900000001"], "hello", new Uri("https://shop.example/a.jpg")), Stop),
                    _ => client.SendAsync(new SpeedSmsSend(["84900000001", "84900000009"], "hello"), Stop),
                }));
        }
    }

    private static Task<IReadOnlyList<SmsStatusReport>> ReportsAsync(Harness harness) => harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync(
        [.. Enumerable.Range(1, 5).Select(i => new SmsMessageHandle("SpeedSms", "123456", PhoneNumber.Parse($"+8490000000{i}")))], Stop);

    private static string Told(bool verified, int? left) => string.Create(CultureInfo.InvariantCulture, $"{(verified ? "verified" : "wrong")}, {left} left");

    private static string Told(SpeedSmsSent sent) => string.Create(
        CultureInfo.InvariantCulture,
        $"id {sent.TranId ?? "-"}, {sent.TotalSms?.ToString(CultureInfo.InvariantCulture) ?? "-"} segments, {sent.TotalPrice} VND, without {(sent.InvalidPhones is [] ? "-" : string.Join(',', sent.InvalidPhones))}");

    private static string Told(SmsResult result) => result.IsAccepted
        ? string.Create(CultureInfo.InvariantCulture, $"{result.Outcome} {result.Status} id {result.MessageId?.Id ?? "-"}, {result.Segments?.ToString(CultureInfo.InvariantCulture) ?? "-"} segments, {result.Price}")
        : $"{result.Outcome} {result.Error.Kind} {result.Error.GatewayCode ?? "-"}";
}
