namespace SmsGateway.Client;

/// <summary>
/// Asks the account that had each message. Where that is not known - the process ended before there was a result - and the routes leave a
/// choice, only questions that change nothing are asked, of every account that may have had it.
/// </summary>
internal sealed class RoutedReconciler(RouteTable routes, AccountDirectory accounts) : ISmsReconciler
{
    private static readonly SmsError NoAccount = new(SmsErrorKind.ConnectionLost, "What became of the message is not known. No SMS account is known that may have had it.");

    public async Task<SmsBatchResult> ReconcileAsync(IReadOnlyList<SmsInDoubt> messages, CancellationToken cancellationToken = default)
    {
        AccountReconciler.Check(messages);
        var results = new SmsResult?[messages.Count];
        var sole = Enumerable.Range(0, messages.Count).ToLookup(i => CandidatesOf(messages[i]) is [var only] ? only : null, StringComparer.Ordinal);
        foreach (var group in sole)
        {
            var indexes = group.ToList();
            if (group.Key is { } account)
            {
                await AskAsync(account, mayResend: true, indexes, messages, results, cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (var candidate in indexes.SelectMany(i => CandidatesOf(messages[i])).Distinct(StringComparer.Ordinal).ToList())
            {
                var open = indexes.FindAll(i => results[i] is not { Outcome: not SmsOutcome.Unknown } && CandidatesOf(messages[i]).Contains(candidate, StringComparer.Ordinal));
                await AskAsync(candidate, mayResend: false, open, messages, results, cancellationToken).ConfigureAwait(false);
            }
        }

        return Collect(messages, results);
    }

    private IReadOnlyList<string> CandidatesOf(SmsInDoubt item) => item.Account is { } known ? [known]
        : routes.Candidates(item.Message, PhoneNumberReader.TryRead(item.Message.To, defaultCountryCode: null, out var number, out _) ? number : null);

    private async Task AskAsync(
        string account, bool mayResend, List<int> indexes, IReadOnlyList<SmsInDoubt> messages, SmsResult?[] results, CancellationToken cancellationToken)
    {
        if (indexes.Count == 0 || await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is not { } client)
        {
            return;
        }

        SmsBatchResult found;
        try
        {
            found = await client.Reconciler.ReconcileAsync([.. indexes.Select(i => messages[i])], mayResend, cancellationToken).ConfigureAwait(false);
        }
        catch (SmsSendCanceledException cancelled)
        {
            Put(cancelled.PartialResult);
            throw new SmsSendCanceledException(Collect(messages, results), cancellationToken);
        }

        Put(found);

        // Of several accounts that may have had it, "not there" of one says nothing of the others.
        void Put(SmsBatchResult batch)
        {
            for (var j = 0; j < indexes.Count; j++)
            {
                ref var result = ref results[indexes[j]];
                result = batch[j] with
                {
                    Index = indexes[j],
                    IsProbablyNotSent = batch[j].IsProbablyNotSent && (result is null || result.IsProbablyNotSent),
                };
            }
        }
    }

    private static SmsBatchResult Collect(IReadOnlyList<SmsInDoubt> messages, SmsResult?[] results) =>
        new(results.Select((result, i) => result ?? AccountReconciler.StillUnknown(messages[i], i, NoAccount)));
}
