namespace SmsGateway.SmsApi;

/// <summary>Sender names: <c>/sms/sendernames</c>. Activation over the interface is no longer supported by the vendor. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiSendernames
{
    /// <summary>Lists the names.</summary>
    Task<IReadOnlyList<SmsApiSender>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one name.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiSender> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Adds a name.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiSender> CreateAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes a name.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Makes an active name the one that messages without a sender get.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task MakeDefaultAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads the statement to which one agrees by adding a name.</summary>
    Task<SmsApiStatement> GetStatementAsync(CancellationToken cancellationToken = default);
}

/// <summary>A statement to agree to.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Sections">Its sections.</param>
public sealed record SmsApiStatement(string? Content, IReadOnlyList<SmsApiStatementSection> Sections);

/// <summary>A section of a statement.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Content">Its text.</param>
/// <param name="Statements">What one states, by type.</param>
public sealed record SmsApiStatementSection(string? Title, string? Content, IReadOnlyList<KeyValuePair<string, string>> Statements);
