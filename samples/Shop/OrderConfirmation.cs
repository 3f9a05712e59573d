using System.Globalization;
using SmsGateway;

namespace Shop;

/// <summary>Tells a customer that an order was taken.</summary>
internal sealed class OrderConfirmation(ISmsClient sms)
{
    #region Confirm
    public async Task<ConfirmationState> SendAsync(Order order, CancellationToken cancellationToken)
    {
        var result = await sms.SendAsync(
            new SmsMessage(order.Phone, string.Create(CultureInfo.InvariantCulture, $"Thank you! Order {order.Number} over {order.Total:0.00} PLN is being packed."))
            {
                Category = SmsCategory.Transactional,
                Reference = string.Create(CultureInfo.InvariantCulture, $"confirm{order.Number:D8}"),
                MaxSegments = 1,
            },
            cancellationToken);

        return result switch
        {
            { IsAccepted: true } => ConfirmationState.Sent,

            // Nothing left, surely: a later try cannot become a second SMS.
            { IsSafeToResend: true } => ConfirmationState.TryLater,

            // The gateway may have it. The customer also sees the order on the page, so two messages would be worse than none.
            { Outcome: SmsOutcome.Unknown } => ConfirmationState.Uncertain,

            // The number will not get better by itself: ask the customer. Anything else is ours to mend.
            { Error.Scope: SmsErrorScope.Recipient } => ConfirmationState.AskForNumber,
            _ => ConfirmationState.Failed,
        };
    }
    #endregion
}

/// <summary>What became of a confirmation.</summary>
internal enum ConfirmationState
{
    NotTried,
    Sent,
    TryLater,
    Uncertain,
    AskForNumber,
    Failed,
}
