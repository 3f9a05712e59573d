namespace SmsGateway;

/// <summary>What is known about a send. The second of two axes: <see cref="SmsErrorKind"/> says what went wrong.</summary>
public enum SmsOutcome
{
    /// <summary>A request left and no trustworthy answer came: the gateway may or may not have the message. Never repeat it blindly.</summary>
    Unknown = 0,

    /// <summary>The gateway said yes.</summary>
    Accepted = 1,

    /// <summary>The gateway said no, clearly; or the message was refused here before any request.</summary>
    Rejected = 2,

    /// <summary>Provably not processed: nothing of the request left, or the gateway refused before it looked (rate, maintenance).</summary>
    NotSent = 3,
}
