using System.Globalization;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Stored texts by REST.</summary>
internal static class SmsApiRestTemplates
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account) => (call.Request.Method, SmsApiRest.Below(call, "/sms/templates")) switch
    {
        ("GET", [] or ["available"]) => SmsApiRest.Collection(account.Templates.Values, static (writer, template) => WriteWhole(writer, template)),
        ("POST", []) => Store(call, account, known: null),
        ("GET", [var id]) => Find(account, id) is { } found ? SmsApiRest.Object(found, Write) : SmsApiRest.NotFound(),
        ("PUT", [var id]) => Find(account, id) is { } known ? Store(call, account, known) : SmsApiRest.NotFound(),
        ("DELETE", [var id]) => Delete(call, account, id),
        _ => SmsApiRest.NotFound(),
    };

    private static SmsApiTemplate? Find(SmsApiAccount account, string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? account.Templates.GetValueOrDefault(number) : null;

    private static GatewayReply Store(GatewayCall call, SmsApiAccount account, SmsApiTemplate? known)
    {
        var name = call.Parameters["name"] ?? known?.Name;
        var text = call.Parameters["template"] ?? known?.Text;
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(text))
        {
            return SmsApiRest.Error(400, "invalid_request_data", "One or more of the given values is invalid.", string.IsNullOrEmpty(name) ? "name" : "template");
        }

        var template = new SmsApiTemplate(known?.Id ?? account.NextNumber(), name, text, call.Parameters.Flag("normalize"));
        if (call.Keeps)
        {
            account.Templates[template.Id] = template;
        }

        return SmsApiRest.Object(template, Write, known is null ? 201 : 200);
    }

    private static GatewayReply Delete(GatewayCall call, SmsApiAccount account, string id)
    {
        if (Find(account, id) is not { } found)
        {
            return SmsApiRest.NotFound();
        }

        if (call.Keeps)
        {
            account.Templates.Remove(found.Id);
        }

        return SmsApiRest.Done();
    }

    private static void WriteWhole(Utf8JsonWriter writer, SmsApiTemplate template)
    {
        writer.WriteStartObject();
        Write(writer, template);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SmsApiTemplate template)
    {
        writer.WriteString("id", template.Id.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("name", template.Name);
        writer.WriteString("template", template.Text);
        writer.WriteBoolean("normalize", template.Normalize);
    }
}
