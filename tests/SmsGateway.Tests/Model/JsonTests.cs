using System.Text.Json;
using SmsGateway.SmsApi;
using SmsGateway.SpeedSms;

namespace SmsGateway.Tests.Model;

/// <summary>Messages and results cross queues: what comes out is what went in, without reflection.</summary>
public sealed class JsonTests
{
    [Fact]
    public void Message_WithEverything_RoundTrips()
    {
        var message = new SmsMessage("+48500111222", "Zażółć 👍")
        {
            From = "Shop",
            Reference = "order00004815",
            Category = SmsCategory.OneTimeCode,
            SendAt = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            Validity = TimeSpan.FromHours(3),
            Flash = true,
            UnicodePolicy = SmsUnicodePolicy.Transliterate,
            MaxSegments = 3,
            DeliveryReportUrl = new Uri("https://shop.example/report?x=1"),
            DryRun = true,
            IdempotencyKey = "key",
            Account = "pl",
        }.With(new SmsApiExtras { Fast = true }).With(new SpeedSmsExtras { SmsType = SpeedSmsType.Notify });

        var json = JsonSerializer.Serialize(message, SmsJsonContext.Default.SmsMessage);
        var read = JsonSerializer.Deserialize(json, SmsJsonContext.Default.SmsMessage)!;

        Assert.Equal(message, read);
        Assert.True(read.GetExtras<SmsApiExtras>()!.Fast);
        Assert.Equal(SpeedSmsType.Notify, read.GetExtras<SpeedSmsExtras>()!.SmsType);
    }

    [Fact]
    public void Message_WithExtrasNobodyKnows_KeepsThem()
    {
        const string Json = """{"To":"+48500111222","Text":"hi","Extras":{"acme":{"Level":7}}}""";

        var read = JsonSerializer.Deserialize(Json, SmsJsonContext.Default.SmsMessage)!;

        Assert.Equal(Json, JsonSerializer.Serialize(read, SmsJsonContext.Default.SmsMessage).Replace("\\u002B", "+"));
    }

    [Fact]
    public void BatchResult_OfAllOutcomes_RoundTrips()
    {
        var batch = new SmsBatchResult(
        [
            new SmsResult
            {
                Index = 0,
                To = "+48500111222",
                Number = PhoneNumber.Parse("+48500111222"),
                Reference = "a2b3c4d5e6",
                Account = "pl",
                Outcome = SmsOutcome.Accepted,
                MessageId = new SmsMessageId("pl", "0904:06"),
                Status = SmsDeliveryStatus.Queued,
                Segments = 2,
                Price = new SmsPrice(0.16m, "PLN"),
                Attempts = [new SmsAttempt("pl", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(1.5), SmsOutcome.Accepted)],
            },
            new SmsResult
            {
                Index = 1,
                To = "oops",
                Outcome = SmsOutcome.Rejected,
                Error = new SmsError(SmsErrorKind.InvalidRequest, "why") { Scope = SmsErrorScope.Transport, IsTransient = false, RetryAfter = TimeSpan.FromSeconds(3), GatewayCode = "013", HttpStatus = 200 },
            },
        ]);

        var json = JsonSerializer.Serialize(batch, SmsJsonContext.Default.SmsBatchResult);
        var read = JsonSerializer.Deserialize(json, SmsJsonContext.Default.SmsBatchResult)!;

        Assert.Equal(json, JsonSerializer.Serialize(read, SmsJsonContext.Default.SmsBatchResult));
        Assert.Equal(batch[0].MessageId, read[0].MessageId);
        Assert.Equal(batch[0].Attempts, read[0].Attempts);
        Assert.Equal(batch[1].Error!.Scope, read[1].Error!.Scope);
        Assert.False(read[1].Error!.IsTransient);
    }

    [Theory]
    [InlineData("pl:123", "pl", "123")]
    [InlineData("pl:a:b:c", "pl", "a:b:c")]
    public void MessageId_AsText_RoundTrips(string text, string account, string id)
    {
        var read = SmsMessageId.Parse(text);

        Assert.Equal(new SmsMessageId(account, id), read);
        Assert.Equal(text, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("pl")]
    [InlineData("pl:")]
    [InlineData(":1")]
    [InlineData(null)]
    public void MessageId_NoSuchText_IsRefused(string? text) => Assert.False(SmsMessageId.TryParse(text, out _));

    [Fact]
    public void ToString_OfModel_HidesNumberAndText()
    {
        var message = new SmsMessage("+48500111222", "secret text");
        var result = new SmsResult { To = message.To, Number = PhoneNumber.Parse(message.To), Outcome = SmsOutcome.Accepted, RawResponse = "500111222" };
        object[] printed = [message, result, new SmsBatchResult([result]), new SmsException(new SmsError(SmsErrorKind.Timeout, "t"), new SmsBatchResult([result])), new SmsSendCanceledException(new SmsBatchResult([result]), default)];

        Assert.All(printed, item =>
        {
            Assert.DoesNotContain("500111222", item.ToString());
            Assert.DoesNotContain("secret text", item.ToString());
        });
    }
}
