using System.Globalization;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 31 to 44: HTTP statuses. What a body of the gateway's own says goes before them.</summary>
public sealed class StatusRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Theory]
    [InlineData("SmsApi", """{"error":12,"message":"Message is too long"}""", SmsErrorKind.TextTooLong)]
    [InlineData("SpeedMarket", """{"success":false,"responseCode":"050","responseDescription":"Invalid number"}""", SmsErrorKind.InvalidRecipient)]
    [InlineData("SmsClub", """{"success_request":{"info":[],"add_info":{"src_addr":"Alpha name is wrong"}}}""", SmsErrorKind.InvalidSender)]
    [InlineData("KeyRef", """{"status":false,"error":"Not enough credits"}""", SmsErrorKind.InsufficientBalance)]
    public async Task Row031_400WithTheGatewaysBody_IsRejectedByItsCode(string gateway, string body, SmsErrorKind kind) =>
        AssertOnce(await HearAsync(gateway, "400 Bad Request", body), SmsOutcome.Rejected, kind);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row032_400WithoutReadableBody_IsRejected(string gateway) =>
        AssertOnce(await HearAsync(gateway, "400 Bad Request", "<html>bad</html>"), SmsOutcome.Rejected, gateway switch
        {
            "KeyRef" => SmsErrorKind.Unknown, // its own 400 has two meanings
            _ => SmsErrorKind.InvalidRequest,
        });

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row033_401And403_AreRejected(string gateway)
    {
        // At key/ref these are no words of the gateway: a web server before it spoke.
        var isOwnWord = gateway != "KeyRef";
        var outcome = isOwnWord ? SmsOutcome.Rejected : SmsOutcome.NotSent;
        AssertOnce(await HearAsync(gateway, "401 Unauthorized"), outcome, isOwnWord ? SmsErrorKind.AuthenticationFailed : SmsErrorKind.InvalidRequest);
        AssertOnce(await HearAsync(gateway, "403 Forbidden", "<html>no</html>"), outcome, SmsErrorKind.PermissionDenied);
    }

    [Fact]
    public async Task Row033_AddressFilter_IsIpNotAllowed()
    {
        await using var harness = Start("SmsApi");
        harness.Inbox.SmsApi = harness.Inbox.SmsApi with { AddressAllowed = false };

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.Rejected, SmsErrorKind.IpNotAllowed);
        Assert.Equal("105", result.Error!.GatewayCode);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row034_NoSendEndpointThere_IsNotAcceptedNorTriedAgain(string gateway)
    {
        foreach (var status in new[] { 404, 405, 415 })
        {
            var met = await HearAsync(gateway, string.Create(CultureInfo.InvariantCulture, $"{status} Odd"), "<html>nothing here</html>");

            // Three vendors' documents call it a refusal; at the others nothing that takes SMS spoke.
            AssertOnce(met, gateway is "SpeedMarket" or "KeyRef" ? SmsOutcome.NotSent : SmsOutcome.Rejected, SmsErrorKind.InvalidRequest);
            Assert.Equal(status, met.Result.Error!.HttpStatus);
            Assert.False(met.Result.Error.IsTransient);
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row035_402OrNoCredit_IsRejectedInsufficientBalance(string gateway)
    {
        AssertOnce(await HearAsync(gateway, "402 Payment Required"), SmsOutcome.Rejected, SmsErrorKind.InsufficientBalance);
        await using var harness = Start(gateway);
        harness.Inbox.Balance = 0;

        var result = await SendAsync(harness, gateway);

        // SMS Club says it in a sentence that nobody documents, beside the number.
        AssertIs(result, SmsOutcome.Rejected, gateway == "SmsClub" ? result.Error!.Kind : SmsErrorKind.InsufficientBalance);
        Assert.Empty(harness.Inbox.Messages);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row036_408_IsUnknownTimeout(string gateway)
    {
        var met = await MeetAsync(gateway, Fault.Status(408).AndAccept());
        AssertUnknown(met, SmsErrorKind.Timeout);
        Assert.Equal(408, met.Result.Error!.HttpStatus);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row037_409_IsRejectedDuplicate(string gateway) =>
        AssertOnce(await HearAsync(gateway, "409 Conflict"), SmsOutcome.Rejected, gateway == "SmsApi" ? SmsErrorKind.InvalidRequest : SmsErrorKind.DuplicateMessage);

    [Fact]
    public async Task Row037_DuplicateOfOurOwnLostTry_IsAcceptedAndMarked()
    {
        await using var harness = Start("SmsApi", options => ((SmsApi.SmsApiOptions)options).DuplicateProtection = true);
        harness.Inbox.Faults.On().Next(Fault.CloseFin().AndAccept());

        var result = await SendAsync(harness, "SmsApi");

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.True(result.IsDuplicate);
        Assert.Single(harness.Inbox.Messages);
        Assert.Equal(2, harness.Inbox.Exchanges.Count);
    }

    [Fact]
    public async Task Row037_DuplicateOfSomebodyElses_IsRejected()
    {
        await using var harness = Start("SmsApi", options => ((SmsApi.SmsApiOptions)options).DuplicateProtection = true);
        var message = Message("SmsApi") with { Reference = "order0000000037" };
        await harness.SendAsync(message);

        AssertIs((await harness.SendAsync(message))[0], SmsOutcome.Rejected, SmsErrorKind.DuplicateMessage);
        Assert.Single(harness.Inbox.Messages);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row038_TooLarge_IsRejectedTextTooLong(string gateway)
    {
        foreach (var status in new[] { "413 Too Large", "414 Too Long", "431 Too Large" })
        {
            AssertOnce(await HearAsync(gateway, status), SmsOutcome.Rejected, SmsErrorKind.TextTooLong);
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row039_429WithSeconds_WaitsAndIsAccepted(string gateway)
    {
        await using var harness = Start(gateway);
        harness.Inbox.Faults.On().Next(Fault.RateLimited(TimeSpan.FromSeconds(1)));
        var started = TimeProvider.System.GetTimestamp();

        var result = await SendAsync(harness, gateway);

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal([SmsErrorKind.RateLimited, null], result.Attempts.Select(attempt => attempt.ErrorKind));
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.9));
        Assert.Single(harness.Inbox.Messages);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row040_429WithOddRetryAfter_IsNotSentAndReadsOnlyWhatLiesAhead(string gateway)
    {
        // Side by side: SMS Club names no time, a second is assumed and waited there.
        await Task.WhenAll(CheckAsync("soon"), CheckAsync("-5"), CheckAsync("0"), CheckAsync("Wed, 21 Oct 2015 07:28:00 GMT"), CheckAsync(""),
            CheckAsync(DateTimeOffset.UtcNow.AddHours(3).ToString("R", CultureInfo.InvariantCulture), TimeSpan.FromHours(3)));

        async Task CheckAsync(string header, TimeSpan? expected = null)
        {
            var met = await HearAsync(gateway, RawServer.Reply("", "429 Too Many", $"Retry-After: {header}\r\n"), options => options.Resilience.MaxRetryAfter = TimeSpan.FromSeconds(2));

            AssertIs(met.Result, SmsOutcome.NotSent, SmsErrorKind.RateLimited);

            var assumed = gateway == "SmsClub" ? TimeSpan.FromSeconds(1) : (TimeSpan?)null;
            Assert.Equal(expected?.TotalHours ?? (assumed?.TotalHours ?? 0), met.Result.Error!.RetryAfter?.TotalHours ?? 0, tolerance: 0.1);
            Assert.Equal(expected is null ? Attempts : 1, met.Exchanges);
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row041_429WithADay_IsNotSentAtOnce(string gateway)
    {
        foreach (var header in new[] { "86400", "999999999999999999999" })
        {
            var met = await HearAsync(gateway, "429 Too Many", headers: $"Retry-After: {header}\r\n");

            AssertOnce(met, SmsOutcome.NotSent, SmsErrorKind.RateLimited);
            Assert.True(met.Result.Error!.RetryAfter >= TimeSpan.FromDays(1));
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row042_ServerErrors_AreUnknown(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.Html(500).AndAccept()), SmsErrorKind.GatewayError);
        AssertUnknown(await MeetAsync(gateway, Fault.Html(502).AndIgnore()), SmsErrorKind.GatewayUnavailable);
        AssertUnknown(await MeetAsync(gateway, Fault.Status(504).AndAccept()), SmsErrorKind.GatewayUnavailable);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row043_503_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.Status(503).AndAccept()), SmsErrorKind.GatewayUnavailable);

    [Fact]
    public async Task Row043_UnavailableAsDocumented_IsNotSentAndTriedAgain()
    {
        // SpeedMarket's 100 says that the service is off: nothing was processed.
        await using var harness = Start("SpeedMarket");
        harness.Inbox.Faults.On().Next(Fault.GatewayError("100"));

        var result = await SendAsync(harness, "SpeedMarket");

        AssertIs(result, SmsOutcome.Accepted, kind: null);
        Assert.Equal(SmsOutcome.NotSent, result.Attempts[0].Outcome);
        Assert.Equal(2, harness.Inbox.Exchanges.Count);
    }

    [Theory]
    [InlineData("SmsApi")]
    [InlineData("SpeedSms")]
    [InlineData("SpeedMarket")]
    [InlineData("SmsClub")]
    public async Task Row044_ServerErrorOnAQuery_IsTriedAgainThenTold(string gateway)
    {
        await using var harness = Start(gateway);
        var account = harness.Client.GetRequiredService<ISmsAccount>();
        harness.Inbox.Faults.OnAny().Next(Fault.Html(502), Attempts);

        var thrown = await Assert.ThrowsAsync<SmsException>(() => account.GetBalanceAsync(Stop));

        Assert.Equal(SmsErrorKind.GatewayUnavailable, thrown.Error.Kind);
        Assert.Equal(Attempts, harness.Inbox.Exchanges.Count);
        PrintedText.Keep(thrown);

        harness.Inbox.Faults.OnAny().Next(Fault.Html(500), Attempts - 1);
        await account.GetBalanceAsync(Stop);
        Assert.Equal(2 * Attempts, harness.Inbox.Exchanges.Count);
    }
}
