using System.Net.Sockets;
using System.Security.Authentication;

namespace SmsGateway.Http;

/// <summary>
/// What an exception of the HTTP stack means for a send: rows 1 to 30 and 51 to 63 of the fault catalogue. Whether the
/// request may have left is not read from the exception - types cannot tell - but from the attempt.
/// </summary>
internal static class TransportFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="mayHaveLeft">The body was started in an attempt that passed the guard.</param>
    /// <param name="timedOut">Our own clock ended the attempt.</param>
    /// <param name="cancelled">The caller ended it.</param>
    public static AttemptOutcome Classify(Exception exception, bool mayHaveLeft, bool timedOut, bool cancelled)
    {
        var error = cancelled ? new SmsError(SmsErrorKind.Canceled, mayHaveLeft
                ? "The caller cancelled after the request had left: the gateway may have the message."
                : "The caller cancelled before anything had left.")
            : timedOut ? new SmsError(SmsErrorKind.Timeout, mayHaveLeft
                ? "No complete answer came in time: the gateway may have the message."
                : "The time ran out before anything had left.")
            : mayHaveLeft ? Lost(exception)
            : NoConnection(exception);
        error = error with { Exception = exception };
        return mayHaveLeft ? AttemptOutcome.Unknown(error) : AttemptOutcome.NotSent(error);
    }

    private static SmsError Lost(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new(SmsErrorKind.UnreadableResponse, "What answered does not speak HTTP."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } or
        HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } or ReplyTooLargeException =>
            new(SmsErrorKind.UnreadableResponse, "The answer is larger than any answer of the gateway."),
        FormatException or InvalidOperationException or InvalidDataException =>
            new(SmsErrorKind.UnreadableResponse, "The answer is malformed."),
        OperationCanceledException => // not by one of our clocks: by a handler of the host's
            new(SmsErrorKind.Timeout, "No complete answer came in time: the gateway may have the message."),
        _ => new(SmsErrorKind.ConnectionLost, "The connection ended before a complete answer: the gateway may have the message."),
    };

    private static SmsError NoConnection(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new(SmsErrorKind.ConnectionFailed, "The gateway's host name does not resolve: check the base address."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => NoSecureConnection(exception),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
            new(SmsErrorKind.ConnectionFailed, "The proxy refused the connection: check the proxy settings.") { IsTransient = false },
        OperationCanceledException => new(SmsErrorKind.ConnectionFailed, "The connection could not be made in time."),
        HttpRequestException or IOException or SocketException =>
            new(SmsErrorKind.ConnectionFailed, "No connection to the gateway could be made."),
        _ => new(SmsErrorKind.ConnectionFailed, "The request was stopped before it left.") { IsTransient = false },
    };

    // A reset in the middle of a handshake may pass; a certificate that does not fit will not.
    private static SmsError NoSecureConnection(Exception exception) =>
        exception.InnerException is AuthenticationException certificate
            ? new(SmsErrorKind.ConnectionFailed, $"No secure connection: the gateway's certificate or protocol was refused ({Reason(certificate)}).") { IsTransient = false }
            : new(SmsErrorKind.ConnectionFailed, "The secure connection was cut while it was being made.");

    // The names of the runtime's own enumerations, which stand in its sentences.
    private static string Reason(AuthenticationException exception) =>
        Says(exception, "RemoteCertificateNameMismatch") ? "the certificate is for another host"
        : Says(exception, "NotTimeValid") ? "the certificate is expired or not valid yet"
        : Says(exception, "UntrustedRoot") || Says(exception, "PartialChain") ? "the certificate is not trusted"
        : Says(exception, "RemoteCertificateChainErrors") ? "the certificate is expired or not trusted"
        : Says(exception, "RemoteCertificateNotAvailable") ? "no certificate was shown"
        : "is the base address an https address?";

    private static bool Says(AuthenticationException exception, string word) => exception.Message.Contains(word, StringComparison.Ordinal);
}

/// <summary>The reply went over its limit.</summary>
internal sealed class ReplyTooLargeException() : Exception("The reply is larger than its limit.");
