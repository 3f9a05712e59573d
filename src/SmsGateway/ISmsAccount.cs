using System.Globalization;

namespace SmsGateway;

/// <summary>Asks about the account itself.</summary>
public interface ISmsAccount
{
    /// <summary>Asks for the balance.</summary>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks for the sender names that the account may use.</summary>
    /// <exception cref="NotSupportedException">The gateway has no such list.</exception>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken = default);
}

/// <summary>A balance.</summary>
/// <param name="Amount">How much is left for SMS.</param>
/// <param name="Unit">The ISO 4217 currency, or what else the gateway counts in: "points", "credits".</param>
public sealed record SmsBalance(decimal Amount, string Unit)
{
    /// <summary>When it expires, where the gateway says.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The amount in invariant notation and its unit.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Unit}");
}

/// <summary>A sender name of an account.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsActive">Whether it can be used.</param>
/// <param name="IsDefault">Whether messages without a sender get it.</param>
public sealed record SmsSender(string Name, bool IsActive = true, bool IsDefault = false);
