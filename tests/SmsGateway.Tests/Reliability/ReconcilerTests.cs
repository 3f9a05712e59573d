using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>Results that a process kept over a restart, as JSON, and what a new process finds out about them.</summary>
public sealed class ReconcilerTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Reconcile_AcceptedBeforeTheRestart_IsFoundWhereTheGatewayCanBeAsked(string gateway)
    {
        var (result, inbox) = await RestartAsync(gateway, Fault.CloseFin().AndAccept());

        var canBeAsked = gateway is "SmsApi" or "SpeedMarket" or "KeyRef";
        Assert.Equal(canBeAsked ? SmsOutcome.Accepted : SmsOutcome.Unknown, result.Outcome);
        Assert.Equal(canBeAsked, result.IsDuplicate);
        Assert.Equal(SmsOutcome.Unknown, result.Attempts[0].Outcome);
        Assert.Single(inbox.Messages);
        Assert.Contains(canBeAsked ? "" : "cannot be asked", result.Error?.Message ?? "");
    }

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Reconcile_LostBeforeTheRestart_IsNeverCalledAccepted(string gateway)
    {
        var (result, inbox) = await RestartAsync(gateway, Fault.CloseFin().AndIgnore());

        // SMSAPI is asked by sending again: afterwards it has the message. Elsewhere nothing was sent again, and nobody claims more than he knows.
        Assert.Equal(gateway == "SmsApi" ? SmsOutcome.Accepted : SmsOutcome.Unknown, result.Outcome);
        Assert.Equal(gateway is "SpeedMarket" or "KeyRef", result.IsProbablyNotSent);
        Assert.Equal(gateway == "SmsApi" ? 1 : 0, inbox.Messages.Count);
        Assert.False(result.IsSafeToResend);
    }

    [Theory]
    [InlineData("SpeedMarket")]
    [InlineData("KeyRef")]
    public async Task Reconcile_LostAndResendAllowed_IsSentOnceMoreUnderTheSameReference(string gateway)
    {
        var (result, inbox) = await RestartAsync(gateway, Fault.CloseFin().AndIgnore(), options => options.ResendWhenProbablyNotSent = true);

        Assert.Equal(SmsOutcome.Accepted, result.Outcome);
        Assert.Equal(result.Reference, Assert.Single(inbox.Messages).Reference);
    }

    [Theory]
    [InlineData("SpeedMarket")]
    [InlineData("KeyRef")]
    public async Task Reconcile_NotYetSettled_AbsenceIsNotBelieved(string gateway)
    {
        var (result, _) = await RestartAsync(gateway, Fault.CloseFin().AndIgnore(), options =>
        {
            options.ResendWhenProbablyNotSent = true;
            options.SettleTime = TimeSpan.FromHours(1);
        });

        Assert.Equal((SmsOutcome.Unknown, false, 1), (result.Outcome, result.IsProbablyNotSent, result.Attempts.Count));
    }

    [Fact]
    public async Task Reconcile_OnlyTheReferenceWasKept_IsFound()
    {
        await using var harness = Start("SpeedMarket");
        var message = new SmsMessage(GatewayUnderTest.Of("SpeedMarket").Number(1), "hello") { Reference = "order0000000042" };
        await harness.SendAsync(message);

        var found = await harness.Client.GetRequiredService<ISmsReconciler>().ReconcileAsync([new SmsInDoubt(message, DateTimeOffset.UtcNow)], Stop);

        Assert.Equal(SmsOutcome.Accepted, found[0].Outcome);
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.GetRequiredService<ISmsReconciler>()
            .ReconcileAsync([new SmsInDoubt(message with { Reference = null }, DateTimeOffset.UtcNow)], Stop));
    }

    [Fact]
    public async Task Reconcile_BehindTheGatewaysMemory_DoesNotAskAgain()
    {
        await using var harness = Start("SmsApi");
        var message = new SmsMessage(GatewayUnderTest.Of("SmsApi").Number(1), "hello") { Reference = "order0000000043" };

        var found = await harness.Client.GetRequiredService<ISmsReconciler>().ReconcileAsync([new SmsInDoubt(message, DateTimeOffset.UtcNow.AddHours(-23))], Stop);

        Assert.Equal(SmsOutcome.Unknown, found[0].Outcome);
        Assert.Contains("forgotten", found[0].Error!.Message);
        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Fact]
    public async Task Reconcile_KnownOutcome_IsKeptWithoutAQuestion()
    {
        await using var harness = Start("SpeedMarket");
        var message = new SmsMessage(GatewayUnderTest.Of("SpeedMarket").Number(1), "hello");
        var accepted = (await harness.SendAsync(message))[0];

        var found = await harness.Client.GetRequiredService<ISmsReconciler>().ReconcileAsync([SmsInDoubt.Of(message, accepted)], Stop);

        Assert.Equal(accepted.MessageId, found[0].MessageId);
        Assert.Single(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData("SpeedMarket")]
    [InlineData("KeyRef")]
    public async Task Send_AcceptedButNotVisibleYet_IsFoundByTheNextQuestion(string gateway)
    {
        await using var harness = Start(gateway, enabled: true);
        harness.Inbox.SpeedMarket = harness.Inbox.SpeedMarket with { HiddenLookups = 2 };
        harness.Inbox.KeyRef = harness.Inbox.KeyRef with { HiddenLookups = 2 };
        harness.Inbox.Faults.On().Next(Fault.Reset().AndAccept());

        var result = (await harness.SendAsync(new SmsMessage(GatewayUnderTest.Of(gateway).Number(1), "hello")))[0];

        Assert.Equal((SmsOutcome.Accepted, true), (result.Outcome, result.IsDuplicate));
        Assert.Single(harness.Inbox.Messages);
        Assert.Equal(4, harness.Inbox.Exchanges.Count);
    }

    /// <summary>Sends into a fault, keeps what there is as JSON, and lets a new container ask.</summary>
    private async Task<(SmsResult Result, SmsInbox Inbox)> RestartAsync(string gateway, Fault fault, Action<SmsReconciliationOptions>? options = null)
    {
        await using var before = Start(gateway);
        before.Inbox.Faults.On().Next(fault);
        var message = new SmsMessage(GatewayUnderTest.Of(gateway).Number(1), "hello");
        var result = (await before.SendAsync(message))[0];
        Assert.Equal(SmsOutcome.Unknown, result.Outcome);
        var kept = JsonSerializer.Serialize([SmsInDoubt.Of(message, result)], SmsJsonContext.Default.SmsInDoubtArray);

        var services = new ServiceCollection();
        GatewayUnderTest.Of(gateway).Register(services.AddSmsGateway(), gateway, before.Emulator, before.Inbox, account =>
        {
            account.Resilience.Reconciliation.SettleTime = TimeSpan.Zero;
            options?.Invoke(account.Resilience.Reconciliation);
        });
        await using var after = services.BuildServiceProvider();
        var found = await after.GetRequiredService<ISmsReconciler>().ReconcileAsync(JsonSerializer.Deserialize(kept, SmsJsonContext.Default.SmsInDoubtArray)!, Stop);
        PrintedText.Keep(found);
        return (found[0], before.Inbox);
    }

    // With one attempt nothing is cleared up by the send itself.
    private Harness Start(string gateway, bool enabled = false) => new(fixture, gateway, options =>
    {
        options.Resilience.MaxAttempts = 1;
        options.Resilience.Reconciliation.Enabled = enabled;
        options.Resilience.Reconciliation.Delays = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(5), 20)];
    });
}
