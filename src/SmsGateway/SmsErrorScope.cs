namespace SmsGateway;

/// <summary>What an error is about, and thereby whom else it concerns. Values are never renumbered.</summary>
public enum SmsErrorScope
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>This process: its own limiter, breaker or cancellation.</summary>
    Local = 1,

    /// <summary>The way to the gateway: connection, time, address, certificate.</summary>
    Transport = 2,

    /// <summary>The gateway itself, whoever asks.</summary>
    Gateway = 3,

    /// <summary>The account: credentials, balance, rights. Every message of the account fails alike.</summary>
    Account = 4,

    /// <summary>The sender name.</summary>
    Sender = 5,

    /// <summary>The number: other messages are not concerned, other gateways would say the same.</summary>
    Recipient = 6,

    /// <summary>The message: its text or options.</summary>
    Content = 7,
}
