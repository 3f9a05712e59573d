using System.Globalization;

namespace SmsGateway.Testing;

/// <summary>What happens to a message: first what every client checks, then what the script says, then the record.</summary>
internal sealed class FakeGateway(FakeSmsOptions options, SentMessages sent, OutcomeScript script)
{
    private readonly FakeCheck _check = new(options);
    private long _calls;
    private long _ids;

    public SmsGatewayInfo Info { get; } = new()
    {
        Name = "Fake",
        DisplayName = "The fake",
        Region = "nowhere",
        Capabilities = options.Capabilities,
        MaxMessagesPerRequest = int.MaxValue,
        MaxPersonalisedPerRequest = int.MaxValue,
    };

    public async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, string? account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Contains(null!))
        {
            throw new ArgumentNullException(nameof(messages), "A message is null.");
        }

        var call = Interlocked.Increment(ref _calls);
        var references = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var results = new SmsResult[messages.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await SendAsync(new FakeSend(call, i, messages[i], account ?? messages[i].Account ?? options.Account), references, cancellationToken).ConfigureAwait(false);
        }

        var batch = new SmsBatchResult(results);
        return Array.Exists(results, static result => result.Error?.Kind == SmsErrorKind.Canceled)
            ? throw new SmsSendCanceledException(batch, cancellationToken)
            : batch;
    }

    private async Task<SmsResult> SendAsync(FakeSend send, HashSet<string> references, CancellationToken cancellationToken)
    {
        var startedAt = options.Time.GetUtcNow();
        var error = _check.Refuse(send.Message, out var number, out var info)
            ?? (send.Message.Reference is { } given && !references.Add(given) ? FakeCheck.SameReference : null);
        var result = new SmsResult
        {
            Index = send.Index,
            To = send.Message.To ?? "",
            Number = number,
            Reference = send.Message.Reference ?? NextId("fake"),
            Account = send.Account,
            Segments = error is null ? info.Segments : null,
            Outcome = SmsOutcome.Rejected,
            Error = error,
        };
        if (error is not null)
        {
            return Record(send, result, info, accepted: false);
        }

        var step = script.Next(send.Message) ?? (options.FailOnUnscripted ? throw Unscripted(number!.Value) : OutcomeStep.Accepted);
        if (step.Exception is { } exception)
        {
            Record(send, result with { Outcome = SmsOutcome.NotSent, Error = new(SmsErrorKind.Unknown, "The script threw.") }, info, accepted: false, exception);
            throw exception;
        }

        var inTime = !cancellationToken.IsCancellationRequested && await WaitAsync(step.Delay, cancellationToken).ConfigureAwait(false);
        result = inTime ? step.Apply(result, () => NextId("")) : Cancelled(result, hasLeft: step.Delay > TimeSpan.Zero);
        result = result with
        {
            IsSimulated = send.Message.DryRun && result.IsAccepted,
            Attempts = [new SmsAttempt(send.Account, startedAt, options.Time.GetUtcNow() - startedAt, result.Outcome, result.Error?.Kind)],
        };
        return Record(send, result, info, accepted: result.IsAccepted || (result.Outcome == SmsOutcome.Unknown && step.GatewayAccepts));
    }

    private SmsResult Record(FakeSend send, SmsResult result, SmsTextInfo info, bool accepted, Exception? thrown = null)
    {
        sent.Add(sequence => new SentMessage(sequence, send.Call, options.Time.GetUtcNow(), send.Message, result)
        {
            GatewayAccepted = accepted,
            Thrown = thrown,
            Encoding = info.Encoding,
        });
        return result;
    }

    private async Task<bool> WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, options.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !cancellationToken.IsCancellationRequested;
    }

    // What the caller cancels while it is under way may have been sent; what had not begun was not.
    private static SmsResult Cancelled(SmsResult result, bool hasLeft) => result with
    {
        Outcome = hasLeft ? SmsOutcome.Unknown : SmsOutcome.NotSent,
        Error = new SmsError(SmsErrorKind.Canceled, hasLeft ? "The caller cancelled while the message was under way." : "The caller cancelled before anything had left."),
    };

    private static InvalidOperationException Unscripted(PhoneNumber number) =>
        new($"No rule of the script is for the message to {number.ToMaskedString()}, and FailOnUnscripted is set.");

    private string NextId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _ids):D12}");
}

/// <summary>One message on its way.</summary>
internal readonly record struct FakeSend(long Call, int Index, SmsMessage Message, string Account);
