namespace SmsGateway;

/// <summary>The caller cancelled a send. Messages that had left cannot be called back: the partial result says which.</summary>
public sealed class SmsSendCanceledException : OperationCanceledException
{
    /// <summary>Makes the exception from what is known at the moment of cancelling.</summary>
    public SmsSendCanceledException(SmsBatchResult partialResult, CancellationToken cancellationToken)
        : base(Describe(partialResult), cancellationToken) => PartialResult = partialResult;

    /// <summary>
    /// One result per message. Accepted and Rejected stand; NotSent with <see cref="SmsErrorKind.Canceled"/> never left;
    /// Unknown may have been sent, its <see cref="SmsResult.Reference"/> is the handle to find out.
    /// </summary>
    public SmsBatchResult PartialResult { get; }

    private static string Describe(SmsBatchResult partialResult)
    {
        ArgumentNullException.ThrowIfNull(partialResult);
        return partialResult.AnyUnknown
            ? $"The send was cancelled; some messages may have been sent. {partialResult}"
            : $"The send was cancelled. {partialResult}";
    }
}
