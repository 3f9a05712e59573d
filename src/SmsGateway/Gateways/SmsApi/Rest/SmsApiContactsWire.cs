using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

internal sealed record SmsApiContactWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; set; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; set; }

    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; set; }

    [JsonPropertyName("first_name")]
    [JsonConverter(typeof(WireText))]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    [JsonConverter(typeof(WireText))]
    public string? LastName { get; set; }

    [JsonPropertyName("gender")]
    [JsonConverter(typeof(WireText))]
    public string? Gender { get; set; }

    [JsonPropertyName("birthday_date")]
    [JsonConverter(typeof(WireText))]
    public string? Birthday { get; set; }

    [JsonPropertyName("description")]
    [JsonConverter(typeof(WireText))]
    public string? Description { get; set; }

    [JsonPropertyName("city")]
    [JsonConverter(typeof(WireText))]
    public string? City { get; set; }

    [JsonPropertyName("country")]
    [JsonConverter(typeof(WireText))]
    public string? Country { get; set; }

    [JsonPropertyName("source")]
    [JsonConverter(typeof(WireText))]
    public string? Source { get; set; }

    [JsonPropertyName("date_created")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateCreated { get; set; }

    [JsonPropertyName("date_updated")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateUpdated { get; set; }

    [JsonPropertyName("groups")]
    public SmsApiGroupWire?[]? Groups { get; set; }

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
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; set; }

    [JsonPropertyName("description")]
    [JsonConverter(typeof(WireText))]
    public string? Description { get; set; }

    [JsonPropertyName("contacts_count")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? ContactsCount { get; set; }

    [JsonPropertyName("contact_expire_after")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? ContactExpireAfter { get; set; }

    [JsonPropertyName("created_by")]
    [JsonConverter(typeof(WireText))]
    public string? CreatedBy { get; set; }

    [JsonPropertyName("idx")]
    [JsonConverter(typeof(WireText))]
    public string? Idx { get; set; }

    [JsonPropertyName("date_created")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateCreated { get; set; }

    [JsonPropertyName("date_updated")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateUpdated { get; set; }

    [JsonPropertyName("permissions")]
    public SmsApiPermissionWire?[]? Permissions { get; set; }

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
    public string? Username { get; set; }

    [JsonPropertyName("read")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Read { get; set; }

    [JsonPropertyName("write")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Write { get; set; }

    [JsonPropertyName("send")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Send { get; set; }

    public SmsApiGroupAccess? ToPermission() =>
        Username is null ? null : new SmsApiGroupAccess(Username, Read ?? false, Write ?? false, Send ?? false);
}

/// <summary>A field, or a value that it can have.</summary>
internal sealed record SmsApiFieldWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; set; }

    [JsonPropertyName("type")]
    [JsonConverter(typeof(WireText))]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    [JsonConverter(typeof(WireText))]
    public string? Value { get; set; }

    public SmsApiContactField? ToField() => Id is null ? null : new SmsApiContactField(Id, Name, Type);
}
