using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>
/// Finds out what became of messages whose answer was lost: by asking for the reference, or by asking again under the protection
/// of the gateway's own memory. What it cannot find out stays unknown.
/// </summary>
internal sealed class Reconciliation(string account, AccountSetup setup, GatewayChannel channel, TimeProvider time, CancellationToken cancellationToken)
{
    private readonly SmsReconciliationOptions _options = setup.Options.Resilience.Reconciliation;
    private readonly int _maxResends = Math.Max(1, setup.Options.Resilience.MaxAttempts - 1);

    /// <summary>Whether the gateway has any means for this message.</summary>
    public static bool IsPossible(ISmsGateway gateway, OutgoingSms message) =>
        gateway is IReferenceLookup || ProtectionOf(gateway, message) is { MaxRepeats: int.MaxValue };

    /// <summary>The gateway's guard against duplicates, for a message that travels alone.</summary>
    public static DuplicateProtection? ProtectionOf(ISmsGateway gateway, OutgoingSms message) => gateway.GetProtection(new SmsBatch([message], default));

    /// <summary>Asks with growing waits until everything is known or the waits are used up.</summary>
    public async Task ResolveAsync(IReadOnlyList<InDoubt> messages)
    {
        try
        {
            do
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
            while (await ResendAsync(messages).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is not known by now stays unknown.
        }
    }

    /// <summary>Asks once, without waiting, and believes "not there" of messages that are old enough.</summary>
    public async Task AskOnceAsync(IReadOnlyList<InDoubt> messages, bool mayResend)
    {
        try
        {
            if (await AskAsync(messages).ConfigureAwait(false) && mayResend)
            {
                await ResendAsync(messages).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // As above.
        }
    }

    // "Not there" is believed only after the settle time, and of a question that was asked then.
    private async Task SettleAsync(IReadOnlyList<InDoubt> messages)
    {
        if (setup.Gateway is not IReferenceLookup)
        {
            return;
        }

        var wait = messages.Where(message => message.IsOpen).Select(message => message.LastAttemptAt).DefaultIfEmpty().Max() + _options.SettleTime - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            await AskAsync(messages).ConfigureAwait(false);
        }
    }

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
        var exchange = new QueryExchange<SmsVerdict[]>(lookup.CreateLookup(messages), Read, repeatable: true)
        {
            Account = account,
            Policy = setup.Pipeline,
            CallerToken = cancellationToken,
        };
        var now = time.GetUtcNow();
        await channel.RunAsync(exchange).ConfigureAwait(false);
        if (exchange.Outcome.Error is not null || exchange.Value is not { } verdicts)
        {
            return;
        }

        for (var i = 0; i < asked.Length; i++)
        {
            if (verdicts[i].Outcome == SmsOutcome.Accepted)
            {
                asked[i].Verdict = verdicts[i];
            }
            else if (verdicts[i].Outcome == SmsOutcome.NotSent)
            {
                asked[i].AbsentAt = now;
            }
        }

        QueryAnswer<SmsVerdict[]> Read(in GatewayReply reply)
        {
            var answer = lookup.ReadLookup(messages, reply);
            if (answer is { IsWhole: true } && answer[0] is { Outcome: SmsOutcome.Unknown } failed)
            {
                return failed;
            }

            var each = new SmsVerdict[messages.Length];
            for (var i = 0; i < each.Length; i++)
            {
                each[i] = answer[i];
            }

            return each;
        }
    }

    // Behind the end of the gateway's memory a repeat would be a second SMS.
    private bool IsRemembered(InDoubt item) => ProtectionOf(setup.Gateway, item.Message) is { MaxRepeats: int.MaxValue } protection
        && time.GetUtcNow() + setup.Options.Resilience.SendTimeout < item.StartedAt + protection.Window;

    // One recipient a request: the gateway does not say which recipients of an unanswered bulk it took.
    private async Task RepeatAsync(InDoubt item)
    {
        var exchange = await SendAsync(new SmsBatch([item.Message], time.GetUtcNow()), item).ConfigureAwait(false);
        Keep(item, exchange, exchange.Verdict[0]);
    }

    /// <returns>True when something was sent again and there is more to ask.</returns>
    private async Task<bool> ResendAsync(IReadOnlyList<InDoubt> messages)
    {
        if (!_options.ResendWhenProbablyNotSent)
        {
            return false;
        }

        var lost = messages.Where(item => item.IsAbsent(_options.SettleTime) && item.Resends < _maxResends)
            .ToDictionary(item => item.Message.Reference, StringComparer.Ordinal);
        var batches = BatchPlanner.Plan([.. lost.Values.Select(item => item.Message)], setup.Gateway, time.GetUtcNow());
        await ForEachAsync(batches, async batch =>
        {
            var exchange = await SendAsync(batch, lost[batch.First.Reference]).ConfigureAwait(false);
            for (var i = 0; i < batch.Count; i++)
            {
                var item = lost[batch.Messages[i].Reference];
                item.Resends++;
                Keep(item, exchange, exchange.Verdict[i]);
            }
        }).ConfigureAwait(false);
        return lost.Values.Any(item => item.IsOpen);
    }

    private async Task<SendExchange> SendAsync(SmsBatch batch, InDoubt resumed)
    {
        var exchange = new SendExchange(setup.Gateway, batch, setup.Gateway.CreateRequest(batch))
        {
            Account = account,
            Policy = setup.Pipeline,
            Protection = setup.Gateway.GetProtection(batch),
            KeepRaw = setup.Options.KeepRawResponses,
            Resumes = resumed.StartedAt,
            UsesBackup = resumed.UsesBackup,
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
