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

    [LoggerMessage(20, LogLevel.Warning, "A handler failed at an event of the SMS account {Account} ({Key}, attempt {Attempt}); it comes again in {Delay}")]
    public static partial void EventFailed(ILogger logger, Exception exception, string account, string key, int attempt, TimeSpan delay);

    [LoggerMessage(21, LogLevel.Error, "An event of the SMS account {Account} ({Key}) is dropped after {Attempts} attempts")]
    public static partial void EventDropped(ILogger logger, Exception exception, string account, string key, int attempts);

    [LoggerMessage(22, LogLevel.Error, "The store of SMS events failed")]
    public static partial void EventStoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Information, "{Events} SMS events that were not handled before the restart are taken up again")]
    public static partial void EventsResumed(ILogger logger, int events);

    [LoggerMessage(24, LogLevel.Information, "The SMS account {Account} got a report about the message {Id}, which this application does not know")]
    public static partial void UnknownMessage(ILogger logger, string account, string? id);

    [LoggerMessage(25, LogLevel.Warning, "The SMS account {Account} got contradicting reports about the message {Id}: first {First}, then {Second}")]
    public static partial void ContradictingReport(ILogger logger, string account, string? id, SmsDeliveryStatus? first, SmsDeliveryStatus second);

    [LoggerMessage(26, LogLevel.Warning, "A request to the webhook of the SMS account {Account} is odd: {Oddity}")]
    public static partial void OddCallback(ILogger logger, string account, string oddity);

    [LoggerMessage(27, LogLevel.Warning, "What was sent could not be kept; reports about it will be taken for reports about unknown messages")]
    public static partial void NotTracked(ILogger logger, Exception exception);

    [LoggerMessage(28, LogLevel.Warning, "The SMS account {Account} could not be asked for news; the next try is in {Delay}")]
    public static partial void PollFailed(ILogger logger, Exception exception, string account, TimeSpan delay);

    [LoggerMessage(29, LogLevel.Warning, "The webhook of the SMS account {Account} is called from a private address that WebhookSources does not list: is this application behind a proxy, and forwarded headers are not set up?")]
    public static partial void BehindProxy(ILogger logger, string account);

    [LoggerMessage(30, LogLevel.Warning, "The events of a request to the webhook of the SMS account {Account} could not be stored; the gateway is asked to repeat it")]
    public static partial void CallbackNotStored(ILogger logger, Exception? exception, string account);

    [LoggerMessage(31, LogLevel.Warning, "The SMS account {Account} has no WebhookSecrets: its webhook answers nobody")]
    public static partial void WebhookClosed(ILogger logger, string account);
}
