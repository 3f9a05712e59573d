namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The contacts of an account, their groups, and the fields that the account made for itself. The account's lock is held meanwhile.</summary>
internal sealed class SmsApiContactBook
{
    public SmsApiContactBook()
    {
        People = new((writer, person) => SmsApiRestContacts.Write(writer, person, this));
        Groups = new((writer, group) => SmsApiRestGroups.Write(writer, group, this));
    }

    public SmsApiShelf<SmsApiPerson> People { get; }

    public SmsApiShelf<SmsApiGroup> Groups { get; }

    public SmsApiShelf<SmsApiField> Fields { get; } = new(SmsApiRestFields.Write);

    /// <summary>People who were deleted and can be had back.</summary>
    public List<SmsApiPerson> Trash { get; } = [];

    public List<SmsApiPerson> Members(SmsApiGroup group) => [.. People.All.Where(person => group.Members.Contains(person.Id))];

    public List<SmsApiGroup> GroupsOf(SmsApiPerson person) => [.. Groups.All.Where(group => group.Members.Contains(person.Id))];

    public void Discard(GatewayCall call, IEnumerable<SmsApiPerson> people)
    {
        if (call.Keeps)
        {
            foreach (var person in people.ToList())
            {
                People.Remove(call, person);
                Trash.Add(person);
            }
        }
    }

    /// <summary>The numbers that a send to a group goes to; null when there is no group of that name.</summary>
    public IReadOnlyList<SmsApiContact>? Recipients(string name) => Groups.All.FirstOrDefault(group => group.Name == name) is not { } found
        ? null
        : [.. Members(found).Where(person => person["phone_number"] is not null).Select(person => new SmsApiContact(person["phone_number"]!) { Fields = person.Values })];
}

/// <summary>A contact; what is known of it stands under the names of the wire.</summary>
internal sealed record SmsApiPerson(string Id, IReadOnlyDictionary<string, string> Values, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : ISmsApiEntry
{
    public string? this[string name] => Values.GetValueOrDefault(name);
}

/// <summary>A group of contacts, and who may do what with it.</summary>
internal sealed record SmsApiGroup(string Id, string Name, string Owner, DateTimeOffset CreatedAt) : ISmsApiEntry
{
    public string Description { get; init; } = "";

    public string? Idx { get; init; }

    public int? ContactExpireAfter { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    /// <summary>Contacts, by id.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SmsApiPermission> Permissions { get; } = new(StringComparer.Ordinal) { [Owner] = new(Read: true, Write: true, Send: true) };
}

/// <summary>What a user may do with a group.</summary>
internal readonly record struct SmsApiPermission(bool Read, bool Write, bool Send);

/// <summary>A field that the account made for its contacts.</summary>
internal sealed record SmsApiField(string Id, string Name, string Type) : ISmsApiEntry;
