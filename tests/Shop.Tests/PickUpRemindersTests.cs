using SmsGateway;
using SmsGateway.Testing;

namespace Shop.Tests;

public sealed class PickUpRemindersTests
{
    private readonly FakeSmsClient _sms = new();
    private readonly OrderBook _orders = new();
    private readonly PickUpReminders _reminders;

    public PickUpRemindersTests() => _reminders = new PickUpReminders(_sms, _sms.GetRequiredService<ISmsReconciler>(), _orders, new ManualTimeProvider());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Twice_RemindsEachOnce()
    {
        Place("+48500111001");
        Place("+48500111002");

        await _reminders.RunAsync(Stop);
        await _reminders.RunAsync(Stop);

        SmsAssert.Count(_sms.Sent, 2);
        SmsAssert.Once(_sms.Sent, "remind00000001");
        SmsAssert.Once(_sms.Sent, "remind00000002");
    }

    [Fact]
    public async Task Run_AnswerLostButGatewayHasIt_IsFoundOutAndNotSentAgain()
    {
        var order = Place("+48500111001");
        _sms.When.Any().Unknown(gatewayAccepted: true);

        await _reminders.RunAsync(Stop);
        Assert.Equal(SmsOutcome.Unknown, order.Reminder!.Result!.Outcome);
        await _reminders.RunAsync(Stop);

        Assert.Equal(SmsOutcome.Accepted, order.Reminder.Result.Outcome);
        SmsAssert.Count(_sms.Sent, 1);
        SmsAssert.Once(_sms.Sent, "remind00000001");
    }

    [Fact]
    public async Task Run_NobodyKnows_IsNeverSentBlindly()
    {
        var order = Place("+48500111001");
        _sms.When.Any().Unknown(gatewayAccepted: false);

        await _reminders.RunAsync(Stop);
        await _reminders.RunAsync(Stop);

        SmsAssert.Count(_sms.Sent, 1);
        Assert.True(order.Reminder!.Result!.IsProbablyNotSent);
    }

    [Fact]
    public async Task Run_NotSent_IsSentNextTime()
    {
        Place("+48500111001");
        _sms.When.Any().NotSent().Accept();

        await _reminders.RunAsync(Stop);
        await _reminders.RunAsync(Stop);

        SmsAssert.Once(_sms.Sent, "remind00000001");
        _sms.When.VerifyAllUsed();
    }

    [Fact]
    public async Task Run_ProcessEndedBeforeAResultWasKept_AsksByTheReference()
    {
        var order = Place("+48500111001");
        await _reminders.RunAsync(Stop);
        order.Reminder!.Result = null;

        await _reminders.RunAsync(Stop);

        Assert.Equal(SmsOutcome.Accepted, order.Reminder.Result!.Outcome);
        SmsAssert.Count(_sms.Sent, 1);
    }

    private Order Place(string phone) => _orders.Place(new NewOrder(phone, 49.90m));
}
