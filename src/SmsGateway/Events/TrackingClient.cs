namespace SmsGateway.Events;

/// <summary>Keeps what was sent, so that reports find their messages.</summary>
internal sealed class TrackingClient(ISmsClient inner, MessageTracker tracker, SendsUnderWay sends) : DelegatingSmsClient(inner)
{
    public override async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default)
    {
        using var underWay = sends.Begin();
        try
        {
            var results = await base.SendAsync(messages, cancellationToken).ConfigureAwait(false);
            await tracker.KeepAsync(messages, results).ConfigureAwait(false);
            return results;
        }
        catch (SmsSendCanceledException cancelled)
        {
            await tracker.KeepAsync(messages, cancelled.PartialResult).ConfigureAwait(false);
            throw;
        }
    }
}
