using System.Text;

namespace SmsGateway.Testing.Tests;

public sealed class WebhookSampleTests
{
    [Fact]
    public void SmsApi_Report_IsWrittenAsTheVendorWritesIt()
    {
        var sample = SmsApiWebhooks.Report("5120948837120045611", "447700900001", 404, "order1842", DateTimeOffset.FromUnixTimeSeconds(1460970012));

        Assert.Equal(
            "MsgId=5120948837120045611&status=404&status_name=DELIVERED&idx=order1842&donedate=1460970012&username=example&points=0.1650&to=447700900001&mcc=260&mnc=2",
            sample.Query);
        Assert.Equal(("GET", null), (sample.Method, sample.ContentType));
    }

    [Fact]
    public void SmsApi_Reports_AreParallelLists()
    {
        var sample = SmsApiWebhooks.Reports(at: null, ("1", "48500111001", 404, "a"), ("2", "48500111002", 405, null));

        Assert.StartsWith("MsgId=1%2C2&status=404%2C405&status_name=DELIVERED%2CUNDELIVERED&idx=a%2C&", sample.Query);
        Assert.DoesNotContain("idx", SmsApiWebhooks.Report().Query);
    }

    [Fact]
    public void SmsApi_Reply_IsAForm()
    {
        var sample = SmsApiWebhooks.Reply("Zażółć 👍", at: DateTimeOffset.FromUnixTimeSeconds(1460970100));

        Assert.Equal(("POST", "application/x-www-form-urlencoded"), (sample.Method, sample.ContentType));
        Assert.Equal(
            "sms_to=48500999000&sms_from=48500111222&sms_text=Za%C5%BC%C3%B3%C5%82%C4%87+%F0%9F%91%8D&sms_date=1460970100&username=example&MsgId=",
            Encoding.UTF8.GetString(sample.Body.Span));
    }

    [Fact]
    public void SpeedSms_IsJson()
    {
        Assert.Equal("""{"type":"report","tranId":1234,"phone":"0900000001","status":0}""", Encoding.UTF8.GetString(SpeedSmsWebhooks.Report().Body.Span));
        Assert.Equal("""{"type":"sms","phone":"0900000001","content":"text"}""", Encoding.UTF8.GetString(SpeedSmsWebhooks.Reply("text").Body.Span));
        Assert.Equal("application/json", SpeedSmsWebhooks.Report().ContentType);
    }

    [Fact]
    public void SpeedMarket_KeepsColonsInDates()
    {
        Assert.Equal(
            "campaign_id=abc123&id=150&status=1&date=2017-01-01+15:00:09&carrier=Vivo+-+Celular",
            SpeedMarketWebhooks.Report(at: new DateTime(2017, 1, 1, 15, 0, 9)).Query);
        Assert.Equal(
            "number=551190000000&content=Recebido&campaign_id=abc123&id=150&status=4&date=2017-01-02+15:00:00&carrier=Vivo+-+Celular",
            SpeedMarketWebhooks.Reply(from: "551190000000", at: new DateTime(2017, 1, 2, 15, 0, 0)).Query);
    }

    [Fact]
    public async Task ToRequest_KeepsTheAddressAndTheBytes()
    {
        using var get = SpeedMarketWebhooks.Report().ToRequest(new Uri("https://shop.example/sms/br/s3cr3t?tenant=7"));
        using var post = SpeedSmsWebhooks.Reply().ToRequest(new Uri("/sms/vn/s3cr3t", UriKind.Relative));

        Assert.StartsWith("https://shop.example/sms/br/s3cr3t?tenant=7&campaign_id=abc123&", get.RequestUri!.OriginalString);
        Assert.Null(get.Content);
        Assert.Equal("/sms/vn/s3cr3t", post.RequestUri!.OriginalString);
        Assert.Equal(SpeedSmsWebhooks.Reply().Body.ToArray(), await post.Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/json", post.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public void All_HasEveryGatewayThatPushes()
    {
        Assert.Equal(["SmsApi", "SpeedMarket", "SpeedSms"], WebhookSamples.All.Select(sample => sample.Gateway).Distinct().Order());
        Assert.Equal(WebhookSamples.All.Count, WebhookSamples.All.Select(sample => sample.ToString()).Distinct().Count());
    }
}
