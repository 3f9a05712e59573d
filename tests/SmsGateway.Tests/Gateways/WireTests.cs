using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>The exact bytes of a plain send at each gateway.</summary>
public sealed class WireTests
{
    private static readonly string Version = typeof(ISmsClient).Assembly.GetName().Version!.ToString(3);

    [Fact]
    public Task SmsApi_PlainSend_IsAFormWithIdx() => VerifyAsync(
        builder => address => builder.AddSmsApi(o => (o.AccessToken, o.BaseAddress) = ("T0KEN", address)),
        """{"count":1,"list":[{"id":"1","points":0.16,"number":"48500111222"}]}""",
        "POST /sms.do", "Authorization: Bearer T0KEN", "application/x-www-form-urlencoded",
        "format=json&encoding=utf-8&to=48500111222&idx=order00004815&check_idx=1&message=Cze%C5%9B%C4%87+%26+hej%2B&from=Shop",
        from: "Shop");

    [Fact]
    public Task SpeedSms_PlainSend_IsAsciiJson() => VerifyAsync(
        builder => address => builder.AddSpeedSms(o => (o.AccessToken, o.BaseAddress) = ("T0KEN", address)),
        """{"status":"success","code":"00","data":{"tranId":1}}""",
        "POST /sms/send", "Authorization: Basic VDBLRU46eA==", "application/json",
        """{"to":["48500111222"],"content":"Cze\u015B\u0107 \u0026 hej\u002B","sms_type":2,"sender":""}""");

    [Fact]
    public Task SpeedMarket_PlainSend_IsAFormWithCampaignId() => VerifyAsync(
        builder => address => builder.AddSpeedMarket(o => (o.User, o.Password, o.BaseAddress) = ("user", "pass", address)),
        """{"success":true,"responseCode":"000","responseDescription":"Success queued","credit":1,"balance":"7","id":"6"}""",
        "POST /send-single", "Authorization: Basic dXNlcjpwYXNz", "application/x-www-form-urlencoded",
        "type=0&country_code=48&number=500111222&content=Cze%C5%9B%C4%87+%26+hej%2B&campaign_id=order00004815");

    [Fact]
    public Task SmsClub_PlainSend_IsJson() => VerifyAsync(
        builder => address => builder.AddSmsClub(o => (o.Token, o.BaseAddress) = ("T0KEN", address)),
        """{"success_request":{"info":{"106":"48500111222"}}}""",
        "POST /sms/send", "Authorization: Bearer T0KEN", "application/json",
        """{"phone":["48500111222"],"message":"Cze\u015B\u0107 \u0026 hej\u002B","src_addr":"Shop"}""",
        from: "Shop");

    [Fact]
    public Task KeyRef_PlainSend_IsAFormWithRef() => VerifyAsync(
        builder => address => builder.AddKeyRef(o => (o.Key, o.BaseAddress) = ("K3Y", address)),
        """{"status":true,"error":0}""",
        "POST /api/sms/send_sms.php", authorization: null, "application/x-www-form-urlencoded",
        "key=K3Y&mobile=48500111222&sender=Shop&msgtext=Cze%C5%9B%C4%87+%26+hej%2B&ref=order00004815&response=json",
        from: "Shop");

    [Fact]
    public async Task KeyRef_ByGet_StillHasAContentObject()
    {
        await using var server = new RawServer(_ => RawServer.Reply("200"));
        await using var services = new ServiceCollection().AddSmsGateway()
            .AddKeyRef(o => (o.Key, o.BaseAddress, o.UseGet, o.ReplyFormat) = ("K3Y", server.Address, true, KeyRef.KeyRefReplyFormat.Number)).Services.BuildServiceProvider();

        var result = await services.GetRequiredService<ISmsClient>().SendAsync(Message with { From = "Shop" }, TestContext.Current.CancellationToken);

        Assert.True(result.IsAccepted, result.ToString());
        Assert.StartsWith("GET /api/sms/send_sms.php?key=K3Y&mobile=48500111222&sender=Shop&msgtext=Cze%C5%9B%C4%87+%26+hej%2B&ref=order00004815 HTTP/1.1\r\n", server.Requests[0]);
        Assert.Contains("Content-Length: 0\r\n", server.Requests[0]);
    }

    private static SmsMessage Message => new("+48 500 111 222", "Cześć & hej+") { Reference = "order00004815" };

    private static async Task VerifyAsync(
        Func<ISmsGatewayBuilder, Func<Uri, ISmsAccountBuilder>> add, string reply, string line, string? authorization, string contentType, string body, string? from = null)
    {
        await using var server = new RawServer(_ => RawServer.Reply(reply));
        var collection = new ServiceCollection();
        add(collection.AddSmsGateway())(server.Address);
        await using var services = collection.BuildServiceProvider();

        var result = await services.GetRequiredService<ISmsClient>().SendAsync(Message with { From = from }, TestContext.Current.CancellationToken);

        Assert.True(result.IsAccepted, result.ToString());
        var expected = $"{line} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n{(authorization is null ? "" : authorization + "\r\n")}User-Agent: SmsGateway/{Version}\r\n"
            + $"Content-Type: {contentType}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        Assert.Equal(expected, Assert.Single(server.Requests));
    }
}
