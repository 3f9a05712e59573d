namespace SmsGateway.Testing;

/// <summary>Answers what became of messages from the record: the gateway has them, or it was scripted not to.</summary>
internal sealed class FakeReconciler(SentMessages sent, FakeSmsOptions options) : ISmsReconciler
{
    public Task<SmsBatchResult> ReconcileAsync(IReadOnlyList<SmsInDoubt> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var results = messages.Select(Resolve).ToArray();
        return cancellationToken.IsCancellationRequested
            ? Task.FromException<SmsBatchResult>(new SmsSendCanceledException(new SmsBatchResult(messages.Select(Unresolved)), cancellationToken))
            : Task.FromResult(new SmsBatchResult(results));
    }

    private SmsResult Resolve(SmsInDoubt message, int index)
    {
        ArgumentNullException.ThrowIfNull(message);
        var result = Unresolved(message, index);
        if (result.Outcome != SmsOutcome.Unknown)
        {
            return result;
        }

        return sent.Any(record => record.GatewayAccepted && string.Equals(record.Reference, result.Reference, StringComparison.OrdinalIgnoreCase))
            ? result with { Outcome = SmsOutcome.Accepted, Error = null, IsDuplicate = true, Status = SmsDeliveryStatus.Queued, MessageId = new(result.Account ?? options.Account, result.Reference!) }
            : result with { IsProbablyNotSent = true };
    }

    private SmsResult Unresolved(SmsInDoubt message, int index) => message.Result is { } known
        ? known with { Index = index }
        : new SmsResult
        {
            Index = index,
            To = message.Message.To,
            Number = PhoneNumber.TryParse(message.Message.To, options.DefaultCountryCode, out var number) ? number : null,
            Reference = message.Message.Reference ?? throw new ArgumentException($"Message {index} has no reference: give the one it was sent with.", nameof(message)),
            Account = message.Message.Account ?? options.Account,
            Outcome = SmsOutcome.Unknown,
            Error = new SmsError(SmsErrorKind.ConnectionLost, "What became of the message is not known."),
        };
}
