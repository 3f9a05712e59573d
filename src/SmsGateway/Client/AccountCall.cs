using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SmsGateway.Http;
using SmsGateway.Resilience;
using SmsGateway.Telemetry;

namespace SmsGateway.Client;

/// <summary>One call of <see cref="AccountClient"/>: the messages on their way and the results so far.</summary>
internal sealed class AccountCall(
    string account,
    AccountSetup setup,
    TimeProvider time,
    GatewayChannel channel,
    SmsTelemetry telemetry,
    ILogger logger,
    bool canMoveOn,
    CancellationToken cancellationToken)
{
    // A refusal of credentials or the like meets every message alike: the rest of the call is not sent after it.
    private SmsError? _accountRefusal;

    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly object _doubting = new();
    private List<InDoubt>? _inDoubt;

    /// <summary>One result per message, in input order; complete once the sending has ended.</summary>
    public SmsResult[] Results { get; private set; } = [];

    /// <summary>The caller's cancellation kept some message from being known.</summary>
    public bool WasCancelled { get; private set; }

    /// <summary>Checks every message; refused ones get their result here.</summary>
    public IReadOnlyList<OutgoingSms> Prepare(IReadOnlyList<SmsMessage> messages)
    {
        Results = new SmsResult[messages.Count];
        HashSet<string>? given = null;
        var outgoing = new OutgoingSms[Results.Length];
        var count = 0;
        for (var i = 0; i < Results.Length; i++)
        {
            var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
            var reference = message.Reference ?? SmsReference.Make(_began);
            var error = setup.Check.TryPrepare(message, i, reference, _began, out var number, out var prepared);
            if (error is null && message.Reference is not null && !(given ??= new(StringComparer.OrdinalIgnoreCase)).Add(reference))
            {
                error = new SmsError(SmsErrorKind.InvalidRequest, "Another message of this call has the same reference.");
            }

            if (error is null)
            {
                outgoing[count++] = prepared!;
            }
            else
            {
                Results[i] = SmsResults.Refused(account, message, i, number, error);
            }
        }

        return count == outgoing.Length ? outgoing : outgoing[..count];
    }

    /// <summary>Sends what was found fit. Never throws for what gateway, network or the caller's token do.</summary>
    public Task SendAsync(IReadOnlyList<OutgoingSms> outgoing)
    {
        var batches = BatchPlanner.Plan(outgoing, setup.Gateway, _began);
        return batches is [var only] ? SendAsync(only) : Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = setup.Options.MaxParallelRequests },
            async (batch, _) => await SendAsync(batch).ConfigureAwait(false));
    }

    /// <summary>Answers were lost that can be followed up.</summary>
    public bool IsInDoubt => _inDoubt is not null;

    /// <summary>Follows up lost answers. Never throws for what gateway, network or the caller's token do.</summary>
    public async Task FollowUpAsync()
    {
        await new Reconciliation(account, setup, channel, time, cancellationToken).ResolveAsync(_inDoubt!).ConfigureAwait(false);
        foreach (var item in _inDoubt!)
        {
            Results[item.Message.Index] = SmsResults.Of(account, item, setup.Options.Resilience.Reconciliation.SettleTime);
            telemetry.CountReconciled(account, setup.Gateway.Info.Name, item.Verdict.Outcome);
            WasCancelled |= item.IsOpen && cancellationToken.IsCancellationRequested;
        }

        InDoubt.Report(logger, account, _inDoubt);
    }

    /// <summary>Tells log, metrics and trace how it ended.</summary>
    public void Report(Activity? activity)
    {
        var gateway = setup.Gateway.Info.Name;
        var debug = logger.IsEnabled(LogLevel.Debug);
        foreach (var result in Results)
        {
            telemetry.Count(gateway, result);
            if (result.Outcome == SmsOutcome.Unknown)
            {
                SmsLog.Unknown(logger, account, result.Reference, result.Error?.Kind);
            }
            else if (debug && !result.IsAccepted)
            {
                SmsLog.NotAccepted(logger, account, result.Reference, result.Number?.ToMaskedString(), result.Error);
            }

            if (result is { LocalSegments: { } local, Segments: { } segments })
            {
                SmsLog.SegmentsDiffer(logger, result.Reference, segments, local);
            }
        }

        if (debug)
        {
            SmsLog.Sent(logger, Results.Length, account, CountOf(SmsOutcome.Accepted), CountOf(SmsOutcome.Rejected), CountOf(SmsOutcome.NotSent), CountOf(SmsOutcome.Unknown));
        }

        SmsTelemetry.Describe(activity, Results);

        int CountOf(SmsOutcome outcome) => Results.Count(result => result.Outcome == outcome);
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

        var gateway = setup.Gateway;
        var exchange = new SendExchange(gateway, batch, gateway.CreateRequest(batch))
        {
            Account = account,
            Policy = setup.Pipeline,
            Protection = gateway.GetProtection(batch),
            KeepRaw = setup.Options.KeepRawResponses,
            CanMoveOn = canMoveOn,
            CallerToken = cancellationToken,
        };
        var started = time.GetTimestamp();
        await channel.RunAsync(exchange).ConfigureAwait(false);
        telemetry.CountExchange(account, gateway.Info.Name, exchange.AttemptCount, exchange.Outcome.Outcome, time, started);
        Heed(exchange.Outcome);
        Keep(exchange);
    }

    // What the end of a request means for the rest of the call.
    private void Heed(AttemptOutcome end)
    {
        var (outcome, error) = end;
        WasCancelled |= error?.Kind == SmsErrorKind.Canceled
            || (cancellationToken.IsCancellationRequested && outcome is SmsOutcome.Unknown or SmsOutcome.NotSent);
        if (RepeatTable.ConcernsAccount(outcome, error))
        {
            SmsLog.AccountRefused(logger, account, error!);
            if (RepeatTable.ConcernsCredentials(outcome, error))
            {
                Volatile.Write(ref _accountRefusal, error);
            }
        }
    }

    private void Keep(SendExchange exchange)
    {
        var attempts = exchange.Attempts;
        for (var i = 0; i < exchange.Batch.Count; i++)
        {
            var (message, verdict) = (exchange.Batch.Messages[i], exchange.Verdict[i]);
            if (verdict.Outcome == SmsOutcome.Unknown && setup.Options.Resilience.Reconciliation.Enabled && Reconciliation.IsPossible(setup.Gateway, message))
            {
                lock (_doubting)
                {
                    (_inDoubt ??= []).Add(new InDoubt(message, verdict, exchange.StartedAt, time.GetUtcNow(), attempts)
                    {
                        UsesBackup = exchange.UsesBackup,
                        RawResponse = exchange.RawResponse,
                    });
                }
            }
            else
            {
                Results[message.Index] = SmsResults.Of(account, message, verdict, attempts, exchange.RawResponse);
            }
        }
    }

    private void Skip(SmsBatch batch, SmsError error)
    {
        foreach (var message in batch.Messages)
        {
            Results[message.Index] = SmsResults.Of(account, message, SmsVerdict.Of(SmsOutcome.NotSent, error), [], rawResponse: null);
        }
    }
}
