using Microsoft.Extensions.Logging;

namespace SmsGateway.Telemetry;

/// <summary>Every log line of the library. Event ids are never renumbered; no line holds a number, text, secret or address.</summary>
internal static partial class SmsLog
{
    public const string Category = "SmsGateway";

    [LoggerMessage(1, LogLevel.Debug, "Sent {Messages} messages through the SMS account {Account}: {Accepted} accepted, {Rejected} rejected, {NotSent} not sent, {Unknown} unknown")]
    public static partial void Sent(ILogger logger, int messages, string account, int accepted, int rejected, int notSent, int unknown);

    [LoggerMessage(2, LogLevel.Warning, "It is not known whether the SMS account {Account} has the message {Reference} ({Kind}); do not send it again without asking the gateway")]
    public static partial void Unknown(ILogger logger, string? account, string? reference, SmsErrorKind? kind);

    [LoggerMessage(3, LogLevel.Debug, "The SMS account {Account} did not accept the message {Reference} to {Number}: {Error}")]
    public static partial void NotAccepted(ILogger logger, string? account, string? reference, string? number, SmsError? error);

    [LoggerMessage(4, LogLevel.Warning, "The SMS account {Account} was refused: {Error}")]
    public static partial void AccountRefused(ILogger logger, string account, SmsError error);

    [LoggerMessage(5, LogLevel.Information, "Followed up {Messages} lost answers of the SMS account {Account}: {Accepted} accepted, {Rejected} rejected, {Unknown} still unknown")]
    public static partial void Reconciled(ILogger logger, int messages, string account, int accepted, int rejected, int unknown);

    [LoggerMessage(6, LogLevel.Information, "The gateway counts {GatewaySegments} segments for the message {Reference}, we count {LocalSegments}")]
    public static partial void SegmentsDiffer(ILogger logger, string? reference, int gatewaySegments, int localSegments);

    [LoggerMessage(7, LogLevel.Error, "The changed options of the SMS account {Account} are not usable; the earlier ones stay in use")]
    public static partial void UnusableOptions(ILogger logger, Exception exception, string account);

    [LoggerMessage(8, LogLevel.Error, "What became of an idempotency key could not be stored; until it expires, further sends with it end as unknown")]
    public static partial void KeyNotStored(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Information, "The handler {Handler}, registered for all HTTP clients, was taken off the SMS account {Account}: it would repeat sends")]
    public static partial void ForeignRetryHandlerRemoved(ILogger logger, Type handler, string account);
}
