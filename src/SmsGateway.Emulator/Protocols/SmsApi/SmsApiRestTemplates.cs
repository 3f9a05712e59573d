using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Stored texts by REST.</summary>
internal static class SmsApiRestTemplates
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account)
    {
        var templates = account.Templates;
        return (call.Request.Method, SmsApiRest.Below(call, "/sms/templates")) switch
        {
            ("GET", []) => templates.List(),
            ("GET", ["available"]) => SmsApiRest.Collection(templates.All, WriteAvailable),
            ("POST", []) => Store(call, account, known: null),
            ("GET", [var id]) => templates.Get(id),
            ("PUT", [var id]) => templates.Find(id) is { } known ? Store(call, account, known) : SmsApiRest.NotFound(),
            ("DELETE", [var id]) => templates.Delete(call, id),
            _ => SmsApiRest.NotFound(),
        };
    }

    public static void Write(Utf8JsonWriter writer, SmsApiTemplate template)
    {
        writer.WriteString("id", template.Id);
        WriteAvailable(writer, template);
    }

    // The list of all that may be used, those of the main account included, goes without ids.
    private static void WriteAvailable(Utf8JsonWriter writer, SmsApiTemplate template)
    {
        writer.WriteString("name", template.Name);
        writer.WriteString("template", template.Text);
        writer.WriteBoolean("normalize", template.Normalize);
    }

    private static GatewayReply Store(GatewayCall call, SmsApiAccount account, SmsApiTemplate? known)
    {
        var name = call.Parameters["name"] ?? known?.Name;
        var text = call.Parameters["template"] ?? known?.Text;
        return string.IsNullOrEmpty(name) ? SmsApiRest.Invalid("name")
            : string.IsNullOrEmpty(text) ? SmsApiRest.Invalid("template")
            : account.Templates.Keep(call, new(known?.Id ?? account.NextNumber(), name, text, call.Parameters.Flag("normalize")));
    }
}

/// <summary>A stored text.</summary>
internal sealed record SmsApiTemplate(string Id, string Name, string Text, bool Normalize) : ISmsApiEntry;
