namespace SmsGateway.SmsApi;

/// <summary>Stored texts: <c>/sms/templates</c>. A send names one by <see cref="SmsApiSendOptions.Template"/>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiTemplates
{
    /// <summary>Lists the account's own templates.</summary>
    Task<IReadOnlyList<SmsApiTemplate>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the account's own templates and those that the main user shares. They have no id here.</summary>
    Task<IReadOnlyList<SmsApiTemplate>> ListAvailableAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads a template.</summary>
    Task<SmsApiTemplate> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Stores a template.</summary>
    /// <param name="name">The name by which a send asks for it.</param>
    /// <param name="text">The text, with <c>[%1%]</c> to <c>[%4%]</c> for values.</param>
    /// <param name="normalize">Replace accented letters by plain ones.</param>
    /// <param name="cancellationToken">Stops the call; it may be stored all the same.</param>
    /// <exception cref="ArgumentException">Name or text is blank.</exception>
    Task<SmsApiTemplate> CreateAsync(string name, string text, bool normalize = false, CancellationToken cancellationToken = default);

    /// <summary>Replaces a template.</summary>
    /// <exception cref="ArgumentException">Id, name or text is blank.</exception>
    Task<SmsApiTemplate> UpdateAsync(string id, string name, string text, bool normalize = false, CancellationToken cancellationToken = default);

    /// <summary>Deletes a template.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>A stored text.</summary>
/// <param name="Name">The name by which a send asks for it.</param>
/// <param name="Text">The text.</param>
public sealed record SmsApiTemplate(string Name, string? Text)
{
    /// <summary>The id; null for templates that were listed as available.</summary>
    public string? Id { get; init; }

    /// <summary>Accented letters are replaced by plain ones.</summary>
    public bool Normalize { get; init; }

    /// <summary>Id and name. Never the text.</summary>
    public override string ToString() => $"SmsApiTemplate {{ Id = {Id ?? "none"}, Name = {Name} }}";
}
