using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>The neutral features of SMSAPI, against the emulator.</summary>
public sealed class SmsApiFeatureTests(EmulatorFixture fixture)
{
    private static readonly GatewayUnderTest Target = GatewayUnderTest.Of("SmsApi");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Features_WhatTheInfoTells_IsThere()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        Assert.True(harness.Client.GetRequiredService<SmsGatewayInfo>().Has(
            SmsCapabilities.StatusQuery | SmsCapabilities.Balance | SmsCapabilities.Senders | SmsCapabilities.Cancel | SmsCapabilities.NumberLookup | SmsCapabilities.Verification));
        Assert.All(
            new[] { typeof(ISmsApiClient), typeof(ISmsStatusReader), typeof(ISmsAccount), typeof(ISmsScheduler), typeof(INumberLookup), typeof(ISmsVerification) },
            type =>
            {
                Assert.IsAssignableFrom(type, harness.Client.GetService(type));
                Assert.IsAssignableFrom(type, harness.Services.GetRequiredKeyedService(type, "SmsApi"));
            });
        Assert.Contains("SMSAPI has no IVoiceClient", Assert.Throws<NotSupportedException>(() => harness.Client.GetRequiredService<IVoiceClient>()).Message);
    }

    [Fact]
    public async Task StatusReader_ManyAndUnknown_GivesOneReportEach()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var results = await harness.Client.SendAsync([.. SmsMessage.ToMany(Enumerable.Range(0, 150).Select(Target.Number), "hello")], Stop);
        SmsMessageHandle[] handles = [.. results.Select(SmsMessageHandle.Of), new("SmsApi", "1"), new("SmsApi", Id: null), SmsMessageHandle.Of(results[0])];

        var reports = await harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync(handles, Stop);

        Assert.Equal(handles, reports.Select(report => report.Message));
        Assert.All(reports.Take(150), report => Assert.Equal((0.165m, false), (report.Price!.Value.Amount, report.IsFinal)));
        Assert.Equal([SmsDeliveryStatus.Unknown, SmsDeliveryStatus.Unknown], reports.Skip(150).Take(2).Select(report => report.Status));
        Assert.NotNull(reports[^1].RawStatus);
        Assert.Equal(2, harness.Inbox.Exchanges.Count(exchange => exchange.Operation == Operation.Status));
    }

    [Fact]
    public async Task StatusReader_OneBadIdRefusesAll_StillFindsTheOthers()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var result = (await harness.SendAsync(new SmsMessage(Target.Number(1), "hello")))[0];
        harness.Inbox.Faults.On(Gateway.SmsApi, Operation.Status, match: exchange => exchange.RequestText.Contains("bad")).Always(Fault.GatewayError("400"));

        var reports = await harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync([new("SmsApi", "bad"), SmsMessageHandle.Of(result), new("SmsApi", "bad2")], Stop);

        Assert.Equal([null, "QUEUE", null], reports.Select(report => report.RawStatus == "SENT" ? "QUEUE" : report.RawStatus));
    }

    [Fact]
    public async Task Scheduler_ScheduledSentAndUnknown_SaysWhichWereTakenBack()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var results = await harness.SendAsync(
            new SmsMessage(Target.Number(1), "later") { SendAt = DateTimeOffset.UtcNow.AddHours(2) },
            new SmsMessage(Target.Number(2), "later") { SendAt = DateTimeOffset.UtcNow.AddHours(2) },
            new SmsMessage(Target.Number(3), "now"));
        var scheduler = harness.Client.GetRequiredService<ISmsScheduler>();

        var some = await scheduler.CancelAsync([SmsMessageHandle.Of(results[0]), SmsMessageHandle.Of(results[2]), new("SmsApi", "1"), new("SmsApi", Id: null)], Stop);
        harness.Inbox.Faults.On(Gateway.SmsApi, Operation.Cancel, match: exchange => exchange.RequestText.Contains("%2C")).Always(Fault.GatewayError("301"));
        var rest = await scheduler.CancelAsync([SmsMessageHandle.Of(results[0]), SmsMessageHandle.Of(results[1])], Stop);

        Assert.Equal([true, false, false, false], some.Select(item => item.IsCancelled));
        Assert.Equal([false, true], rest.Select(item => item.IsCancelled));
    }

    [Fact]
    public async Task Account_BalanceAndSenders_AreRead()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.SetBalance(Gateway.SmsApi, 8111.1725m);
        harness.Inbox.SmsApi = harness.Inbox.SmsApi with { NewSendersAreActive = false };
        var account = harness.Client.GetRequiredService<ISmsAccount>();
        await harness.Services.GetRequiredKeyedService<ISmsApiClient>("SmsApi").Senders.AddAsync("New", Stop);

        Assert.Equal(new SmsBalance(8111.1725m, "points"), await account.GetBalanceAsync(Stop));
        var senders = await account.GetSendersAsync(Stop);
        Assert.Contains(new SmsSender("Test", IsActive: true, IsDefault: true), senders);
        Assert.Contains(new SmsSender("New", IsActive: false), senders);
    }

    [Fact]
    public async Task NumberLookup_EveryState_IsToldInOrder()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        PhoneNumber[] numbers = [.. new[] { "+48500110001", "+48500110002", "+48500111000", "+48500111001", "+48500110001" }.Select(number => PhoneNumber.Parse(number))];
        harness.Inbox.SmsApi = harness.Inbox.SmsApi with
        {
            Lookups = new Dictionary<string, SmsApiLookup> { ["48500111000"] = new("SYSTEM_FAILURE") { IsFound = false } },
        };

        var found = await harness.Client.GetRequiredService<INumberLookup>().LookUpAsync(numbers, Stop);

        Assert.Equal(numbers, found.Select(info => info.Number));
        Assert.Equal([NumberState.Invalid, NumberState.Absent, NumberState.Unknown, NumberState.Active, NumberState.Invalid], found.Select(info => info.State));
        Assert.Equal((260, 2, false, 0.05m, "Example network"), (found[3].CountryCode!.Value, found[3].NetworkCode!.Value, found[3].IsPorted!.Value, found[3].Price!.Value.Amount, found[3].Info));
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task NumberLookup_NoCorrectNumber_IsAnAnswer()
    {
        await using var harness = new Harness(fixture, "SmsApi");

        var found = await harness.Client.GetRequiredService<INumberLookup>().LookUpAsync([PhoneNumber.Parse("+48221234567")], Stop);
        harness.Inbox.SetBalance(Gateway.SmsApi, 0);
        var poor = await Assert.ThrowsAsync<SmsException>(() => harness.Client.GetRequiredService<INumberLookup>().LookUpAsync([PhoneNumber.Parse("+48500111001")], Stop));

        Assert.Equal(NumberState.Invalid, Assert.Single(found).State);
        Assert.Equal(SmsErrorKind.InsufficientBalance, poor.Error.Kind);
    }

    [Fact]
    public async Task Verification_RightWrongAndExpired_AreToldApart()
    {
        await using var harness = new Harness(fixture, "SmsApi", options => options.Sender = "Shop");
        var verification = harness.Client.GetRequiredService<ISmsVerification>();

        await verification.StartAsync("+48 500 111 001", "Kod {code}, ważny 5 minut", Stop);
        var message = Assert.Single(harness.Inbox.Messages);
        var code = message.Text[4..10];

        Assert.Equal(("Shop", $"Kod {code}, ważny 5 minut"), (message.From, message.Text));
        Assert.False((await verification.CheckAsync("+48500111001", "x" + code, Stop)).IsVerified);
        Assert.True((await verification.CheckAsync("+48500111001", code, Stop)).IsVerified);
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Next(Fault.Status(408, "[]", "application/json"));
        Assert.False((await verification.CheckAsync("+48500111001", code, Stop)).IsVerified);
        await Assert.ThrowsAsync<ArgumentException>(() => verification.StartAsync("+48500111001", "no code", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => verification.StartAsync("nobody", "{code}", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => verification.StartAsync("+48500111001", "{code} [%goto:x%]", Stop));
    }

    [Fact]
    public async Task Verification_AnswerLost_IsNotRepeated()
    {
        await using var harness = new Harness(fixture, "SmsApi");
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Always(Fault.CloseFin().AndAccept());

        await Assert.ThrowsAsync<SmsException>(() => harness.Client.GetRequiredService<ISmsVerification>().StartAsync("+48500111001", "{code}", Stop));

        Assert.Single(harness.Inbox.Messages);
        Assert.Single(harness.Inbox.Exchanges);
    }
}
