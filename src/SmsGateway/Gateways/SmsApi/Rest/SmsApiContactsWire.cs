using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

internal sealed record SmsApiContactWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; init; }

    [JsonPropertyName("first_name")]
    [JsonConverter(typeof(WireText))]
    public string? FirstName { get; init; }

    [JsonPropertyName("last_name")]
    [JsonConverter(typeof(WireText))]
    public string? LastName { get; init; }

    [JsonPropertyName("gender")]
    [JsonConverter(typeof(WireText))]
    public string? Gender { get; init; }

    [JsonPropertyName("birthday_date")]
    [JsonConverter(typeof(WireText))]
    public string? Birthday { get; init; }

    [JsonPropertyName("description")]
    [JsonConverter(typeof(WireText))]
    public string? Description { get; init; }

    [JsonPropertyName("city")]
    [JsonConverter(typeof(WireText))]
    public string? City { get; init; }

    [JsonPropertyName("country")]
    [JsonConverter(typeof(WireText))]
    public string? Country { get; init; }

    [JsonPropertyName("source")]
    [JsonConverter(typeof(WireText))]
    public string? Source { get; init; }

    [JsonPropertyName("date_created")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateCreated { get; init; }

    [JsonPropertyName("date_updated")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateUpdated { get; init; }

    [JsonPropertyName("groups")]
    public SmsApiGroupWire?[]? Groups { get; init; }

    public SmsApiContact? ToContact() => Id is null ? null : new SmsApiContact(Id)
    {
        PhoneNumber = PhoneNumber,
        Email = Email,
        FirstName = FirstName,
        LastName = LastName,
        Gender = Gender,
        Birthday = Birthday,
        Description = Description,
        City = City,
        Country = Country,
        Source = Source,
        CreatedAt = DateCreated,
        UpdatedAt = DateUpdated,
        Groups = [.. (Groups ?? []).OfType<SmsApiGroupWire>().Select(group => group.ToGroup()).OfType<SmsApiContactGroup>()],
    };
}

internal sealed record SmsApiGroupWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("description")]
    [JsonConverter(typeof(WireText))]
    public string? Description { get; init; }

    [JsonPropertyName("contacts_count")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? ContactsCount { get; init; }

    [JsonPropertyName("contact_expire_after")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? ContactExpireAfter { get; init; }

    [JsonPropertyName("created_by")]
    [JsonConverter(typeof(WireText))]
    public string? CreatedBy { get; init; }

    [JsonPropertyName("idx")]
    [JsonConverter(typeof(WireText))]
    public string? Idx { get; init; }

    [JsonPropertyName("date_created")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateCreated { get; init; }

    [JsonPropertyName("date_updated")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateUpdated { get; init; }

    [JsonPropertyName("permissions")]
    public SmsApiPermissionWire?[]? Permissions { get; init; }

    public SmsApiContactGroup? ToGroup() => Id is null ? null : new SmsApiContactGroup(Id, Name)
    {
        Description = Description,
        ContactsCount = ContactsCount.ToInt(),
        ContactExpireAfter = ContactExpireAfter.ToInt(),
        CreatedBy = CreatedBy,
        Idx = Idx,
        CreatedAt = DateCreated,
        UpdatedAt = DateUpdated,
        Permissions = [.. (Permissions ?? []).OfType<SmsApiPermissionWire>().Select(item => item.ToPermission()).OfType<SmsApiGroupAccess>()],
    };
}

internal sealed record SmsApiPermissionWire
{
    [JsonPropertyName("username")]
    [JsonConverter(typeof(WireText))]
    public string? Username { get; init; }

    [JsonPropertyName("read")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Read { get; init; }

    [JsonPropertyName("write")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Write { get; init; }

    [JsonPropertyName("send")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Send { get; init; }

    public SmsApiGroupAccess? ToPermission() =>
        Username is null ? null : new SmsApiGroupAccess(Username, Read ?? false, Write ?? false, Send ?? false);
}

/// <summary>A field, or a value that it can have.</summary>
internal sealed record SmsApiFieldWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("type")]
    [JsonConverter(typeof(WireText))]
    public string? Type { get; init; }

    [JsonPropertyName("value")]
    [JsonConverter(typeof(WireText))]
    public string? Value { get; init; }

    public SmsApiContactField? ToField() => Id is null ? null : new SmsApiContactField(Id, Name, Type);
}
