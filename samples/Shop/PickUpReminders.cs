using System.Globalization;
using SmsGateway;

namespace Shop;

/// <summary>Reminds customers of parcels that wait. Runs now and then; however often, each customer is reminded once.</summary>
internal sealed class PickUpReminders(ISmsClient sms, ISmsReconciler reconciler, OrderBook orders, TimeProvider time)
{
    #region Remind
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await FindOutAsync(cancellationToken);
        List<Order> due = [.. orders.All.Where(order => order.Reminder is null or { Result.IsSafeToResend: true })];

        // What is about to be sent is kept before it is sent: after a crash the reference is the only trace.
        foreach (var order in due)
        {
            order.Reminder = new Reminder(Write(order), time.GetUtcNow());
        }

        var results = await sms.SendAsync([.. due.Select(order => order.Reminder!.Message)], cancellationToken);
        foreach (var result in results)
        {
            due[result.Index].Reminder!.Result = result;
        }
    }

    // Nobody knows whether these were sent. Sending again could remind twice, so the gateway is asked - by the reference, which
    // works even when the process ended in between and no result was kept.
    private async Task FindOutAsync(CancellationToken cancellationToken)
    {
        List<Order> open = [.. orders.All.Where(order => order.Reminder is { Result: null or { Outcome: SmsOutcome.Unknown } })];
        var found = await reconciler.ReconcileAsync([.. open.Select(order => order.Reminder!.InDoubt)], cancellationToken);
        foreach (var result in found)
        {
            open[result.Index].Reminder!.Result = result;
        }
    }
    #endregion

    private static SmsMessage Write(Order order) => new(order.Phone, string.Create(CultureInfo.InvariantCulture, $"Your order {order.Number} waits at the parcel box until tomorrow."))
    {
        Category = SmsCategory.Transactional,
        Reference = string.Create(CultureInfo.InvariantCulture, $"remind{order.Number:D8}"),
        MaxSegments = 1,
    };
}

/// <summary>A reminder as it is kept. A row in real life: all of it goes through JSON.</summary>
internal sealed class Reminder(SmsMessage message, DateTimeOffset startedAt)
{
    public SmsMessage Message => message;

    public SmsResult? Result { get; set; }

    public SmsInDoubt InDoubt => new(message, startedAt, Result);
}
