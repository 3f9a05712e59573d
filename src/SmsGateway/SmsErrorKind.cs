namespace SmsGateway;

/// <summary>What went wrong. Values are never renumbered.</summary>
public enum SmsErrorKind
{
    /// <summary>A refusal whose code nobody knows; <see cref="SmsError.GatewayCode"/> keeps it.</summary>
    Unknown = 0,

    /// <summary>The number is malformed, not in service, or not a mobile number.</summary>
    InvalidRecipient = 1,

    /// <summary>The number is on a blacklist or opted out.</summary>
    RecipientBlocked = 2,

    /// <summary>The account may not send to that country or number range.</summary>
    DestinationNotAllowed = 3,

    /// <summary>The text is empty, malformed or forbidden.</summary>
    InvalidContent = 4,

    /// <summary>The text needs more segments than allowed.</summary>
    TextTooLong = 5,

    /// <summary>The text needs an encoding that was ruled out.</summary>
    EncodingNotSupported = 6,

    /// <summary>A repeat was refused as such.</summary>
    DuplicateMessage = 7,

    /// <summary>The sender name is malformed or not registered.</summary>
    InvalidSender = 8,

    /// <summary>The request as set up does not fit the gateway: address, path, field, reference, schedule.</summary>
    InvalidRequest = 9,

    /// <summary>The gateway cannot honour an option of the message.</summary>
    NotSupported = 10,

    /// <summary>Token, user or password is wrong.</summary>
    AuthenticationFailed = 11,

    /// <summary>The caller's IP address is not on the account's list.</summary>
    IpNotAllowed = 12,

    /// <summary>The account may not do this.</summary>
    PermissionDenied = 13,

    /// <summary>The account is blocked.</summary>
    AccountBlocked = 14,

    /// <summary>Not enough credit.</summary>
    InsufficientBalance = 15,

    /// <summary>Refused because of rate, before processing; see <see cref="SmsError.RetryAfter"/>.</summary>
    RateLimited = 16,

    /// <summary>502, 503, 504 or maintenance.</summary>
    GatewayUnavailable = 17,

    /// <summary>500, or the gateway's own "internal error".</summary>
    GatewayError = 18,

    /// <summary>Bytes came, but no trustworthy reply.</summary>
    UnreadableResponse = 19,

    /// <summary>No usable connection: DNS, refused, TLS, proxy, connect timeout.</summary>
    ConnectionFailed = 20,

    /// <summary>The operation's time ran out.</summary>
    Timeout = 21,

    /// <summary>The connection ended after the body was started and before a complete reply.</summary>
    ConnectionLost = 22,

    /// <summary>The library's own circuit breaker refused: the gateway failed too often just now.</summary>
    CircuitOpen = 23,

    /// <summary>The caller cancelled.</summary>
    Canceled = 24,
}
