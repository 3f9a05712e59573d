using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Http;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SMSAPI's requests, byte for byte: a wrong field name cannot hide behind a lenient reader.</summary>
public sealed class SmsApiWireTests(EmulatorFixture fixture)
{
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.FromHours(2));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void CreateRequest_PlainMessage_IsThisForm()
    {
        var request = Request(Drivers.Batch(["447700900001"], ["order1842"], message => message with { Text = "hello world & more: zażółć + 100%" }));

        Assert.Equal(
            "format=json&encoding=utf-8&to=447700900001&idx=order1842&check_idx=1&message=hello+world+%26+more%3A+za%C5%BC%C3%B3%C5%82%C4%87+%2B+100%25&from=Shop",
            Text(request));
        Assert.Equal(("POST", "https://gateway.example/sms.do", "application/x-www-form-urlencoded", "Bearer token-of-smsapi"), (request.Method.Method, request.Address.ToString(), request.ContentType, request.Authorization));
    }

    [Fact]
    public void CreateRequest_PersonalisedBulk_IsThisForm()
    {
        var texts = new Queue<string>(["Hi Ann", "Hi Bob, bye"]);
        var batch = Drivers.Batch(["447700900001", "447700900002"], ["a1", "b2"], message => message with { Text = texts.Dequeue() }) with { IsPersonalised = true };

        Assert.Equal(
            "format=json&encoding=utf-8&to=447700900001%2C447700900002&idx=a1%7Cb2&check_idx=1&message=%5B%251%25%5D&param1=Hi+Ann%7CHi+Bob%2C+bye&from=Shop",
            Text(Request(batch)));
    }

    [Fact]
    public void CreateRequest_Scheduled_IsThisForm()
    {
        var batch = Drivers.Batch(["447700900001"], ["a1"], message => message with { SendAt = Later.AddDays(1), Validity = TimeSpan.FromHours(2), DryRun = true, Flash = true, DeliveryReportUrl = new Uri("https://shop.example/r?x=1&y=ą") });

        Assert.Equal(
            "format=json&encoding=utf-8&to=447700900001&idx=a1&check_idx=1&message=hello&from=Shop&date=1893535200&date_validate=1&expiration_date=1893542400"
            + "&flash=1&test=1&notify_url=https%3A%2F%2Fshop.example%2Fr%3Fx%3D1%26y%3D%25C4%2585",
            Text(Request(batch)));
    }

    [Fact]
    public void CreateRequest_EveryExtra_IsThisForm()
    {
        var extras = new SmsApiExtras
        {
            Fast = true,
            Single = true,
            MaxParts = 3,
            NoUnicode = true,
            Normalize = true,
            TimeRestriction = SmsApiTimeRestriction.NearestAvailable,
            SkipForeign = true,
            PartnerId = "p 1",
            DiscountGroup = "g&1",
            Parameters = ["Ann", "7"],
        };
        var batch = Drivers.Batch(["447700900001"], ["a1"], message => (message with { Text = "Hi [%1%], order [%2%]" }).With(extras));

        Assert.Equal(
            "format=json&encoding=utf-8&to=447700900001&idx=a1&check_idx=1&message=Hi+%5B%251%25%5D%2C+order+%5B%252%25%5D&param1=Ann&param2=7&from=Shop"
            + "&single=1&max_parts=3&nounicode=1&normalize=1&fast=1&time_restriction=nearest_available&skip_foreign=1&partner_id=p+1&discount_group=g%261",
            Text(Request(batch)));
    }

    [Fact]
    public void CreateRequest_TemplateOrBinary_StandsInPlaceOfTheText()
    {
        var template = Drivers.Batch(["447700900001"], ["a1"], message => message.With(new SmsApiExtras { Template = "Notify", Parameters = ["Ann"] }));
        var binary = Drivers.Batch(["447700900001"], ["a1"], message => message.With(new SmsApiExtras { Binary = new SmsApiBinary(SmsApiBinary.WapPushHeader, "616263") }));

        Assert.Equal("format=json&encoding=utf-8&to=447700900001&idx=a1&check_idx=1&param1=Ann&from=Shop&template=Notify", Text(Request(template)));
        Assert.Equal("format=json&encoding=utf-8&to=447700900001&idx=a1&check_idx=1&from=Shop&datacoding=bin&udh=0605040b8423f0&message=616263", Text(Request(binary)));
    }

    [Fact]
    public void CreateRequest_Fallback_IsThisJson()
    {
        var request = Request(Drivers.Batch(["447700900001"], ["17"], message => (message with { Text = "1 + 1 = „2”" }).With(new SmsApiExtras { Fallback = new SmsApiFallback(IncludeSenderAndDate: true) })));

        Assert.Equal("application/json", request.ContentType);
        Assert.Equal(
            """{"format":"json","encoding":"utf-8","to":"447700900001","idx":"17","check_idx":1,"message":"1 \u002B 1 = \u201E2\u201D","from":"Shop","fallback":[{"type":"vms","include_sender_and_date":1}]}""",
            Text(request));
    }

    [Fact]
    public async Task Native_EverySendParameter_IsThisForm()
    {
        var message = new SmsApiSend
        {
            To = [new SmsApiRecipient("447700900001") { Idx = "a1", Parameters = ["Ann"] }, new SmsApiRecipient("+44 7700 900002") { Idx = "b2", Parameters = ["Bob"] }],
            Message = "Hi [%1%]",
            From = "Shop 1",
            Flash = true,
            Test = true,
            Details = true,
            Date = Later,
            ExpirationDate = Later.AddHours(1),
            AllowDuplicates = true,
            CheckIdx = true,
            NotifyUrl = new Uri("https://shop.example/r"),
            Single = true,
            MaxParts = 6,
            NoUnicode = true,
            Normalize = true,
            Fast = true,
            TimeRestriction = SmsApiTimeRestriction.Ignore,
            SkipForeign = true,
            PartnerId = "p1",
            DiscountGroup = "g1",
        };

        Assert.Equal(
            "POST /sms.do format=json&encoding=utf-8&to=447700900001%2C%2B44+7700+900002&idx=a1%7Cb2&param1=Ann%7CBob&message=Hi+%5B%251%25%5D&from=Shop+1"
            + "&date=1893448800&date_validate=1&expiration_date=1893452400&flash=1&test=1&details=1&allow_duplicates=1&check_idx=1&notify_url=https%3A%2F%2Fshop.example%2Fr"
            + "&single=1&max_parts=6&nounicode=1&normalize=1&fast=1&time_restriction=ignore&skip_foreign=1&partner_id=p1&discount_group=g1",
            await SentAsync(client => client.Sms.SendAsync(message, Stop)));
    }

    [Fact]
    public async Task Native_SmallRequests_AreTheseForms()
    {
        Assert.Equal("POST /sms.do format=json&encoding=iso-8859-2&group=friends%2Cfamily&message=%BF%F3%B3%E6&date=1893448800", await SentAsync(client =>
            client.Sms.SendAsync(new SmsApiSend { Groups = ["friends", "family"], Message = "żółć", Encoding = SmsApiCharset.Latin2, Date = Later, DateValidate = false }, Stop)));
        Assert.Equal("POST /sms.do format=json&encoding=utf-8&to=447700900001&template=Notify", await SentAsync(client =>
            client.Sms.SendAsync(new SmsApiSend { To = ["447700900001"], Template = "Notify" }, Stop)));
        Assert.Equal("POST /sms.do {\"format\":\"json\",\"encoding\":\"utf-8\",\"to\":\"447700900001\",\"message\":\"1\",\"flash\":1,\"fallback\":[{\"type\":\"vms\"}]}", await SentAsync(client =>
            client.Sms.SendAsync(new SmsApiSend { To = ["447700900001"], Message = "1", Flash = true, Fallback = new SmsApiFallback() }, Stop)));
        Assert.Equal("POST /sms.do format=json&sch_del=1462974172199599210%2C2", await SentAsync(client => client.Sms.DeleteScheduledAsync(["1462974172199599210", "2"], Stop)));
        Assert.Equal("POST /sms.do format=json&status=5120948837120045611%7C5120948837120045612", await SentAsync(client => client.Sms.GetStatusAsync(["5120948837120045611", "5120948837120045612"], Stop)));
        Assert.Equal("POST /hlr.do format=json&number=44123123123%2C44234234234&idx=123%2C234", await SentAsync(client =>
            client.Hlr.OrderAsync([new SmsApiHlrNumber("44123123123") { Idx = "123" }, new SmsApiHlrNumber("44234234234") { Idx = "234" }], Stop)));
        Assert.Equal("POST /hlrsync.do format=json&number=44123123123", await SentAsync(client => client.Hlr.LookUpAsync(["44123123123"], Stop)));
        Assert.Equal("POST /user.do format=json&credits=1", await SentAsync(client => client.Account.GetBalanceAsync(cancellationToken: Stop)));
        Assert.Equal("POST /user.do format=json&get_user=sub&without_prefix=1", await SentAsync(client => client.Users.GetAsync("sub", withoutPrefix: true, Stop)));
        Assert.Equal("POST /user.do format=json&list=1", await SentAsync(client => client.Users.ListAsync(Stop)));
        Assert.Equal("POST /user.do format=json&set_user=sub&active=0&info=", await SentAsync(client => client.Users.EditAsync(new SmsApiUserChange("sub") { Active = false, Info = "" }, Stop)));
        Assert.Equal("POST /sender.do format=json&list=1&with_nat_names=1", await SentAsync(client => client.Senders.ListAsync(withNativeNames: true, Stop)));
        Assert.Equal("POST /sender.do format=json&default=My+Shop", await SentAsync(client => client.Senders.SetDefaultAsync("My Shop", Stop)));
        Assert.Equal("POST /prices.do format=json", await SentAsync(client => client.Prices.ListAsync(Stop)));
    }

    /// <summary>Method, address and body of the one request that an operation makes; what it brings does not matter.</summary>
    private async Task<string> SentAsync(Func<ISmsApiClient, Task> operation)
    {
        await using var harness = new Harness(fixture, "SmsApi");
        try
        {
            await operation(harness.Services.GetRequiredKeyedService<ISmsApiClient>("SmsApi"));
        }
        catch (SmsException)
        {
            // Nothing there to delete or to read.
        }

        var exchange = Assert.Single(harness.Inbox.Exchanges);
        return $"{exchange.Method} {exchange.Path}{exchange.Query} {Encoding.ASCII.GetString(exchange.GetRequestBytes().Span)}";
    }

    private static GatewayRequest Request(SmsBatch batch) => Drivers.Create("smsapi").CreateRequest(batch);

    private static string Text(GatewayRequest request) => Encoding.ASCII.GetString(request.Body.Span);
}
