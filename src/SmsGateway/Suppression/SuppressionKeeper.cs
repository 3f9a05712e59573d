using Microsoft.Extensions.Options;

namespace SmsGateway.Suppression;

/// <summary>Tells opt-outs among the messages that come in, and puts them on the list where there is one.</summary>
internal sealed class SuppressionKeeper(SmsOptOutKeywords keywords, IOptions<SmsSuppressionOptions> options, ISmsSuppressionStore? store = null)
{
    public SmsInboundEvent Mark(SmsInboundEvent inbound) =>
        keywords.Find(inbound.Message.Text) is var asked and not SmsOptOutRequest.None ? inbound with { OptOut = asked } : inbound;

    /// <summary>Keeps what an inbound message asks. May be done again.</summary>
    /// <param name="inbound">The message.</param>
    /// <param name="answered">The sent message that it answers, if it is known.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async ValueTask NoteAsync(SmsInboundEvent inbound, SmsTrackedMessage? answered, CancellationToken cancellationToken)
    {
        if (store is null || !options.Value.FollowReplies || inbound is not { OptOut: not SmsOptOutRequest.None, Message.From: { } recipient })
        {
            return;
        }

        // A reply may name a short code that no message is sent under; only the sender of what it answers is certain. Else: all senders.
        var sender = answered is { IsSent: true } && answered.Message.Number == recipient ? answered.Sender : null;
        var known = await store.FindAsync(recipient, sender, cancellationToken).ConfigureAwait(false);
        if (inbound.OptOut == SmsOptOutRequest.OptIn)
        {
            if (known is not null)
            {
                await store.RemoveAsync(recipient, known.Sender is null ? null : sender, cancellationToken).ConfigureAwait(false);
            }
        }
        else if (known is null || (sender is null && known.Sender is not null))
        {
            await store.AddAsync(new SmsSuppression(recipient, sender, inbound.ReceivedAt) { MayConfirm = true }, cancellationToken).ConfigureAwait(false);
        }
    }
}
