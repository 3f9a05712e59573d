using SmsGateway.Client;

namespace SmsGateway.Suppression;

/// <summary>Keeps messages back whose recipients do not want them: refused here, before anything leaves.</summary>
internal sealed class SuppressingClient(ISmsClient inner, ISmsSuppressionStore store, SmsSuppressionOptions options, AccountCountries countries) : DelegatingSmsClient(inner)
{
    private static readonly SmsError Blocked = new(SmsErrorKind.RecipientBlocked, "The recipient opted out of such messages: it is on the suppression list.");

    public override async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var results = new SmsResult?[messages.Count];
        List<int> open = new(messages.Count);
        try
        {
            for (var i = 0; i < messages.Count; i++)
            {
                var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
                if (await IsSuppressedAsync(message, cancellationToken).ConfigureAwait(false) is { } recipient)
                {
                    results[i] = SmsResults.Refused(message.Account, message, i, recipient, Blocked);
                }
                else
                {
                    open.Add(i);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw Cancelled(messages, results, cancellationToken);
        }

        if (open.Count == messages.Count)
        {
            return await base.SendAsync(messages, cancellationToken).ConfigureAwait(false);
        }

        if (open.Count > 0)
        {
            try
            {
                Put(await base.SendAsync(open.ConvertAll(i => messages[i]), cancellationToken).ConfigureAwait(false));
            }
            catch (SmsSendCanceledException cancelled)
            {
                Put(cancelled.PartialResult);
                throw Cancelled(messages, results, cancellationToken);
            }
        }

        return new SmsBatchResult(results!);

        void Put(SmsBatchResult sent)
        {
            for (var j = 0; j < open.Count; j++)
            {
                results[open[j]] = sent[j] with { Index = open[j] };
            }
        }
    }

    private async ValueTask<PhoneNumber?> IsSuppressedAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        if (options.ExemptCategories.Contains(message.Category))
        {
            return null;
        }

        foreach (var recipient in countries.Read(message.To))
        {
            if (await store.FindAsync(recipient, message.From, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                var isConfirmation = message.GetExtras<SmsOptOutConfirmation>() is not null;
                return isConfirmation && await store.TryConfirmAsync(entry, cancellationToken).ConfigureAwait(false) ? null : recipient;
            }
        }

        return null;
    }

    private static SmsSendCanceledException Cancelled(IReadOnlyList<SmsMessage> messages, SmsResult?[] results, CancellationToken cancellationToken) =>
        new(new SmsBatchResult(results.Select((result, i) => result ?? SmsResults.Cancelled(messages[i], i))), cancellationToken);
}
