using System.Net;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Faults;

/// <summary>Which request meets which fault.</summary>
public sealed class FaultScriptTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task NextThen_Counted_AreUsedInOrderAndThenNoMore()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On().Next(Fault.Status(500), times: 2).Then(Fault.None()).Then(Fault.Status(502));

        Assert.Equal(4, caller.Inbox.Faults.Remaining);
        Assert.Equal([500, 500, 200, 502, 200], await StatusesAsync(caller, 5));
        Assert.Equal(0, caller.Inbox.Faults.Remaining);
        Assert.False(caller.Inbox.Faults.IsArmed);
        caller.Inbox.Faults.VerifyAllUsed();
    }

    [Fact]
    public async Task UsedUp_StillSaysWhichFaultItWas()
    {
        using var caller = fixture.Open();
        var rule = caller.Inbox.Faults.On().Next(Fault.CloseFin().AndAccept()).Then(Fault.Status(502), times: 3);
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.KeyRef));
        await StatusesAsync(caller, 1);

        Assert.Equal([("next", "CloseFin, kept", 1, 1), ("next", "Status 502, not kept", 3, 1)], rule.Steps().Select(step => (step.Mode, step.Fault.ToString(), step.Times, step.Used)));
        Assert.EndsWith("CloseFin, kept used up, then 2 x Status 502, not kept (used 2)", rule.ToString(), StringComparison.Ordinal);
        using var rules = System.Text.Json.JsonDocument.Parse(await caller.TextAsync(caller.Get("api/v1/faults")));
        var plan = rules.RootElement.GetProperty("rules").EnumerateArray().Single(each => each.GetProperty("inbox").GetString() == caller.Inbox.Name).GetProperty("plan");
        Assert.Equal(["CloseFin", "Status"], plan.EnumerateArray().Select(step => step.GetProperty("fault").GetProperty("fault").GetString()));
    }

    [Fact]
    public async Task EveryAndAlways_Armed_GoOn()
    {
        using var caller = fixture.Open();
        var rule = caller.Inbox.Faults.On().Every(3, Fault.Status(500));

        Assert.Equal([200, 200, 500, 200, 200, 500], await StatusesAsync(caller, 6));

        rule.Always(Fault.Status(503));
        Assert.Equal([503, 503, 500], await StatusesAsync(caller, 3));
        rule.Dispose();
        Assert.Equal([200], await StatusesAsync(caller, 1));
    }

    [Fact]
    public async Task Randomly_SameSeed_GivesSameSequence()
    {
        using var first = fixture.Open();
        using var second = fixture.Open();
        first.Inbox.Faults.On().Randomly(0.5, seed: 42, Fault.Status(500), Fault.Status(502));
        second.Inbox.Faults.On().Randomly(0.5, seed: 42, Fault.Status(500), Fault.Status(502));

        var statuses = await StatusesAsync(first, 30);

        Assert.Equal(statuses, await StatusesAsync(second, 30));
        Assert.Contains(200, statuses);
        Assert.Contains(500, statuses);
        Assert.Contains("seed 42", fixture.Emulator.Dump(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_NotMet_LeaveTheRequestAlone()
    {
        using var caller = fixture.Open();
        var faults = caller.Inbox.Faults;
        faults.On(Gateway.SmsClub).Next(Fault.Status(500));
        faults.On(operation: Operation.Balance).Next(Fault.Status(501));
        faults.On(to: "+44 7700 900777").Next(Fault.Status(502));
        faults.On(match: exchange => exchange.RequestText.Contains("bomb", StringComparison.Ordinal)).Next(Fault.Status(503));

        Assert.Equal(200, await StatusAsync(caller, Gateway.SmsApi));
        Assert.Equal(502, await StatusAsync(caller, Gateway.SmsApi, "447700900777"));
        Assert.Equal(503, await StatusAsync(caller, Gateway.SmsApi, text: "a bomb"));
        Assert.Equal(500, await StatusAsync(caller, Gateway.SmsClub));
        using var balance = await caller.SendAsync(caller.Get("user.do?credits=1&format=json").With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));
        Assert.Equal(501, (int)balance.StatusCode);
        faults.VerifyAllUsed();
    }

    [Theory]
    [InlineData(Gateway.SpeedSms, "0900000777", "+84900000777")]
    [InlineData(Gateway.SpeedMarket, "11900000777", "+5511900000777")]
    public async Task Recipient_InAnyForm_IsRecognised(Gateway gateway, string submitted, string international)
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On(to: international).Next(Fault.Status(500));

        Assert.Equal(500, await StatusAsync(caller, gateway, submitted));
    }

    [Fact]
    public async Task VerifyAllUsed_UnusedStep_SaysWhich()
    {
        using var caller = fixture.Open();
        caller.Inbox.Faults.On(Gateway.KeyRef).Next(Fault.CloseFin().AndAccept(), 2);
        using var response = await caller.SendAsync(Gateway.SmsApi);

        var exception = Assert.Throws<ExpectationException>(caller.Inbox.Faults.VerifyAllUsed);

        Assert.Contains("KeyRef Send: 2 x CloseFin, kept (used 0)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GlobalRules_ComeAfterThoseOfTheInbox()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        emulator.Faults.On().Next(Fault.Status(500));
        caller.Inbox.Faults.On().Next(Fault.Status(502));

        Assert.Equal([502, 500, 200], await StatusesAsync(caller, 3));
    }

    [Fact]
    public async Task EarlyFault_Armed_AnswersWithoutReadingTheBody()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        emulator.Faults.On().Next(Fault.Status(429).BeforeBody()).Then(Fault.Reset().BeforeBody());

        using var refused = await caller.SendAsync(Gateway.SmsApi);
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.SmsApi));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Empty(emulator.Exchanges);
        Assert.Empty(emulator.Messages);
        emulator.Faults.VerifyAllUsed();
    }

    private static async Task<int> StatusAsync(Caller caller, Gateway gateway, string? to = null, string text = "hello")
    {
        using var response = await caller.SendAsync(gateway, to, text);
        return (int)response.StatusCode;
    }

    private static async Task<List<int>> StatusesAsync(Caller caller, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add(await StatusAsync(caller, Gateway.SmsApi, Caller.Number(Gateway.SmsApi, 200 + i)));
        }

        return statuses;
    }
}
