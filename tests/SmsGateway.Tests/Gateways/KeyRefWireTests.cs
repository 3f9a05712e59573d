using Microsoft.Extensions.DependencyInjection;
using SmsGateway.KeyRef;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>The key/ref gateway's requests, byte for byte as they stand on the wire. It has no bulk: each message is a request.</summary>
public sealed class KeyRefWireTests(EmulatorFixture fixture)
{
    private const string Accepted = """{"status":true,"error":0}""";

    [Fact]
    public Task PlainSend_OnTheWire_IsThis() => AssertAsync(
        harness => harness.SendAsync(new SmsMessage("+44 7700 900123", "Hello å+&") { From = "InfoSMS", Reference = "h7k2m9x4qd" }),
        """
        POST /api/sms/send_sms.php HTTP/1.1
        Host: HOST
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 100

        key=K%2B1&mobile=447700900123&sender=InfoSMS&msgtext=Hello+%C3%A5%2B%26&ref=h7k2m9x4qd&response=json
        """);

    [Fact]
    public Task NumericSendByGet_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).SendAsync(new KeyRefSend("447700900123", "InfoSMS", "Hello å+&", "h7k2m9x4qd") { ReplyFormat = KeyRefReplyFormat.Number, UseGet = true }, Stop),
        """
        GET /api/sms/send_sms.php?key=K%2B1&mobile=447700900123&sender=InfoSMS&msgtext=Hello+%C3%A5%2B%26&ref=h7k2m9x4qd HTTP/1.1
        Host: HOST
        User-Agent: SmsGateway/VERSION
        Content-Length: 0


        """,
        "200");

    [Fact]
    public async Task Bulk_OnTheWire_IsARequestForEachMessage()
    {
        await using var server = Server(Accepted);
        await using var harness = Open(server, useGet: false);

        await harness.SendAsync([.. SmsMessage.ToMany(["+447700900123", "+447700900124"], "Sale!")]);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Matches(@"^POST /api/sms/send_sms\.php HTTP/1\.1\r\n(.+\r\n)+\r\nkey=K%2B1&mobile=44770090012[34]&sender=Shop&msgtext=Sale%21&ref=[a-z2-7]{16}&response=json$", request));
        Assert.Equal(2, server.Requests.Select(request => request[request.IndexOf("&ref=", StringComparison.Ordinal)..]).Distinct().Count());
    }

    [Fact]
    public Task Report_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).GetReportAsync("447700900123", "h7k2m9x4qd", Stop),
        """
        POST /api/sms/dlr.php HTTP/1.1
        Host: HOST
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 49

        key=K%2B1&full_number=447700900123&ref=h7k2m9x4qd
        """,
        """{"status":true,"queue_status":"pending","queue_error":0}""");

    [Fact]
    public Task ReportByGet_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).GetReportAsync("447700900123", "h7k2m9x4qd", Stop),
        """
        GET /api/sms/dlr.php?key=K%2B1&full_number=447700900123&ref=h7k2m9x4qd HTTP/1.1
        Host: HOST
        User-Agent: SmsGateway/VERSION
        Content-Length: 0


        """,
        """{"status":true,"queue_status":"pending","queue_error":0}""",
        useGet: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task AssertAsync(Func<Harness, Task> act, string expected, string reply = Accepted, bool useGet = false)
    {
        await using var server = Server(reply);
        await using var harness = Open(server, useGet);

        await act(harness);

        Assert.Equal(expected.ReplaceLineEndings("\n"), server.Single());
    }

    private static CannedServer Server(string reply) => new() { Body = System.Text.Encoding.UTF8.GetBytes(reply) };

    private Harness Open(CannedServer server, bool useGet) => new(fixture, "KeyRef", options =>
    {
        options.BaseAddress = server.Address;
        ((KeyRefOptions)options).Key = "K+1";
        ((KeyRefOptions)options).UseGet = useGet;
    });

    private static IKeyRefClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<IKeyRefClient>("KeyRef");
}
