namespace SmsGateway.SmsApi;

/// <summary>The contacts database: <c>/contacts</c>. A send addresses its groups by name (<see cref="SmsApiSend.Groups"/>). For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiContacts
{
    /// <summary>Lists contacts.</summary>
    /// <param name="filter">Which; null for all. What is searched for travels in the address.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SmsApiPage<SmsApiContact>> ListAsync(SmsApiContactFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a contact.</summary>
    Task<SmsApiContact> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Adds a contact.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is null.</exception>
    Task<SmsApiContact> CreateAsync(SmsApiContactFields contact, CancellationToken cancellationToken = default);

    /// <summary>Changes a contact: what is null stays as it is.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is null.</exception>
    Task<SmsApiContact> UpdateAsync(string id, SmsApiContactFields contact, CancellationToken cancellationToken = default);

    /// <summary>Deletes a contact.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Moves all contacts to the trash.</summary>
    Task DeleteAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Brings the contacts back that are in the trash (<c>/contacts/trash/restore</c>).</summary>
    Task RestoreTrashAsync(CancellationToken cancellationToken = default);

    /// <summary>Empties the trash (<c>/contacts/trash</c>).</summary>
    Task CleanTrashAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the groups that a contact is in.</summary>
    Task<IReadOnlyList<SmsApiContactGroup>> GetGroupsAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Groups, their members and permissions (<c>/contacts/groups</c>).</summary>
    ISmsApiContactGroups Groups { get; }

    /// <summary>Fields of one's own (<c>/contacts/fields</c>).</summary>
    ISmsApiContactFields Fields { get; }
}

/// <summary>Which contacts are asked for.</summary>
public sealed record SmsApiContactFilter
{
    /// <summary>Text in name, number, mail address or city.</summary>
    public string? Query { get; init; }

    /// <summary>Numbers.</summary>
    public IReadOnlyList<string> PhoneNumbers { get; init; } = [];

    /// <summary>Mail addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>First names.</summary>
    public IReadOnlyList<string> FirstNames { get; init; } = [];

    /// <summary>Last names.</summary>
    public IReadOnlyList<string> LastNames { get; init; } = [];

    /// <summary>Groups, by id.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>undefined, male or female.</summary>
    public string? Gender { get; init; }

    /// <summary>Birthdays: "2022-06-24", "lt(2022-06-24)", "gte(...)", "between(..., ...)".</summary>
    public IReadOnlyList<string> Birthdays { get; init; } = [];

    /// <summary>first_name, last_name, date_updated or date_created.</summary>
    public string? OrderBy { get; init; }

    /// <summary>How many to skip.</summary>
    public int? Offset { get; init; }

    /// <summary>How many to list.</summary>
    public int? Limit { get; init; }

    /// <summary>The part. Never what is searched for.</summary>
    public override string ToString() => $"SmsApiContactFilter {{ Offset = {Offset}, Limit = {Limit} }}";
}

/// <summary>What can be set of a contact.</summary>
public sealed record SmsApiContactFields
{
    /// <summary>The number with country code. Personal data.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The mail address. Personal data.</summary>
    public string? Email { get; init; }

    /// <summary>The first name, 2 to 100 characters. Personal data.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, 2 to 100 characters. Personal data.</summary>
    public string? LastName { get; init; }

    /// <summary>undefined, male or female.</summary>
    public string? Gender { get; init; }

    /// <summary>The birthday. Personal data.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>A note, at most 200 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country; taken when a contact is added, not when it is changed.</summary>
    public string? Country { get; init; }

    /// <summary>Where the contact comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Fields of one's own, by name; also those that SMSAPI keeps for itself, such as idx or device.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Nothing: all of it is personal data.</summary>
    public override string ToString() => nameof(SmsApiContactFields);
}

/// <summary>A contact.</summary>
/// <param name="Id">Its id.</param>
public sealed record SmsApiContact(string Id)
{
    /// <summary>The number. Personal data.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The mail address. Personal data.</summary>
    public string? Email { get; init; }

    /// <summary>The first name. Personal data.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name. Personal data.</summary>
    public string? LastName { get; init; }

    /// <summary>undefined, male or female.</summary>
    public string? Gender { get; init; }

    /// <summary>The birthday as it came: "1970-01-31". Personal data.</summary>
    public string? Birthday { get; init; }

    /// <summary>The note.</summary>
    public string? Description { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>Where the contact comes from.</summary>
    public string? Source { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The groups it is in.</summary>
    public IReadOnlyList<SmsApiContactGroup> Groups { get; init; } = [];

    /// <summary>The id. Nothing personal.</summary>
    public override string ToString() => $"SmsApiContact {{ Id = {Id} }}";
}
