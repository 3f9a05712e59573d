using Microsoft.Extensions.DependencyInjection;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SpeedSMS's requests, byte for byte as they stand on the wire.</summary>
public sealed class SpeedSmsWireTests(EmulatorFixture fixture)
{
    private const string Accepted = """{"status":"success","code":"00","data":{"tranId":1,"totalSMS":1,"totalPrice":250,"invalidPhone":[]}}""";

    [Fact]
    public Task PlainSend_OnTheWire_IsThis() => AssertAsync(
        harness => harness.SendAsync(new SmsMessage("+84 900 000 001", "Mã \"123\" + 👍")),
        """
        POST /index.php/sms/send HTTP/1.1
        Host: HOST
        Authorization: Basic VE9LRU46eA==
        User-Agent: SmsGateway/VERSION
        Content-Type: application/json
        Content-Length: 103

        {"to":["84900000001"],"content":"M\u00E3 \u0022123\u0022 \u002B \uD83D\uDC4D","sms_type":2,"sender":""}
        """);

    [Fact]
    public Task Bulk_OnTheWire_IsThis() => AssertAsync(
        harness => harness.SendAsync([.. SmsMessage.ToMany(["+84900000001", "+84900000002"], "Sale!").Select(message => message with { From = "Shop" })]),
        """
        POST /index.php/sms/send HTTP/1.1
        Host: HOST
        Authorization: Basic VE9LRU46eA==
        User-Agent: SmsGateway/VERSION
        Content-Type: application/json
        Content-Length: 83

        {"to":["84900000001","84900000002"],"content":"Sale!","sms_type":3,"sender":"Shop"}
        """);

    [Fact]
    public Task UserInfo_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).GetUserInfoAsync(TestContext.Current.CancellationToken),
        """
        GET /index.php/user/info HTTP/1.1
        Host: HOST
        Authorization: Basic VE9LRU46eA==
        User-Agent: SmsGateway/VERSION
        Content-Length: 0


        """,
        """{"status":"success","code":"00","data":{"email":"a@example.test","balance":2000,"currency":"VND"}}""");

    [Fact]
    public Task Status_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).GetStatusAsync("123456", TestContext.Current.CancellationToken),
        """
        GET /index.php/sms/status/123456 HTTP/1.1
        Host: HOST
        Authorization: Basic VE9LRU46eA==
        User-Agent: SmsGateway/VERSION
        Content-Length: 0


        """,
        """{"status":"success","code":"00","data":[]}""");

    [Fact]
    public Task PinVerify_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).VerifyPinAsync("0900000001", "123456", "APPID", TestContext.Current.CancellationToken),
        """
        POST /index.php/pin/verify HTTP/1.1
        Host: HOST
        Authorization: Basic VE9LRU46eA==
        User-Agent: SmsGateway/VERSION
        Content-Type: application/json
        Content-Length: 59

        {"phone":"0900000001","pin_code":"123456","app_id":"APPID"}
        """,
        """{"status":"success","data":{"verified":true}}""");

    private async Task AssertAsync(Func<Harness, Task> act, string expected, string reply = Accepted)
    {
        await using var server = new CannedServer { Body = System.Text.Encoding.UTF8.GetBytes(reply) };
        await using var harness = new Harness(fixture, "SpeedSms", options =>
        {
            options.BaseAddress = new Uri(server.Address, "index.php");
            ((SpeedSmsOptions)options).AccessToken = "TOKEN";
        });

        await act(harness);

        Assert.Equal(expected.ReplaceLineEndings("\n"), server.Single());
    }

    private static ISpeedSmsClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISpeedSmsClient>("SpeedSms");
}
