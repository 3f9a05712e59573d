namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Who is in a group, by REST: one contact by its id, or all that a filter finds.</summary>
internal static class SmsApiRestMembers
{
    public static GatewayReply Run(GatewayCall call, SmsApiContactBook book, SmsApiGroup group, string method, string[] parts) => (method, parts) switch
    {
        ("POST" or "PUT" or "DELETE", []) => Change(call, book, group, method),
        (_, [var id]) when book.People.Find(id) is { } person => (method, group.Members.Contains(id)) switch
        {
            ("PUT", var isMember) => Put(call, book, group, person, isMember ? 200 : 201),
            ("GET", true) => book.People.Get(id),
            ("DELETE", true) => Remove(call, group, id),
            _ => SmsApiRest.NotFound(),
        },
        _ => SmsApiRest.NotFound(),
    };

    private static GatewayReply Put(GatewayCall call, SmsApiContactBook book, SmsApiGroup group, SmsApiPerson person, int status)
    {
        if (call.Keeps)
        {
            group.Members.Add(person.Id);
        }

        return SmsApiRest.Object(person, SmsApiRestContacts.Writer(book), status);
    }

    private static GatewayReply Remove(GatewayCall call, SmsApiGroup group, string id)
    {
        if (call.Keeps)
        {
            group.Members.Remove(id);
        }

        return SmsApiRest.Done();
    }

    // POST adds, PUT adds and takes them out of their other groups, DELETE takes them out of this one.
    private static GatewayReply Change(GatewayCall call, SmsApiContactBook book, SmsApiGroup group, string method)
    {
        var found = SmsApiContactFilter.Find(call, book).ConvertAll(person => person.Id);
        if (call.Keeps)
        {
            foreach (var left in method switch { "PUT" => book.Groups.All, "DELETE" => [group], _ => [] })
            {
                left.Members.ExceptWith(found);
            }

            group.Members.UnionWith(method == "DELETE" ? [] : found);
        }

        return SmsApiRest.Accepted();
    }
}
