using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Fields of contacts that the account made for itself, by REST.</summary>
internal static class SmsApiRestFields
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account)
    {
        var fields = account.Contacts.Fields;
        return (call.Request.Method, SmsApiRest.Below(call, "/contacts/fields")) switch
        {
            ("GET", []) => fields.List(),
            ("POST", []) => Store(call, account, known: null),
            ("PUT", [var id]) => fields.Find(id) is { } known ? Store(call, account, known) : SmsApiRest.NotFound(),
            ("DELETE", [var id]) => fields.Delete(call, id),

            // No kind of field that can be made has a list of values.
            ("GET", [var id, "options"]) => fields.Find(id) is null ? SmsApiRest.NotFound() : SmsApiRest.Collection<SmsApiField>([], Write),
            _ => SmsApiRest.NotFound(),
        };
    }

    public static void Write(Utf8JsonWriter writer, SmsApiField field)
    {
        writer.WriteString("id", field.Id);
        writer.WriteString("name", field.Name);
        writer.WriteString("type", field.Type);
    }

    private static GatewayReply Store(GatewayCall call, SmsApiAccount account, SmsApiField? known)
    {
        var type = known?.Type ?? call.Parameters["type"] ?? "text";
        return call.Parameters["name"] is not { Length: > 0 } name ? SmsApiRest.Invalid("name")
            : type is not ("text" or "date" or "email" or "phone_number" or "number") ? SmsApiRest.Invalid("type")
            : account.Contacts.Fields.All.Any(other => other.Name == name && other.Id != known?.Id) ? SmsApiRest.Taken("name")
            : account.Contacts.Fields.Keep(call, new(known?.Id ?? account.NextObjectId(), name, type));
    }
}
