namespace SmsGateway.SmsApi;

/// <summary>The balance: <c>/user.do</c>. Source: docs.smsapi.com, sections 6 and 9.4. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiAccount
{
    /// <summary>Asks for the balance (<c>credits</c>).</summary>
    /// <param name="details">Also how many messages of each kind it is worth (<c>details</c>).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SmsApiBalance> GetBalanceAsync(bool details = false, CancellationToken cancellationToken = default);
}

/// <summary>A balance, and what it is worth. Counts are null where the answer does not hold them.</summary>
/// <param name="Points">The points left.</param>
public sealed record SmsApiBalance(decimal Points)
{
    /// <summary>How many SMS with a sender name of one's own.</summary>
    public long? ProCount { get; init; }

    /// <summary>How many ECO SMS.</summary>
    public long? EcoCount { get; init; }

    /// <summary>How many MMS.</summary>
    public long? MmsCount { get; init; }

    /// <summary>How many voice messages to mobile phones.</summary>
    public long? VmsGsmCount { get; init; }

    /// <summary>How many voice messages to fixed lines.</summary>
    public long? VmsLandCount { get; init; }
}
