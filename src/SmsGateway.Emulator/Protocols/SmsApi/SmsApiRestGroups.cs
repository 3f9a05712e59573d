using System.Collections.Frozen;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Groups of contacts by REST: themselves, their members, and what users may do with them.</summary>
internal static class SmsApiRestGroups
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var book = inbox.SmsApiAccount.Contacts;
        var parts = SmsApiRest.Below(call, "/contacts/groups");
        if (SmsApiRestContacts.RefusesJson(call, inbox))
        {
            return SmsApiRestContacts.Unsupported();
        }

        if (parts is not [var id, ..])
        {
            return call.Request.Method switch
            {
                "GET" => book.Groups.List(),
                "POST" => Store(call, inbox, known: null),
                "DELETE" => Delete(call, book, [.. book.Groups.All]),
                _ => SmsApiRest.NotFound(),
            };
        }

        return book.Groups.Find(id) is not { } group ? SmsApiRest.NotFound() : (call.Request.Method, parts[1..]) switch
        {
            ("GET", []) => book.Groups.Get(id),
            ("PUT", []) => Store(call, inbox, group),
            ("DELETE", []) => Delete(call, book, [group]),
            (var method, ["members", .. var member]) => SmsApiRestMembers.Run(call, book, group, method, member),
            (var method, ["permissions", .. var user]) => SmsApiRestPermissions.Run(call, group, method, user),
            _ => SmsApiRest.NotFound(),
        };
    }

    /// <summary>The groups of one contact.</summary>
    public static GatewayReply RunOf(GatewayCall call, SmsApiContactBook book, SmsApiPerson person, string method, string[] rest) => (method, rest) switch
    {
        ("GET", []) => SmsApiRest.Collection(book.GroupsOf(person), Writer(book)),
        ("POST", []) => Join(call, book, person, [.. book.Groups.All.Where(group => call.Parameters.Except(FrozenSet<string>.Empty).Values.Contains(group.Id, StringComparer.Ordinal))]),
        (_, [var id]) when book.Groups.Find(id) is { } group => method switch
        {
            "GET" => group.Members.Contains(person.Id) ? book.Groups.Get(id) : SmsApiRest.NotFound(),
            "PUT" => Join(call, book, person, [group]),
            "DELETE" => SmsApiRestMembers.Run(call, book, group, method, [person.Id]),
            _ => SmsApiRest.NotFound(),
        },
        _ => SmsApiRest.NotFound(),
    };

    public static void Write(Utf8JsonWriter writer, SmsApiGroup group, SmsApiContactBook book)
    {
        writer.WriteString("id", group.Id);
        writer.WriteString("name", group.Name);
        writer.WriteString("description", group.Description);
        writer.WriteNumber("contacts_count", book.Members(group).Count);
        writer.WriteTime("date_created", group.CreatedAt);
        writer.WriteTime("date_updated", group.UpdatedAt);
        writer.WriteString("created_by", group.Owner);
        writer.WriteString("idx", group.Idx);
        if (group.ContactExpireAfter is { } days)
        {
            writer.WriteNumber("contact_expire_after", days);
        }
        else
        {
            writer.WriteNull("contact_expire_after");
        }

        writer.WriteStartArray("permissions");
        foreach (var permission in group.Permissions)
        {
            writer.WriteObject((group, permission), SmsApiRestPermissions.Write);
        }

        writer.WriteEndArray();
    }

    private static Action<Utf8JsonWriter, SmsApiGroup> Writer(SmsApiContactBook book) => (writer, group) => Write(writer, group, book);

    private static GatewayReply Store(GatewayCall call, SmsInbox inbox, SmsApiGroup? known)
    {
        var groups = inbox.SmsApiAccount.Contacts.Groups;
        var parameters = call.Parameters;
        var name = parameters["name"] ?? known?.Name;
        if (string.IsNullOrEmpty(name))
        {
            return SmsApiRest.Invalid("name");
        }

        if (groups.All.Any(other => other.Name == name && other.Id != known?.Id))
        {
            return SmsApiRest.Taken("name");
        }

        var group = known ?? new(inbox.SmsApiAccount.NextObjectId(), name, inbox.SmsApi.UserName, call.Now);
        return groups.Keep(call, group with
        {
            Name = name,
            Description = parameters["description"] ?? group.Description,
            Idx = parameters["idx"] ?? group.Idx,
            ContactExpireAfter = parameters.Number("contact_expire_after") ?? group.ContactExpireAfter,
            UpdatedAt = call.Now,
        });
    }

    private static GatewayReply Delete(GatewayCall call, SmsApiContactBook book, List<SmsApiGroup> groups)
    {
        foreach (var group in groups)
        {
            if (call.Parameters.Flag("delete_contacts"))
            {
                book.Discard(call, book.Members(group));
            }

            book.Groups.Remove(call, group);
        }

        return SmsApiRest.Done();
    }

    private static GatewayReply Join(GatewayCall call, SmsApiContactBook book, SmsApiPerson person, List<SmsApiGroup> groups)
    {
        var isNew = groups.Exists(group => !group.Members.Contains(person.Id));
        if (call.Keeps)
        {
            groups.ForEach(group => group.Members.Add(person.Id));
        }

        return SmsApiRest.Collection(groups, Writer(book), isNew ? 201 : 200);
    }
}
