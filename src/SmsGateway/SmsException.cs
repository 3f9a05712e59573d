namespace SmsGateway;

/// <summary>
/// A query (balance, status, look-up ...) failed, or <c>EnsureAccepted</c> met a message that was not accepted.
/// Sends themselves never throw for what a gateway or the network did.
/// </summary>
public class SmsException : Exception
{
    /// <summary>Makes an exception for one error.</summary>
    public SmsException(SmsError error)
        : this(error, result: null)
    {
    }

    /// <summary>Makes an exception for a batch, with the error of its first message that was not accepted.</summary>
    public SmsException(SmsError error, SmsBatchResult? result)
        : base(result is null ? error?.ToString() : $"{result}; first error: {error}", error?.Exception)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
        Result = result;
    }

    /// <summary>What went wrong.</summary>
    public SmsError Error { get; }

    /// <summary>All results of the batch, when the exception is about one.</summary>
    public SmsBatchResult? Result { get; }
}
