namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiContactGroups"/>
internal sealed class SmsApiContactGroups(SmsApiRestCalls rest) : ISmsApiContactGroups
{
    private const string Path = $"{SmsApiContacts.Path}/groups";

    public Task<IReadOnlyList<SmsApiContactGroup>> ListAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(Path, SmsApiJson.Default.SmsApiCollectionSmsApiGroupWire, item => item.ToGroup(), cancellationToken);

    public Task<SmsApiContactGroup> GetAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(id), SmsApiJson.Default.SmsApiGroupWire, json => json.ToGroup(), cancellationToken);

    public Task<SmsApiContactGroup> CreateAsync(string name, string? description, string? idx, int? contactExpireAfter, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return StoreAsync(HttpMethod.Post, Path, name, description, idx, contactExpireAfter, cancellationToken);
    }

    public Task<SmsApiContactGroup> UpdateAsync(string id, string? name, string? description, string? idx, int? contactExpireAfter, CancellationToken cancellationToken) =>
        StoreAsync(HttpMethod.Put, Of(id), name, description, idx, contactExpireAfter, cancellationToken);

    public Task DeleteAsync(string id, bool deleteContacts, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Delete, Of(id), deleteContacts ? SmsApiRestBody.Form(("delete_contacts", "1")) : SmsApiRestBody.None, cancellationToken);

    public Task DeleteAllAsync(CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Path, SmsApiRestBody.None, cancellationToken);

    public Task<SmsApiContact> GetMemberAsync(string id, string contactId, CancellationToken cancellationToken) =>
        rest.GetAsync(Member(id, contactId), SmsApiJson.Default.SmsApiContactWire, json => json.ToContact(), cancellationToken);

    public Task<SmsApiContact> AddMemberAsync(string id, string contactId, CancellationToken cancellationToken) =>
        rest.SendAsync(HttpMethod.Put, Member(id, contactId), SmsApiRestBody.None, SmsApiJson.Default.SmsApiContactWire, json => json.ToContact(), cancellationToken);

    public Task RemoveMemberAsync(string id, string contactId, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Delete, Member(id, contactId), SmsApiRestBody.None, cancellationToken);

    public Task AddMembersAsync(string id, SmsApiContactFilter filter, CancellationToken cancellationToken) => ChangeMembersAsync(HttpMethod.Post, id, filter, cancellationToken);

    public Task MoveMembersAsync(string id, SmsApiContactFilter filter, CancellationToken cancellationToken) => ChangeMembersAsync(HttpMethod.Put, id, filter, cancellationToken);

    public Task RemoveMembersAsync(string id, SmsApiContactFilter filter, CancellationToken cancellationToken) => ChangeMembersAsync(HttpMethod.Delete, id, filter, cancellationToken);

    public Task<IReadOnlyList<SmsApiGroupAccess>> ListPermissionsAsync(string id, CancellationToken cancellationToken) =>
        rest.ListAsync($"{Of(id)}/permissions", SmsApiJson.Default.SmsApiCollectionSmsApiPermissionWire, item => item.ToPermission(), cancellationToken);

    public Task<SmsApiGroupAccess> GetPermissionAsync(string id, string username, CancellationToken cancellationToken) =>
        rest.GetAsync(Permission(id, username), SmsApiJson.Default.SmsApiPermissionWire, json => json.ToPermission(), cancellationToken);

    public Task<SmsApiGroupAccess> SetPermissionAsync(string id, SmsApiGroupAccess permission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permission);
        var body = SmsApiRestBody.Form(
            ("read", SmsApiForm.Bit(permission.Read)), ("write", SmsApiForm.Bit(permission.Write)), ("send", SmsApiForm.Bit(permission.Send)));
        return rest.SendAsync(
            HttpMethod.Put, Permission(id, permission.Username), body, SmsApiJson.Default.SmsApiPermissionWire, json => json.ToPermission(), cancellationToken);
    }

    public Task DeletePermissionAsync(string id, string username, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Delete, Permission(id, username), SmsApiRestBody.None, cancellationToken);

    private Task<SmsApiContactGroup> StoreAsync(HttpMethod method, string path, string? name, string? description, string? idx, int? contactExpireAfter, CancellationToken cancellationToken) => rest.SendAsync(
        method,
        path,
        SmsApiRestBody.Form(("name", name), ("description", description), ("idx", idx), ("contact_expire_after", SmsApiForm.Number(contactExpireAfter))),
        SmsApiJson.Default.SmsApiGroupWire,
        json => json.ToGroup(),
        cancellationToken);

    private Task ChangeMembersAsync(HttpMethod method, string id, SmsApiContactFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return rest.DoAsync(method, $"{Of(id)}/members", SmsApiRestBody.Form(SmsApiContacts.FieldsOf(filter)), cancellationToken);
    }

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";

    private static string Member(string id, string contactId) => $"{Of(id)}/members/{SmsApiForm.Segment(contactId, nameof(contactId))}";

    private static string Permission(string id, string username) => $"{Of(id)}/permissions/{SmsApiForm.Segment(username, nameof(username))}";
}

/// <inheritdoc cref="ISmsApiContactFields"/>
internal sealed class SmsApiContactFieldNames(SmsApiRestCalls rest) : ISmsApiContactFields
{
    private const string Path = $"{SmsApiContacts.Path}/fields";

    public Task<IReadOnlyList<SmsApiContactField>> ListAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(Path, SmsApiJson.Default.SmsApiCollectionSmsApiFieldWire, item => item.ToField(), cancellationToken);

    public Task<SmsApiContactField> CreateAsync(string name, string? type, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return StoreAsync(HttpMethod.Post, Path, name, type, cancellationToken);
    }

    public Task<SmsApiContactField> RenameAsync(string id, string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return StoreAsync(HttpMethod.Put, Of(id), name, type: null, cancellationToken);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(id), SmsApiRestBody.None, cancellationToken);

    public async Task<IReadOnlyList<KeyValuePair<string, string>>> GetOptionsAsync(string id, CancellationToken cancellationToken)
    {
        var options = await rest.ListAsync($"{Of(id)}/options", SmsApiJson.Default.SmsApiCollectionSmsApiFieldWire, item => item, cancellationToken).ConfigureAwait(false);
        return [.. options.Where(option => option.Value is not null).Select(option => KeyValuePair.Create(option.Name ?? option.Value!, option.Value!))];
    }

    private Task<SmsApiContactField> StoreAsync(HttpMethod method, string path, string name, string? type, CancellationToken cancellationToken) => rest.SendAsync(
        method, path, SmsApiRestBody.Form(("name", name), ("type", type)), SmsApiJson.Default.SmsApiFieldWire, json => json.ToField(), cancellationToken);

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";
}
