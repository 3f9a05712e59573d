using System.Globalization;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiContacts"/>
internal sealed class SmsApiContacts(SmsApiRestCalls rest) : ISmsApiContacts
{
    internal const string Path = "contacts";

    public ISmsApiContactGroups Groups { get; } = new SmsApiContactGroups(rest);

    public ISmsApiContactFields Fields { get; } = new SmsApiContactFieldNames(rest);

    public Task<SmsApiPage<SmsApiContact>> ListAsync(SmsApiContactFilter? filter, CancellationToken cancellationToken) => rest.PageAsync(
        SmsApiForm.Query(Path, FieldsOf(filter ?? new())), SmsApiJson.Default.SmsApiCollectionSmsApiContactWire, item => item.ToContact(), cancellationToken);

    public Task<SmsApiContact> GetAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(id), SmsApiJson.Default.SmsApiContactWire, json => json.ToContact(), cancellationToken);

    public Task<SmsApiContact> CreateAsync(SmsApiContactFields contact, CancellationToken cancellationToken) => StoreAsync(HttpMethod.Post, Path, contact, cancellationToken);

    public Task<SmsApiContact> UpdateAsync(string id, SmsApiContactFields contact, CancellationToken cancellationToken) => StoreAsync(HttpMethod.Put, Of(id), contact, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(id), SmsApiRestBody.None, cancellationToken);

    public Task DeleteAllAsync(CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Path, SmsApiRestBody.None, cancellationToken);

    public Task RestoreTrashAsync(CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Put, $"{Path}/trash/restore", SmsApiRestBody.None, cancellationToken);

    public Task CleanTrashAsync(CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, $"{Path}/trash", SmsApiRestBody.None, cancellationToken);

    public Task<IReadOnlyList<SmsApiContactGroup>> GetGroupsAsync(string id, CancellationToken cancellationToken) =>
        rest.ListAsync($"{Of(id)}/groups", SmsApiJson.Default.SmsApiCollectionSmsApiGroupWire, item => item.ToGroup(), cancellationToken);

    /// <summary>A filter as fields; lists come under numbered names, as PHP has them.</summary>
    internal static (string Name, string? Value)[] FieldsOf(SmsApiContactFilter filter) =>
    [
        ("q", filter.Query),
        .. List("phone_number", filter.PhoneNumbers),
        .. List("email", filter.Emails),
        .. List("first_name", filter.FirstNames),
        .. List("last_name", filter.LastNames),
        .. List("group_id", filter.GroupIds),
        ("gender", filter.Gender),
        .. List("birthday_date", filter.Birthdays),
        ("order_by", filter.OrderBy),
        ("offset", SmsApiForm.Number(filter.Offset)),
        ("limit", SmsApiForm.Number(filter.Limit)),
    ];

    private Task<SmsApiContact> StoreAsync(HttpMethod method, string path, SmsApiContactFields contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);

        // JSON is refused here with 415, unlike elsewhere.
        var body = SmsApiRestBody.Form(
        [
            ("phone_number", contact.PhoneNumber),
            ("email", contact.Email),
            ("first_name", contact.FirstName),
            ("last_name", contact.LastName),
            ("gender", contact.Gender),
            ("birthday_date", SmsApiForm.Date(contact.Birthday)),
            ("description", contact.Description),
            ("city", contact.City),
            ("country", contact.Country),
            ("source", contact.Source),
            .. contact.CustomFields.Select(field => (field.Key, (string?)field.Value)),
        ]);
        return rest.SendAsync(method, path, body, SmsApiJson.Default.SmsApiContactWire, json => json.ToContact(), cancellationToken);
    }

    private static IEnumerable<(string Name, string? Value)> List(string name, IReadOnlyList<string> values) =>
        values.Select((value, index) => (string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"), (string?)value));

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";
}
