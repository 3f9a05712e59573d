using Microsoft.Extensions.Logging;
using SmsGateway.Client;
using SmsGateway.Telemetry;

namespace SmsGateway.Events;

/// <summary>Keeps sent messages, joined with what was reported of them before the send had come back.</summary>
internal sealed class MessageTracker(
    ISmsMessageStore messages, Stripes stripes, StatusPoller poller, AccountDirectory accounts, SmsEventOptions options, TimeProvider time, ILogger logger)
{
    private const int Parallel = 16;

    /// <summary>Keeps what may be reported about. Never throws: what is sent is sent.</summary>
    public async Task KeepAsync(IReadOnlyList<SmsMessage> sent, SmsBatchResult results)
    {
        try
        {
            await System.Threading.Tasks.Parallel.ForEachAsync(
                results.Where(MayBeReported),
                new ParallelOptions { MaxDegreeOfParallelism = results.Count < Parallel ? 1 : Parallel },
                (result, _) => KeepAsync(sent[result.Index], result)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            SmsLog.NotTracked(logger, exception);
        }
    }

    private static bool MayBeReported(SmsResult result) =>
        result is { IsSimulated: false, Outcome: SmsOutcome.Accepted or SmsOutcome.Unknown } && (result.MessageId ?? (object?)result.Reference) is not null
        && (result.MessageId?.Account ?? result.Account) is not null;

    private async ValueTask KeepAsync(SmsMessage message, SmsResult result)
    {
        var handle = SmsMessageHandle.Of(result);
        var now = time.GetUtcNow();
        SmsTrackedMessage kept;
        using (await stripes.EnterAsync(EventLane.Of(handle, idIsShared: false), CancellationToken.None).ConfigureAwait(false))
        {
            var known = await messages.FindAsync(handle, CancellationToken.None).ConfigureAwait(false);
            kept = (known ?? new SmsTrackedMessage { Key = EventKeys.OfMessage(handle), Message = handle, At = now, KnownUntil = now }) with
            {
                Message = known is null ? handle : ReportJudge.Join(known.Message, handle),
                IsSent = true,
                At = now,
                KnownUntil = now + options.Retention,
                Sender = message.From,
                Category = message.Category,
                Segments = result.Segments,
                IsPolled = IsPolled(handle.Account, result),
            };
            await messages.SaveAsync([kept], CancellationToken.None).ConfigureAwait(false);
        }

        if (kept is { IsPolled: true, IsFinal: false })
        {
            poller.Add(kept);
        }
    }

    // A message that may have been lost on its way can be asked about where a reference is enough to ask.
    private bool IsPolled(string account, SmsResult result) =>
        accounts.Find(account)?.Account.Current is { Gateway.Info: var info, Options: var accountOptions }
        && info.Has(SmsCapabilities.StatusQuery)
        && (accountOptions.PollStatus ?? !info.Has(SmsCapabilities.DeliveryReports))
        && (result.IsAccepted || info.Has(SmsCapabilities.ReferenceLookup));
}
