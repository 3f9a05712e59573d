using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Faults;

/// <summary>Faults that leave HTTP whole: statuses, labels, bodies, contents.</summary>
public sealed class ReplyFaultTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData(400)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Status_Armed_ReplacesReplyAndKeepsNothing(int status)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.Status(status, "down"));

        using var response = await caller.SendAsync(Gateway.SmsApi);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("down", await response.Content.ReadAsStringAsync(Caller.Token));
        Assert.Empty(caller.Inbox.Messages);
        Assert.Equal(status, Assert.Single(caller.Inbox.Exchanges).Status);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task Html_AndAccept_StoresAndAnswersWithPage(Gateway gateway)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.Html(500).AndAccept());

        using var response = await caller.SendAsync(gateway);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.ToString());
        Assert.Single(caller.Inbox.Messages);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task RateLimited_AnyGateway_AnswersInItsOwnWords(Gateway gateway)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.RateLimited(TimeSpan.FromSeconds(7)));

        using var response = await caller.SendAsync(gateway);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("86400")]
    public async Task RateLimited_RawHeader_StandsAsGiven(string value)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.RateLimitedRaw(value));

        using var response = await caller.SendAsync(Gateway.SmsClub);

        Assert.Equal(value, Assert.Single(response.Headers.NonValidated["Retry-After"]));
    }

    [Theory]
    [InlineData(Gateway.SmsApi, "103", """{"error":103,"message":"Insufficient credits"}""", 200)]
    [InlineData(Gateway.SpeedSms, "300", """{"status":"error","code":"300","message":"Your account balance not enough to send sms"}""", 200)]
    [InlineData(Gateway.SpeedSms, "sender not found", """{"status":"error","message":"sender not found"}""", 200)]
    [InlineData(Gateway.SpeedMarket, "110", """{"success":false,"responseCode":"110","responseDescription":"There was an error processing, please try again, or contact us","credit":"0","balance":"0"}""", 200)]
    [InlineData(Gateway.SmsClub, "453", """{"name":"Duplicate","message":"Duplicate message","code":0,"status":453}""", 453)]
    [InlineData(Gateway.SmsClub, "src_addr", """{"success_request":{"add_info":{"src_addr":"Value is not available"}}}""", 400)]
    [InlineData(Gateway.SmsClub, "PHONE", """{"success_request":{"add_info":{"380000000100":"Incorrect phone number"}}}""", 200)]
    [InlineData(Gateway.KeyRef, "406", """{"status":false,"error":"Not Enough Credit"}""", 200)]
    [InlineData(Gateway.KeyRef, "Message not accepted", """{"status":false,"error":"Message not accepted"}""", 200)]
    public async Task GatewayError_Code_ComesInTheVendorsForm(Gateway gateway, string code, string body, int status)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On(gateway).Next(Fault.GatewayError(code));

        using var response = await caller.SendAsync(gateway);

        Assert.Equal(body, await response.Content.ReadAsStringAsync(Caller.Token));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [InlineData(Gateway.SmsApi, 200, "101")]
    [InlineData(Gateway.SpeedSms, 401, "Unauthorized")]
    [InlineData(Gateway.SpeedMarket, 200, "010")]
    [InlineData(Gateway.SmsClub, 401, "Unauthorized")]
    [InlineData(Gateway.KeyRef, 200, "Inavlid API Key")]
    public async Task Unauthorized_RightCredentials_AreRefusedAllTheSame(Gateway gateway, int status, string part)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On(gateway).Next(Fault.Unauthorized());

        using var response = await caller.SendAsync(gateway);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(part, await response.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_Armed_PointsElsewhere(int code)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.Redirect(code, "https://elsewhere.example/"));

        using var response = await caller.SendAsync(Gateway.KeyRef);

        Assert.Equal(code, (int)response.StatusCode);
        Assert.Equal("https://elsewhere.example/", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("utf8")]
    [InlineData("windows-1252")]
    public async Task WrongCharset_Armed_OnlyTheLabelChanges(string charset)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.WrongCharset(charset));

        using var response = await caller.SendAsync(Gateway.SmsApi);

        Assert.Equal("application/json; charset=" + charset, response.Content.Headers.NonValidated["Content-Type"].ToString());
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Caller.Token));
        Assert.Equal(1, json.RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Bodies_Armed_AreCutPrefixedMarkedOrReplaced()
    {
        using var caller = fixture.Open();
        const string Accepted = """{"status":true,"error":0}""";
        caller.Inbox.Faults.On()
            .Next(Fault.CutBody())
            .Then(Fault.ByteOrderMark())
            .Then(Fault.Prefix("<b>Warning</b>\n"))
            .Then(Fault.Body("{}"))
            .Then(Fault.Body(new byte[] { 0xe3 }, "text/plain"))
            .Then(Fault.EmptyBody())
            .Then(Fault.Gzip())
            .Then(Fault.BadGzip());

        Assert.Equal(Accepted[..(Accepted.Length / 2)], await BodyAsync());
        Assert.Equal(Encoding.UTF8.GetBytes("\uFEFF" + Accepted), await BytesAsync());
        Assert.Equal("<b>Warning</b>\n" + Accepted, await BodyAsync());
        Assert.Equal("{}", await BodyAsync());
        Assert.Equal([0xe3], await BytesAsync());
        Assert.Equal("", await BodyAsync());
        using var gzip = new StreamReader(new GZipStream(new MemoryStream(await BytesAsync()), CompressionMode.Decompress));
        Assert.Equal(Accepted, await gzip.ReadToEndAsync(Caller.Token));
        Assert.Equal(Accepted, await BodyAsync());
        Assert.Equal(4, caller.Inbox.Messages.Count);
        caller.Inbox.Faults.VerifyAllUsed();

        async Task<string> BodyAsync() => Encoding.UTF8.GetString(await BytesAsync());

        async Task<byte[]> BytesAsync()
        {
            using var response = await caller.SendAsync(Gateway.KeyRef);
            return await response.Content.ReadAsByteArrayAsync(Caller.Token);
        }
    }

    [Fact]
    public async Task Labels_Armed_AreWrongOrMissing()
    {
        using var caller = fixture.Open();
        caller.Inbox.SmsClub = caller.Inbox.SmsClub with { Language = SmsClubLanguage.Ukrainian };
        caller.Inbox.Faults.On().Next(Fault.WrongType("text/html; charset=windows-1252")).Then(Fault.WrongType(null)).Then(Fault.Latin1());

        using var html = await caller.SendAsync(Gateway.SmsApi);
        using var none = await caller.SendAsync(Gateway.SmsApi);
        var details = caller.Form("sms.do", ("format", "json"), ("to", "447700900100"), ("message", "é"), ("details", "1"));
        using var latin = await caller.SendAsync(details.With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));

        Assert.Equal("text/html; charset=windows-1252", html.Content.Headers.ContentType?.ToString());
        Assert.Null(none.Content.Headers.ContentType);
        Assert.Contains((byte)0xe9, await latin.Content.ReadAsByteArrayAsync(Caller.Token));
    }

    [Fact]
    public async Task ReplyThenClose_Armed_NextRequestTakesANewConnection()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.ReplyThenClose());

        using var first = await caller.SendAsync(Gateway.SmsApi);
        await Task.Delay(50, Caller.Token); // The end of the connection has to arrive.
        using var second = await caller.SendAsync(Gateway.SmsApi);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, caller.Inbox.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task Catalogue_EachFault_KeptOrNotLooksTheSameToTheCaller(Gateway gateway)
    {
        foreach (var (name, fault) in Fault.Catalogue(TimeSpan.FromMilliseconds(20)))
        {
            Assert.Equal((name, await OutcomeAsync(gateway, fault.AndAccept(), 1)), (name, await OutcomeAsync(gateway, fault.AndIgnore(), 0)));
        }
    }

    private async Task<string> OutcomeAsync(Gateway gateway, Fault fault, int stored)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On(gateway).Next(fault);
        var send = caller.SendAsync(gateway);
        await caller.Inbox.Exchanges.WaitAsync(cancellationToken: Caller.Token);
        Assert.Equal(stored, caller.Inbox.Messages.Count);
        if (fault.Wire is { Kind: WireKind.Hang } or { Kind: WireKind.HalfBody, Then: After.Hang })
        {
            caller.GiveUp();
        }

        try
        {
            using var response = await send;
            return response.StatusCode.ToString();
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError.ToString();
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }

    [Fact]
    public async Task ContinueFlood_Armed_IsReadOver()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.ContinueFlood(50));

        using var response = await caller.SendAsync(Gateway.SpeedSms);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(caller.Inbox.Messages);
    }

    [Fact]
    public async Task StrayBytes_Armed_LeaveTheReplyWholeAndTheNextRequestFine()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.StrayBytes());

        using var first = await caller.SendAsync(Gateway.SmsApi);
        using var second = await caller.SendAsync(Gateway.SmsApi);

        Assert.Contains("QUEUE", await first.Content.ReadAsStringAsync(Caller.Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(2, caller.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task Latency_Armed_DelaysTheGenuineReply()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.Latency(TimeSpan.FromMilliseconds(120)));
        var started = Stopwatch.GetTimestamp();

        using var response = await caller.SendAsync(Gateway.SmsApi);

        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(115));
        Assert.Single(caller.Inbox.Messages);
    }

    [Fact]
    public async Task Dribble_Armed_BringsTheGenuineReplySlowly()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.Dribble(TimeSpan.FromMilliseconds(5)));
        var started = Stopwatch.GetTimestamp();

        using var response = await caller.SendAsync(Gateway.KeyRef);

        Assert.Equal("""{"status":true,"error":0}""", await response.Content.ReadAsStringAsync(Caller.Token));
        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Contents_OfBulk_AreChangedInTheirMeaning()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On()
            .Next(Fault.FewerResults(2))
            .Then(Fault.DuplicateIds())
            .Then(Fault.Shuffled())
            .Then(Fault.NullFields())
            .Then(Fault.ExtraFields());

        using var fewer = await BulkAsync();
        using var duplicates = await BulkAsync();
        using var shuffled = await BulkAsync();
        using var nulls = await BulkAsync();
        using var extras = await BulkAsync();

        Assert.Equal(1, fewer.RootElement.GetProperty("list").GetArrayLength());
        Assert.Single(Items(duplicates).Select(item => item.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal));
        Assert.Equal("447700900103", Items(shuffled)[0].GetProperty("number").GetString());
        Assert.Equal(JsonValueKind.Null, Items(nulls)[0].GetProperty("points").ValueKind);
        Assert.Equal(JsonValueKind.String, Items(nulls)[0].GetProperty("id").ValueKind);
        Assert.Equal("new", extras.RootElement.GetProperty("unannounced").GetString());
        Assert.Equal(15, caller.Inbox.Messages.Count);

        async Task<JsonDocument> BulkAsync()
        {
            var request = caller.Form("sms.do", ("format", "json"), ("to", "447700900101,447700900102,447700900103"), ("message", "x"));
            return JsonDocument.Parse(await caller.TextAsync(request.With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken))));
        }

        static List<JsonElement> Items(JsonDocument reply) => [.. reply.RootElement.GetProperty("list").EnumerateArray()];
    }

    [Fact]
    public async Task SmsClubMap_OfBulk_IsChangedAsWell()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.FewerResults(1)).Then(Fault.DuplicateIds());

        Assert.DoesNotContain("380000000102", await BulkAsync("a"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await BulkAsync("b"));
        Assert.Single(json.RootElement.GetProperty("success_request").GetProperty("info").EnumerateObject().Select(entry => entry.Name).Distinct(StringComparer.Ordinal));

        Task<string> BulkAsync(string text) => caller.TextAsync(
            caller.Json("sms/send", $$"""{"phone":["380000000101","380000000102"],"message":"{{text}}","src_addr":"Alpha"}""").With(Caller.Bearer(caller.Inbox.Credentials.SmsClubToken)));
    }
}
