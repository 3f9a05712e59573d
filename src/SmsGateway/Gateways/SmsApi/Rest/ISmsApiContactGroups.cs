namespace SmsGateway.SmsApi;

/// <summary>Groups of contacts: <c>/contacts/groups</c>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiContactGroups
{
    /// <summary>Lists the groups.</summary>
    Task<IReadOnlyList<SmsApiContactGroup>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads a group.</summary>
    Task<SmsApiContactGroup> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Adds a group.</summary>
    /// <param name="name">2 to 32 characters.</param>
    /// <param name="description">A note, at most 200 characters.</param>
    /// <param name="idx">A handle of one's own.</param>
    /// <param name="contactExpireAfter">After how many days contacts leave it; null for never.</param>
    /// <param name="cancellationToken">Stops the call; it may be added all the same.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiContactGroup> CreateAsync(string name, string? description = null, string? idx = null, int? contactExpireAfter = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a group: what is null stays as it is.</summary>
    Task<SmsApiContactGroup> UpdateAsync(string id, string? name = null, string? description = null, string? idx = null, int? contactExpireAfter = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a group.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="deleteContacts">Its contacts too; else they stay.</param>
    /// <param name="cancellationToken">Stops the call; it may be deleted all the same.</param>
    Task DeleteAsync(string id, bool deleteContacts = false, CancellationToken cancellationToken = default);

    /// <summary>Deletes all groups.</summary>
    Task DeleteAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads a contact of a group; refused with HTTP 404 when it is not in it.</summary>
    Task<SmsApiContact> GetMemberAsync(string id, string contactId, CancellationToken cancellationToken = default);

    /// <summary>Puts a contact into a group.</summary>
    Task<SmsApiContact> AddMemberAsync(string id, string contactId, CancellationToken cancellationToken = default);

    /// <summary>Takes a contact out of a group.</summary>
    Task RemoveMemberAsync(string id, string contactId, CancellationToken cancellationToken = default);

    /// <summary>Puts all contacts that a filter finds into a group, sooner or later.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    Task AddMembersAsync(string id, SmsApiContactFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Moves all contacts that a filter finds into a group and out of theirs, sooner or later.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    Task MoveMembersAsync(string id, SmsApiContactFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Takes all contacts that a filter finds out of a group, sooner or later.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    Task RemoveMembersAsync(string id, SmsApiContactFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Lists what other users may do with a group.</summary>
    Task<IReadOnlyList<SmsApiGroupAccess>> ListPermissionsAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads what a user may do with a group.</summary>
    Task<SmsApiGroupAccess> GetPermissionAsync(string id, string username, CancellationToken cancellationToken = default);

    /// <summary>Sets what a user may do with a group.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="permission"/> is null.</exception>
    Task<SmsApiGroupAccess> SetPermissionAsync(string id, SmsApiGroupAccess permission, CancellationToken cancellationToken = default);

    /// <summary>Takes a user's permissions away.</summary>
    Task DeletePermissionAsync(string id, string username, CancellationToken cancellationToken = default);
}

/// <summary>A group of contacts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name by which a send addresses it.</param>
public sealed record SmsApiContactGroup(string Id, string? Name)
{
    /// <summary>The note.</summary>
    public string? Description { get; init; }

    /// <summary>How many contacts are in it.</summary>
    public int? ContactsCount { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The handle of one's own.</summary>
    public string? Idx { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>After how many days contacts leave it; null for never.</summary>
    public int? ContactExpireAfter { get; init; }

    /// <summary>What other users may do with it.</summary>
    public IReadOnlyList<SmsApiGroupAccess> Permissions { get; init; } = [];
}

/// <summary>What a user may do with a group.</summary>
/// <param name="Username">The user.</param>
/// <param name="Read">May see it.</param>
/// <param name="Write">May change it.</param>
/// <param name="Send">May send to it.</param>
public sealed record SmsApiGroupAccess(string Username, bool Read, bool Write, bool Send);

/// <summary>Fields of contacts that the account made for itself: <c>/contacts/fields</c>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiContactFields
{
    /// <summary>Lists the fields.</summary>
    Task<IReadOnlyList<SmsApiContactField>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The gateway's word for its kind: "text" and others; null for the gateway's choice.</param>
    /// <param name="cancellationToken">Stops the call; it may be added all the same.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiContactField> CreateAsync(string name, string? type = null, CancellationToken cancellationToken = default);

    /// <summary>Renames a field.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    Task<SmsApiContactField> RenameAsync(string id, string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes a field.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the values that a field can have, by name.</summary>
    Task<IReadOnlyList<KeyValuePair<string, string>>> GetOptionsAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>A field of contacts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, as <c>[%contact.NAME%]</c> has it.</param>
/// <param name="Type">The gateway's word for its kind.</param>
public sealed record SmsApiContactField(string Id, string? Name, string? Type);
