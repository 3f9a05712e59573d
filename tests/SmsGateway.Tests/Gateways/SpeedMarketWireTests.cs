using Microsoft.Extensions.DependencyInjection;
using SmsGateway.SpeedMarket;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SpeedMarket's requests, byte for byte as they stand on the wire.</summary>
public sealed class SpeedMarketWireTests(EmulatorFixture fixture)
{
    private const string Accepted = """{"success":true,"responseCode":"000","responseDescription":"Success queued","credit":1,"balance":"7","id":"6"}""";
    private const string Found = """{"success":true,"responseCode":"200","responseDescription":"Successful search","messageCount":0}""";

    [Fact]
    public Task PlainSend_OnTheWire_IsThis() => AssertAsync(
        harness => harness.SendAsync(new SmsMessage("+55 11 90000-0000", "Olá & tchau") { Reference = "7f3c9a" }),
        """
        POST /webservice-rest/send-single HTTP/1.1
        Host: HOST
        Authorization: Basic Y29udGE6c2VuaGE=
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 87

        type=0&country_code=55&number=11900000000&content=Ol%C3%A1+%26+tchau&campaign_id=7f3c9a
        """);

    [Fact]
    public Task ScheduledPicture_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).SendSingleAsync(
            new SpeedMarketMessage("11900000000", "https://example.com/p.jpg")
            {
                Service = SpeedMarketService.WhatsAppImage,
                Caption = "Foto",
                CampaignId = "w2",
                ScheduleAt = new DateTimeOffset(2030, 1, 2, 18, 0, 0, TimeSpan.Zero),
            },
            Stop),
        """
        POST /webservice-rest/send-single HTTP/1.1
        Host: HOST
        Authorization: Basic Y29udGE6c2VuaGE=
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 146

        type=6&number=11900000000&content=https%3A%2F%2Fexample.com%2Fp.jpg&caption=Foto&campaign_id=w2&schedule=2030-01-02+15%3A00%3A00&timezone=-03%3A00
        """);

    [Fact]
    public Task Bulk_OnTheWire_IsThis() => AssertAsync(
        harness => harness.SendAsync(new SmsMessage("+5511900000000", "a") { Reference = "k1" }, new SmsMessage("+5511900000001", "b") { Reference = "k2" }),
        """
        POST /webservice-rest/send-multiple HTTP/1.1
        Host: HOST
        Authorization: Basic Y29udGE6c2VuaGE=
        Accept: application/json
        User-Agent: SmsGateway/VERSION
        Content-Type: application/json
        Content-Length: 193

        {"defaultValues":{"type":0},"messages":[{"country_code":55,"number":"11900000000","content":"a","campaign_id":"k1"},{"country_code":55,"number":"11900000001","content":"b","campaign_id":"k2"}]}
        """,
        """{"success":true,"responseCode":"001","messages":[{"responseCode":"000"},{"responseCode":"000"}]}""");

    [Fact]
    public Task LookupByCampaignId_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).GetByCampaignIdAsync(["abc1", "abc2"], Stop),
        """
        POST /webservice-rest/mt_id HTTP/1.1
        Host: HOST
        Authorization: Basic Y29udGE6c2VuaGE=
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 41

        campaign_id=abc1%2Cabc2&timezone=-03%3A00
        """,
        Found);

    [Fact]
    public Task SearchWithCredentialsInTheForm_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).SearchAsync(
            new SpeedMarketSearch(new DateTimeOffset(2030, 1, 2, 3, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 1, 3, 2, 59, 58, 500, TimeSpan.Zero))
            {
                Service = SpeedMarketService.Interactive,
                Statuses = ["0", "1"],
            },
            Stop),
        """
        POST /webservice-rest/mt_date HTTP/1.1
        Host: HOST
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 131

        user=conta&password=senha&start_date=2030-01-02T00%3A00%3A00&end_date=2030-01-02T23%3A59%3A59&type=2&status=0%2C1&timezone=-03%3A00
        """,
        Found,
        SpeedMarketCredentials.Form);

    [Fact]
    public Task InboundWithCredentialsInTheQuery_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).TakeNewInboundAsync(SpeedMarketService.Interactive, Stop),
        """
        POST /webservice-rest/mo_new?user=conta&password=senha HTTP/1.1
        Host: HOST
        User-Agent: SmsGateway/VERSION
        Content-Type: application/x-www-form-urlencoded
        Content-Length: 24

        type=2&timezone=-03%3A00
        """,
        Found,
        SpeedMarketCredentials.Query);

    [Fact]
    public Task Balance_OnTheWire_IsThis() => AssertAsync(
        harness => Client(harness).GetBalanceAsync(Stop),
        """
        GET /webservice-rest/balance HTTP/1.1
        Host: HOST
        Authorization: Basic Y29udGE6c2VuaGE=
        User-Agent: SmsGateway/VERSION
        Content-Length: 0


        """,
        """{"success":true,"responseCode":"200","balance_1":"10"}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task AssertAsync(Func<Harness, Task> act, string expected, string reply = Accepted, SpeedMarketCredentials credentials = SpeedMarketCredentials.Basic)
    {
        await using var server = new CannedServer { Body = System.Text.Encoding.UTF8.GetBytes(reply) };
        await using var harness = new Harness(fixture, "SpeedMarket", options =>
        {
            options.BaseAddress = new Uri(server.Address, "webservice-rest/");
            ((SpeedMarketOptions)options).User = "conta";
            ((SpeedMarketOptions)options).Password = "senha";
            ((SpeedMarketOptions)options).Credentials = credentials;
        });

        await act(harness);

        Assert.Equal(expected.ReplaceLineEndings("\n"), server.Single());
    }

    private static ISpeedMarketClient Client(Harness harness) => harness.Services.GetRequiredKeyedService<ISpeedMarketClient>("SpeedMarket");
}
