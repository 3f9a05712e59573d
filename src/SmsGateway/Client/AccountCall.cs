using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>One call of <see cref="AccountClient"/>: the messages on their way and the results so far.</summary>
internal sealed class AccountCall(
    string account, AccountSetup setup, TimeProvider time, GatewayChannel channel, bool canMoveOn, CancellationToken cancellationToken)
{
    // A refusal of credentials or the like meets every message alike: the rest of the call is not sent after it.
    private SmsError? _accountRefusal;

    /// <summary>One result per message, in input order; complete once the sending has ended.</summary>
    public SmsResult[] Results { get; private set; } = [];

    /// <summary>The caller's cancellation kept some message from being known.</summary>
    public bool WasCancelled { get; private set; }

    /// <summary>Checks every message; refused ones get their result here.</summary>
    public IReadOnlyList<OutgoingSms> Prepare(IReadOnlyList<SmsMessage> messages)
    {
        Results = new SmsResult[messages.Count];
        var check = new MessageCheck(setup.Options, setup.Gateway, time.GetUtcNow());
        var references = new SmsReference(messages.Count);
        HashSet<string>? given = null;
        List<OutgoingSms> outgoing = new(messages.Count);
        for (var i = 0; i < Results.Length; i++)
        {
            var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
            var reference = message.Reference ?? references.Next();
            var error = check.TryPrepare(message, i, reference, out var number, out var prepared);
            if (error is null && message.Reference is not null && !(given ??= new(StringComparer.OrdinalIgnoreCase)).Add(reference))
            {
                error = new SmsError(SmsErrorKind.InvalidRequest, "Another message of this call has the same reference.");
            }

            if (error is null)
            {
                outgoing.Add(prepared!);
            }
            else
            {
                Results[i] = new SmsResult
                {
                    Index = i,
                    To = message.To ?? "",
                    Number = number,
                    Reference = message.Reference,
                    Account = account,
                    Outcome = SmsOutcome.Rejected,
                    Error = error,
                };
            }
        }

        return outgoing;
    }

    /// <summary>Sends what was found fit. Never throws for what gateway, network or the caller's token do.</summary>
    public async Task SendAsync(IReadOnlyList<OutgoingSms> outgoing)
    {
        var batches = BatchPlanner.Plan(outgoing, setup.Gateway, time.GetUtcNow());
        if (batches.Count == 1)
        {
            await SendAsync(batches[0]).ConfigureAwait(false);
            return;
        }

        await Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = setup.Options.MaxParallelRequests },
            async (batch, _) => await SendAsync(batch).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task SendAsync(SmsBatch batch)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            WasCancelled = true;
            Skip(batch, new SmsError(SmsErrorKind.Canceled, "The caller cancelled before anything had left."));
            return;
        }

        if (Volatile.Read(ref _accountRefusal) is { } refusal)
        {
            Skip(batch, refusal with { Message = $"Not sent, for the account was refused just before. {refusal.Message}" });
            return;
        }

        var exchange = await RunAsync(batch).ConfigureAwait(false);
        var attempts = exchange.Attempts;
        for (var i = 0; i < batch.Count; i++)
        {
            Keep(batch.Messages[i], exchange.Verdict[i], attempts, exchange.RawResponse);
        }
    }

    private async Task<SendExchange> RunAsync(SmsBatch batch)
    {
        var gateway = setup.Gateway;
        var exchange = new SendExchange(gateway, batch, gateway.CreateRequest(batch))
        {
            Account = account,
            Protection = gateway.GetProtection(batch),
            KeepRaw = setup.Options.KeepRawResponses,
            CanMoveOn = canMoveOn,
            CallerToken = cancellationToken,
        };
        await channel.RunAsync(exchange).ConfigureAwait(false);
        WasCancelled |= exchange.Outcome.Error?.Kind == SmsErrorKind.Canceled
            || (cancellationToken.IsCancellationRequested && exchange.Outcome.Outcome == SmsOutcome.Unknown);
        if (Resilience.RepeatTable.ConcernsCredentials(exchange.Outcome.Outcome, exchange.Outcome.Error))
        {
            Volatile.Write(ref _accountRefusal, exchange.Outcome.Error);
        }

        return exchange;
    }

    private void Skip(SmsBatch batch, SmsError error)
    {
        foreach (var message in batch.Messages)
        {
            Keep(message, SmsVerdict.Of(SmsOutcome.NotSent, error), [], rawResponse: null);
        }
    }

    private void Keep(OutgoingSms message, in SmsVerdict verdict, IReadOnlyList<SmsAttempt> attempts, string? rawResponse)
    {
        var segments = verdict.Segments ?? message.Size.Segments;
        Results[message.Index] = new SmsResult
        {
            Index = message.Index,
            To = message.Message.To,
            Number = message.Number,
            Reference = message.Reference,
            Account = account,
            Outcome = verdict.Outcome,
            Error = verdict.Error,
            MessageId = verdict.Id is { Length: > 0 } id ? new SmsMessageId(account, id) : null,
            Status = verdict.Status,
            Segments = segments,
            LocalSegments = segments == message.Size.Segments ? null : message.Size.Segments,
            Price = verdict.Price,
            IsDuplicate = verdict.IsDuplicate,
            IsSimulated = message.Message.DryRun && verdict.Outcome == SmsOutcome.Accepted,
            Attempts = attempts,
            RawResponse = rawResponse,
        };
    }
}
