using Microsoft.Extensions.Logging;
using SmsGateway.Http;
using SmsGateway.Telemetry;

namespace SmsGateway.Client;

/// <summary>Asks one account's gateway about messages that a process kept.</summary>
internal sealed class AccountReconciler(SmsAccount account, GatewayChannel channel, SmsTelemetry telemetry, ILogger logger) : ISmsReconciler
{
    // Clocks of two machines may differ a little; a message from further ahead has a start that means nothing.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public Task<SmsBatchResult> ReconcileAsync(IReadOnlyList<SmsInDoubt> messages, CancellationToken cancellationToken = default)
    {
        Check(messages);
        return ReconcileAsync(messages, mayResend: true, cancellationToken);
    }

    /// <param name="messages">The messages, checked.</param>
    /// <param name="mayResend">False asks only where a question changes nothing: it may be another account that has the message.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    public async Task<SmsBatchResult> ReconcileAsync(IReadOnlyList<SmsInDoubt> messages, bool mayResend, CancellationToken cancellationToken)
    {
        var setup = account.Current;
        var results = new SmsResult[messages.Count];
        List<InDoubt> open = [];
        for (var i = 0; i < results.Length; i++)
        {
            if (messages[i].Result is { Outcome: not SmsOutcome.Unknown } known)
            {
                results[i] = known with { Index = i };
            }
            else if (WhyNot(setup, messages[i], i, mayResend, out var outgoing) is { } obstacle)
            {
                results[i] = StillUnknown(messages[i], i, obstacle);
            }
            else
            {
                open.Add(Resume(setup, messages[i], outgoing!));
            }
        }

        if (open.Count > 0)
        {
            using var activity = SmsTelemetry.StartReconcile(account.Name, setup.Gateway.Info.Name, open.Count);
            await new Reconciliation(account.Name, setup, channel, account.Time, cancellationToken).AskOnceAsync(open, mayResend).ConfigureAwait(false);
            foreach (var item in open)
            {
                results[item.Message.Index] = SmsResults.Of(account.Name, item, setup.Options.Resilience.Reconciliation.SettleTime);
                telemetry.CountReconciled(account.Name, setup.Gateway.Info.Name, item.Verdict.Outcome);
            }

            InDoubt.Report(logger, account.Name, open);
        }

        var batch = new SmsBatchResult(results);
        return cancellationToken.IsCancellationRequested && open.Exists(item => item.IsOpen)
            ? throw new SmsSendCanceledException(batch, cancellationToken)
            : batch;
    }

    internal static void Check(IReadOnlyList<SmsInDoubt> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        HashSet<string> references = new(messages.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
            if (message.Reference is not { } reference)
            {
                throw new ArgumentException($"Message {i} has no reference: give the one it was sent with.", nameof(messages));
            }

            if (!references.Add(reference))
            {
                throw new ArgumentException($"Message {i} has the reference of another.", nameof(messages));
            }
        }
    }

    internal static SmsResult StillUnknown(SmsInDoubt message, int index, SmsError obstacle) => message.Result is { } known
        ? known with { Index = index, Error = (known.Error ?? obstacle) with { Message = obstacle.Message } }
        : new SmsResult
        {
            Index = index,
            To = message.Message.To,
            Number = PhoneNumber.TryParse(message.Message.To, out var number) ? number : null,
            Reference = message.Reference,
            Account = message.Account,
            Outcome = SmsOutcome.Unknown,
            Error = obstacle,
        };

    private SmsError? WhyNot(AccountSetup setup, SmsInDoubt item, int index, bool mayResend, out OutgoingSms? outgoing)
    {
        // As it was at its start: a time to send at that lay ahead may be past by now.
        var message = item.Message with { Reference = item.Reference, Account = item.Account };
        if (setup.Check.TryPrepare(message, index, item.Reference!, item.StartedAt, out _, out outgoing) is { } error)
        {
            return error with { Message = $"The message cannot be asked about as it stands. {error.Message}" };
        }

        var now = account.Time.GetUtcNow();
        var name = setup.Gateway.Info.DisplayName;
        var protection = Reconciliation.ProtectionOf(setup.Gateway, outgoing!);
        return !Reconciliation.IsPossible(setup.Gateway, outgoing!) ? Lost($"{name} cannot be asked what became of it.")
            : item.StartedAt > now + Skew ? Lost("Its start lies in the future.")
            : setup.Gateway is IReferenceLookup ? null
            : !mayResend ? Lost($"{name} cannot be asked without sending again, and another account may have it.")
            : now + setup.Options.Resilience.SendTimeout >= item.StartedAt + protection!.Window ? Lost($"{name} may have forgotten its reference by now, so asking again could send it twice.")
            : item.StartedAt + message.Validity < now ? Lost("Its validity is over, and asking could send it now.")
            : !protection.SpansHosts && item.Result is null ? Lost($"{name} has two hosts that need not know of each other, and which one was asked is not known.")
            : null;
    }

    private static SmsError Lost(string why) => new(SmsErrorKind.ConnectionLost, $"What became of the message is not known. {why}");

    private static InDoubt Resume(AccountSetup setup, SmsInDoubt item, OutgoingSms outgoing)
    {
        var attempts = item.Result?.Attempts ?? [];
        var lastAttemptAt = item.LastAttemptAt ?? (attempts.Count > 0
            ? attempts.Max(attempt => attempt.StartedAt + attempt.Duration)
            : item.StartedAt + setup.Options.Resilience.SendTimeout);
        var error = item.Result?.Error ?? Lost("The process ended before an answer was kept.");
        return new InDoubt(outgoing, SmsVerdict.Of(SmsOutcome.Unknown, error), item.StartedAt, lastAttemptAt, attempts)
        {
            UsesBackup = attempts.Any(attempt => attempt is { Outcome: SmsOutcome.Unknown, ViaBackup: true }),
            RawResponse = item.Result?.RawResponse,
        };
    }
}
