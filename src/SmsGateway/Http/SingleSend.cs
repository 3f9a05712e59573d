namespace SmsGateway.Http;

/// <summary>
/// One message by a way of the vendor's own, such as a call that reads a code aloud. Told like a send - refusals and lost answers
/// are results - but never looked up afterwards: what is unknown stays unknown.
/// </summary>
internal static class SingleSend
{
    /// <param name="channel">The way to the gateway.</param>
    /// <param name="gateway">The driver, which also reads the reply.</param>
    /// <param name="message">The message, with a reference.</param>
    /// <param name="createRequest">Writes the request.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    /// <exception cref="SmsSendCanceledException">The caller cancelled.</exception>
    public static async Task<SmsResult> RunAsync(
        GatewayChannel channel, ISmsGateway gateway, SmsMessage message, Func<OutgoingSms, GatewayRequest> createRequest, CancellationToken cancellationToken)
    {
        var result = new SmsResult { To = message.To, Reference = message.Reference, Account = channel.Account };
        if (!PhoneNumberReader.TryRead(message.To, defaultCountryCode: null, out var number, out var problem))
        {
            return Refuse(result, new SmsError(SmsErrorKind.InvalidRecipient, problem!));
        }

        result = result with { Number = number };
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return Refuse(result, new SmsError(SmsErrorKind.InvalidContent, "There is nothing to say."));
        }

        var outgoing = new OutgoingSms(message, number, message.Reference!);
        var exchange = new SendExchange(gateway, new SmsBatch([outgoing], channel.Time.GetUtcNow()), createRequest(outgoing))
        {
            Account = channel.Account,
            KeepRaw = SmsRawResponses.Never,
            CallerToken = cancellationToken,
        };
        await channel.RunAsync(exchange).ConfigureAwait(false);
        result = Tell(result, exchange.Verdict[0], exchange.Attempts);
        return result.Error?.Kind == SmsErrorKind.Canceled
            ? throw new SmsSendCanceledException(new SmsBatchResult([result]), cancellationToken)
            : result;
    }

    private static SmsResult Refuse(SmsResult result, SmsError error) => result with { Outcome = SmsOutcome.Rejected, Error = error };

    private static SmsResult Tell(SmsResult result, in SmsVerdict verdict, IReadOnlyList<SmsAttempt> attempts) => result with
    {
        Outcome = verdict.Outcome,
        Error = verdict.Error,
        MessageId = verdict.Id is { Length: > 0 } id ? new SmsMessageId(result.Account!, id) : null,
        Status = verdict.Status,
        Segments = verdict.Segments,
        Price = verdict.Price,
        IsDuplicate = verdict.IsDuplicate,
        Attempts = attempts,
    };
}
