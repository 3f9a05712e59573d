using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Contacts by REST, and the trash that they go to.</summary>
internal static class SmsApiRestContacts
{
    private static readonly string[] Names = ["first_name", "last_name", "phone_number", "email", "birthday_date", "description", "city", "country", "source"];

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var book = inbox.SmsApiAccount.Contacts;
        var people = book.People;
        return RefusesJson(call, inbox) ? Unsupported() : (call.Request.Method, SmsApiRest.Below(call, "/contacts")) switch
        {
            ("GET", []) => SmsApiRest.Page(call, SmsApiContactFilter.Find(call, book), Writer(book)),
            ("POST", []) => Store(call, inbox, known: null),
            ("DELETE", []) => DeleteAll(call, book),
            ("HEAD", ["trash"]) => SmsApiRest.Done().With("X-Result-Count", book.Trash.Count.ToString(CultureInfo.InvariantCulture)),
            ("DELETE", ["trash"]) => Empty(call, book, restore: false),
            ("PUT", ["trash", "restore"]) => Empty(call, book, restore: true),
            ("GET", [var id]) => people.Get(id),
            ("PUT", [var id]) => people.Find(id) is { } known ? Store(call, inbox, known) : SmsApiRest.NotFound(),
            ("DELETE", [var id]) => Delete(call, book, id),
            (var method, [var id, "groups", .. var rest]) => people.Find(id) is { } member ? SmsApiRestGroups.RunOf(call, book, member, method, rest) : SmsApiRest.NotFound(),
            _ => SmsApiRest.NotFound(),
        };
    }

    /// <summary>The vendor's Go client says that contacts take forms alone; its Node client sends JSON.</summary>
    public static bool RefusesJson(GatewayCall call, SmsInbox inbox) => inbox.SmsApi.ContactsRefuseJson && JsonBody.LooksLike(call.Body);

    public static GatewayReply Unsupported() => SmsApiRest.Error(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Unsupported media type");

    public static Action<Utf8JsonWriter, SmsApiPerson> Writer(SmsApiContactBook book) => (writer, person) => Write(writer, person, book);

    public static void Write(Utf8JsonWriter writer, SmsApiPerson person, SmsApiContactBook book)
    {
        writer.WriteString("id", person.Id);
        foreach (var name in Names)
        {
            writer.WriteString(name, person[name]);
        }

        writer.WriteString("gender", person["gender"] ?? "undefined");
        writer.WriteTime("date_created", person.CreatedAt);
        writer.WriteTime("date_updated", person.UpdatedAt);
        writer.WriteStartArray("groups");
        foreach (var group in book.GroupsOf(person))
        {
            writer.WriteObject((group, book), static (writer, state) => SmsApiRestGroups.Write(writer, state.group, state.book));
        }

        writer.WriteEndArray();
    }

    // A number or an address that is known already is no second contact: the first is changed.
    private static GatewayReply Store(GatewayCall call, SmsInbox inbox, SmsApiPerson? known)
    {
        var book = inbox.SmsApiAccount.Contacts;
        var (values, fault) = Read(call.Parameters, book, known);
        if (fault is not null)
        {
            return SmsApiRest.Invalid(fault);
        }

        if (book.People.All.FirstOrDefault(person => person.Id != known?.Id && IsSame(person, values)) is { } other)
        {
            return known is null ? Store(call, inbox, other) : SmsApiRest.Taken("phone_number");
        }

        var id = known?.Id ?? inbox.SmsApiAccount.NextObjectId();
        return book.People.Keep(call, new(id, values, known?.CreatedAt ?? call.Now, call.Now));
    }

    private static (Dictionary<string, string> Values, string? Fault) Read(ParameterSet parameters, SmsApiContactBook book, SmsApiPerson? known)
    {
        var values = new Dictionary<string, string>(known?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var name in Names.Append("gender").Concat(book.Fields.All.Select(field => field.Name)))
        {
            if (parameters[name] is { } value)
            {
                values[name] = name == "phone_number" ? PhoneDigits.Of(value) : value;
            }
        }

        var number = values.GetValueOrDefault("phone_number");
        return (values,
            number is null && !values.ContainsKey("email") ? "phone_number"
            : number is not null && number.Length is < 8 or > 16 ? "phone_number"
            : values.GetValueOrDefault("gender") is not (null or "undefined" or "male" or "female") ? "gender"
            : values.GetValueOrDefault("birthday_date") is { Length: > 0 } day && SmsApiRest.Day(day) is null ? "birthday_date"
            : null);
    }

    private static bool IsSame(SmsApiPerson person, Dictionary<string, string> values) => values.TryGetValue("phone_number", out var number)
        ? person["phone_number"] == number
        : person["phone_number"] is null && person["email"] == values["email"];

    private static GatewayReply Delete(GatewayCall call, SmsApiContactBook book, string id)
    {
        if (book.People.Find(id) is not { } found)
        {
            return SmsApiRest.NotFound();
        }

        book.Discard(call, [found]);
        return SmsApiRest.Done();
    }

    private static GatewayReply DeleteAll(GatewayCall call, SmsApiContactBook book)
    {
        book.Discard(call, book.People.All);
        return SmsApiRest.Accepted();
    }

    private static GatewayReply Empty(GatewayCall call, SmsApiContactBook book, bool restore)
    {
        if (book.Trash.Count == 0)
        {
            return SmsApiRest.Done();
        }

        if (call.Keeps)
        {
            if (restore)
            {
                book.Trash.ForEach(person => book.People.Keep(call, person));
            }

            book.Trash.Clear();
        }

        return SmsApiRest.Accepted();
    }
}
