using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>Why a message was not accepted, or why it is not known. Holds no number, text or secret.</summary>
/// <param name="Kind">What went wrong, in neutral terms.</param>
/// <param name="Message">A sentence for a developer or an operator: what happened and, where that is known, what to do.</param>
public sealed record SmsError(SmsErrorKind Kind, string Message)
{
    private readonly SmsErrorScope? _scope;
    private readonly bool? _transient;

    /// <summary>What the error is about; from <see cref="Kind"/> unless the driver knew better.</summary>
    public SmsErrorScope Scope { get => _scope ?? ScopeOf(Kind); init => _scope = value; }

    /// <summary>Whether the same request may succeed later without anybody changing anything.</summary>
    public bool IsTransient { get => _transient ?? IsUsuallyTransient(Kind); init => _transient = value; }

    /// <summary>How long the gateway asked to wait, when it said so legibly and the time lies ahead.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The gateway's own code, as it was written: "013", "1001", "Message not accepted".</summary>
    public string? GatewayCode { get; init; }

    /// <summary>The gateway's own words, as they came, in whatever language. They may echo a number or a text, so they are never logged or printed.</summary>
    public string? GatewayMessage { get; init; }

    /// <summary>The HTTP status of the reply, when there was one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The exception beneath, when there was one. It does not travel through JSON.</summary>
    [JsonIgnore]
    public Exception? Exception { get; init; }

    /// <summary>The kind, the gateway's code and the sentence. Never a number, text or secret.</summary>
    public override string ToString() =>
        GatewayCode is null ? $"{Kind}: {Message}" : $"{Kind} (gateway code {GatewayCode}): {Message}";

    private static SmsErrorScope ScopeOf(SmsErrorKind kind) => kind switch
    {
        SmsErrorKind.InvalidRecipient or SmsErrorKind.RecipientBlocked or SmsErrorKind.DestinationNotAllowed => SmsErrorScope.Recipient,
        SmsErrorKind.InvalidContent or SmsErrorKind.TextTooLong or SmsErrorKind.EncodingNotSupported => SmsErrorScope.Content,
        SmsErrorKind.DuplicateMessage or SmsErrorKind.InvalidRequest or SmsErrorKind.NotSupported => SmsErrorScope.Content,
        SmsErrorKind.InvalidSender => SmsErrorScope.Sender,
        SmsErrorKind.AuthenticationFailed or SmsErrorKind.IpNotAllowed or SmsErrorKind.PermissionDenied => SmsErrorScope.Account,
        SmsErrorKind.AccountBlocked or SmsErrorKind.InsufficientBalance => SmsErrorScope.Account,
        SmsErrorKind.RateLimited or SmsErrorKind.GatewayUnavailable => SmsErrorScope.Gateway,
        SmsErrorKind.GatewayError or SmsErrorKind.UnreadableResponse => SmsErrorScope.Gateway,
        SmsErrorKind.ConnectionFailed or SmsErrorKind.Timeout or SmsErrorKind.ConnectionLost => SmsErrorScope.Transport,
        SmsErrorKind.CircuitOpen or SmsErrorKind.Canceled => SmsErrorScope.Local,
        _ => SmsErrorScope.Unknown,
    };

    private static bool IsUsuallyTransient(SmsErrorKind kind) => kind is
        SmsErrorKind.RateLimited or SmsErrorKind.GatewayUnavailable or SmsErrorKind.GatewayError or
        SmsErrorKind.UnreadableResponse or SmsErrorKind.ConnectionFailed or SmsErrorKind.Timeout or
        SmsErrorKind.ConnectionLost or SmsErrorKind.CircuitOpen;
}
