using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>Makes results from verdicts.</summary>
internal static class SmsResults
{
    public static SmsResult Of(string account, OutgoingSms message, in SmsVerdict verdict, IReadOnlyList<SmsAttempt> attempts, string? rawResponse)
    {
        var segments = verdict.Segments ?? message.Size.Segments;
        return new SmsResult
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

    public static SmsResult Of(string account, InDoubt item, TimeSpan settleTime) =>
        Of(account, item.Message, item.Verdict, item.Attempts, item.RawResponse) with { IsProbablyNotSent = item.IsAbsent(settleTime) };

    /// <summary>Refused here, before any attempt.</summary>
    public static SmsResult Refused(string? account, SmsMessage message, int index, PhoneNumber? number, SmsError error) => new()
    {
        Index = index,
        To = message.To ?? "",
        Number = number,
        Reference = message.Reference,
        Account = account,
        Outcome = SmsOutcome.Rejected,
        Error = error,
    };

    /// <summary>Not even tried at an account.</summary>
    public static SmsResult NotSent(string account, SmsMessage message, int index, SmsError error) =>
        Refused(account, message, index, PhoneNumber.TryParse(message.To, out var number) ? number : null, error) with { Outcome = SmsOutcome.NotSent };

    /// <summary>Never reached any account, for the caller cancelled before.</summary>
    public static SmsResult Cancelled(SmsMessage? message, int index) => new()
    {
        Index = index,
        To = message?.To ?? "",
        Reference = message?.Reference,
        Outcome = SmsOutcome.NotSent,
        Error = new SmsError(SmsErrorKind.Canceled, "The caller cancelled before anything had left."),
    };
}
