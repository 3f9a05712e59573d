namespace SmsGateway.SmsApi;

/// <summary>Sender names: <c>/sender.do</c>. The vendor's newer form is <see cref="ISmsApiRest.Sendernames"/>. Source: docs.smsapi.com, section 10. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiSenders
{
    /// <summary>Adds a name (<c>add</c>). One that exists is refused with 2115; after a lost answer that means it was added.</summary>
    /// <param name="name">At most 11 of <c>a-z A-Z 0-9 - . space</c>.</param>
    /// <param name="cancellationToken">Stops the call; the name may be added all the same.</param>
    /// <returns>How many were added: 1.</returns>
    Task<int> AddAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Asks how a name stands (<c>status</c>).</summary>
    Task<SmsApiSender> GetStatusAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes a name (<c>delete</c>).</summary>
    /// <returns>How many were deleted: 1.</returns>
    Task<int> DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Lists the names (<c>list</c>).</summary>
    /// <param name="withNativeNames">Also those that the main user shares with this sub-user (<c>with_nat_names</c>).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SmsApiSender>> ListAsync(bool withNativeNames = false, CancellationToken cancellationToken = default);

    /// <summary>Makes an active name the one that messages without a sender get (<c>default</c>).</summary>
    /// <returns>How many were changed: 1.</returns>
    Task<int> SetDefaultAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>A sender name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Status">The gateway's word: ACTIVE, INACTIVE; expect others, such as PENDING or REJECTED.</param>
public sealed record SmsApiSender(string Name, string? Status)
{
    /// <summary>Messages without a sender get it; null where the answer does not say.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>When it was added; told by the REST interface alone.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>It can be used.</summary>
    public bool IsActive => string.Equals(Status, "ACTIVE", StringComparison.OrdinalIgnoreCase);
}
