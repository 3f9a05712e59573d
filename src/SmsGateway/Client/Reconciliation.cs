using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>
/// Finds out what became of messages whose answer was lost: by asking for the reference, or by asking again under the protection
/// of the gateway's own memory. What it cannot find out stays unknown.
/// </summary>
internal sealed class Reconciliation(string account, AccountSetup setup, GatewayChannel channel, TimeProvider time, CancellationToken cancellationToken)
{
    private readonly SmsReconciliationOptions _options = setup.Options.Resilience.Reconciliation;

    /// <summary>Whether the gateway has any means for this message.</summary>
    public static bool IsPossible(AccountSetup setup, OutgoingSms message) =>
        setup.Options.Resilience.Reconciliation.Enabled && (setup.Gateway is IReferenceLookup || IsProtected(setup.Gateway, message));

    /// <summary>Asks with growing waits until everything is known or the waits are used up.</summary>
    public async Task ResolveAsync(IReadOnlyList<InDoubt> messages)
    {
        try
        {
            foreach (var delay in _options.EffectiveDelays)
            {
                await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
                if (!await AskAsync(messages).ConfigureAwait(false))
                {
                    return;
                }
            }

            await SettleAsync(messages).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is not known by now stays unknown.
        }
    }

    /// <summary>Asks once, without waiting, and believes "not there" of messages that are old enough.</summary>
    public async Task AskOnceAsync(IReadOnlyList<InDoubt> messages)
    {
        if (await AskAsync(messages).ConfigureAwait(false))
        {
            await ResendAsync(Absent(messages)).ConfigureAwait(false);
        }
    }

    private static bool IsProtected(ISmsGateway gateway, OutgoingSms message) => ProtectionOf(gateway, message) is { MaxRepeats: int.MaxValue };

    private static DuplicateProtection? ProtectionOf(ISmsGateway gateway, OutgoingSms message) => gateway.GetProtection(new SmsBatch([message], default));

    // "Not there" is believed only after the settle time, and after one more question then.
    private async Task SettleAsync(IReadOnlyList<InDoubt> messages)
    {
        var absent = messages.Where(message => message is { IsOpen: true, IsAbsent: true }).ToList();
        if (absent.Count == 0)
        {
            return;
        }

        var wait = absent.Max(message => message.LastAttemptAt) + _options.SettleTime - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            await AskAsync(messages).ConfigureAwait(false);
        }

        var lost = Absent(messages);
        await ResendAsync(lost).ConfigureAwait(false);
        if (lost.Any(message => message is { WasResent: true, IsOpen: true }))
        {
            await ResolveAsync(messages).ConfigureAwait(false);
        }
    }

    private List<InDoubt> Absent(IReadOnlyList<InDoubt> messages) =>
        [.. messages.Where(message => message is { IsOpen: true, IsAbsent: true } && time.GetUtcNow() >= message.LastAttemptAt + _options.SettleTime)];

    /// <returns>False when nothing is open any more.</returns>
    private async Task<bool> AskAsync(IReadOnlyList<InDoubt> messages)
    {
        List<InDoubt> open = [.. messages.Where(message => message.IsOpen)];
        if (setup.Gateway is IReferenceLookup lookup)
        {
            await ForEachAsync(open.Chunk(lookup.MaxReferencesPerLookup), chunk => LookUpAsync(lookup, chunk)).ConfigureAwait(false);
        }
        else
        {
            await ForEachAsync(open.Where(IsRemembered), RepeatAsync).ConfigureAwait(false);
        }

        return open.Exists(message => message.IsOpen);
    }

    private async Task LookUpAsync(IReferenceLookup lookup, InDoubt[] asked)
    {
        OutgoingSms[] messages = [.. asked.Select(item => item.Message)];
        var exchange = new QueryExchange<SmsVerdict[]>(lookup.CreateLookup(messages), Read, repeatable: true) { Account = account, CallerToken = cancellationToken };
        await channel.RunAsync(exchange).ConfigureAwait(false);
        for (var i = 0; exchange.Value is { } verdicts && i < asked.Length; i++)
        {
            asked[i].IsAbsent = verdicts[i].Outcome == SmsOutcome.NotSent;
            if (verdicts[i].Outcome == SmsOutcome.Accepted)
            {
                asked[i].Verdict = verdicts[i];
            }
        }

        QueryAnswer<SmsVerdict[]> Read(in GatewayReply reply)
        {
            var verdicts = lookup.ReadLookup(messages, reply);
            if (verdicts is { IsWhole: true } && verdicts[0] is { Outcome: SmsOutcome.Unknown } failed)
            {
                return failed;
            }

            var each = new SmsVerdict[messages.Length];
            for (var i = 0; i < each.Length; i++)
            {
                each[i] = verdicts[i];
            }

            return each;
        }
    }

    // Behind the end of the gateway's memory a repeat would be a second SMS.
    private bool IsRemembered(InDoubt item) => ProtectionOf(setup.Gateway, item.Message) is { } protection
        && time.GetUtcNow() + setup.Options.Resilience.SendTimeout < item.StartedAt + protection.Window;

    // One recipient a request: the gateway does not say which recipients of an unanswered bulk it took.
    private async Task RepeatAsync(InDoubt item)
    {
        var exchange = await SendAsync(new SmsBatch([item.Message], time.GetUtcNow()), item.StartedAt).ConfigureAwait(false);
        Keep(item, exchange, exchange.Verdict[0]);
    }

    private async Task ResendAsync(List<InDoubt> lost)
    {
        foreach (var item in lost)
        {
            item.IsAbsent = true;
        }

        if (!_options.ResendWhenProbablyNotSent || lost.TrueForAll(item => item.WasResent))
        {
            return;
        }

        var byReference = lost.Where(item => !item.WasResent).ToDictionary(item => item.Message.Reference, StringComparer.Ordinal);
        var batches = BatchPlanner.Plan([.. byReference.Values.Select(item => item.Message)], setup.Gateway, time.GetUtcNow());
        await ForEachAsync(batches, async batch =>
        {
            var exchange = await SendAsync(batch, byReference[batch.First.Reference].StartedAt).ConfigureAwait(false);
            for (var i = 0; i < batch.Count; i++)
            {
                var item = byReference[batch.Messages[i].Reference];
                item.WasResent = true;
                item.IsAbsent = false;
                Keep(item, exchange, exchange.Verdict[i]);
            }
        }).ConfigureAwait(false);
    }

    private async Task<SendExchange> SendAsync(SmsBatch batch, DateTimeOffset resumes)
    {
        var exchange = new SendExchange(setup.Gateway, batch, setup.Gateway.CreateRequest(batch))
        {
            Account = account,
            Protection = setup.Gateway.GetProtection(batch),
            KeepRaw = setup.Options.KeepRawResponses,
            Resumes = resumes,
            CallerToken = cancellationToken,
        };
        await channel.RunAsync(exchange).ConfigureAwait(false);
        return exchange;
    }

    private void Keep(InDoubt item, SendExchange exchange, SmsVerdict verdict)
    {
        item.Attempts = [.. item.Attempts, .. exchange.Attempts];
        item.LastAttemptAt = time.GetUtcNow();
        if (verdict.Outcome is SmsOutcome.Accepted or SmsOutcome.Rejected)
        {
            item.Verdict = verdict;
        }
    }

    private Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> action) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = setup.Options.MaxParallelRequests, CancellationToken = cancellationToken },
        async (item, _) => await action(item).ConfigureAwait(false));
}
