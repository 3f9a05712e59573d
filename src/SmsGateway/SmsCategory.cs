namespace SmsGateway;

/// <summary>What a message is for: routing, failover and suppression may differ by it. Values are never renumbered.</summary>
public enum SmsCategory
{
    /// <summary>Not said: treated like <see cref="Transactional"/>.</summary>
    Unspecified = 0,

    /// <summary>Caused by what the recipient did: a confirmation, a reminder, a notice.</summary>
    Transactional = 1,

    /// <summary>A one-time code: short-lived and awaited.</summary>
    OneTimeCode = 2,

    /// <summary>Advertising: subject to opt-out.</summary>
    Marketing = 3,

    /// <summary>A warning that must arrive, such as an alarm.</summary>
    Alert = 4,
}
