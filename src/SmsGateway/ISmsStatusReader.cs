namespace SmsGateway;

/// <summary>Asks where sent messages are. All gateways have it; SpeedSMS's answers are best effort.</summary>
public interface ISmsStatusReader
{
    /// <summary>Asks about messages, in as few requests as the gateway allows.</summary>
    /// <param name="messages">The messages; each must belong to an account of this client.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One report per message, in order. What the gateway does not know has the status <see cref="SmsDeliveryStatus.Unknown"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is null.</exception>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken = default);
}

/// <summary>Where a message is.</summary>
/// <param name="Message">Which one.</param>
/// <param name="Status">Where it is, in neutral terms.</param>
public sealed record SmsStatusReport(SmsMessageHandle Message, SmsDeliveryStatus Status)
{
    /// <summary>No other status will follow. True also for a message that the gateway has forgotten.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The gateway's own word or number.</summary>
    public string? RawStatus { get; init; }

    /// <summary>Why it was not delivered, where the gateway says.</summary>
    public SmsErrorKind? Reason { get; init; }

    /// <summary>The price, where the gateway tells it here.</summary>
    public SmsPrice? Price { get; init; }

    /// <summary>When that status was reached, where the gateway says.</summary>
    public DateTimeOffset? At { get; init; }
}
