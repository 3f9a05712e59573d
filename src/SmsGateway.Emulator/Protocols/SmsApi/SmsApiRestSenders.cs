using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Sender names by REST.</summary>
internal static class SmsApiRestSenders
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account)
    {
        var senders = account.Senders;
        return (call.Request.Method, SmsApiRest.Below(call, "/sms/sendernames")) switch
        {
            ("GET", []) => SmsApiRest.Collection(senders.All, Write),
            ("GET", ["statement"]) => SmsApiRest.Object("I may use this sender name.", WriteStatement),
            ("GET", [var name]) => senders.Find(name) is { } found ? SmsApiRest.Object(found, Write) : SmsApiRest.NotFound(),
            ("POST", []) => Add(call, senders),
            ("DELETE", [var name]) => senders.Delete(call, name) ? SmsApiRest.Done() : SmsApiRest.NotFound(),
            ("POST", [var name, "commands", "make_default"]) => senders.MakeDefault(call, name) switch
            {
                null or 2062 => SmsApiRest.Done(),
                2031 => SmsApiRest.NotFound(),
                _ => SmsApiRest.Error(400, "invalid_domain_logic", "Sender name must be active"),
            },
            _ => SmsApiRest.NotFound(),
        };
    }

    private static GatewayReply Add(GatewayCall call, SmsApiSenders senders)
    {
        var name = call.Parameters["sender"] ?? "";
        return senders.Add(call, name) switch
        {
            null => SmsApiRest.Object(senders.Find(name) ?? new(name, IsActive: true, IsDefault: false), Write, 201),
            2115 => SmsApiRest.Error(409, "invalid_domain_logic", "Sender name exists"),
            _ => SmsApiRest.Invalid("sender"),
        };
    }

    // What the portal asks of who adds a name.
    private static void WriteStatement(Utf8JsonWriter writer, string content)
    {
        writer.WriteString("content", content);
        writer.WriteStartArray("sections");
        writer.WriteStartObject();
        writer.WriteString("title", "Sender name");
        writer.WriteString("content", content);
        writer.WriteStartArray("statements");
        writer.WriteStartObject();
        writer.WriteString("type", "sendername_usage_rights");
        writer.WriteString("content", content);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, SmsApiSenders.Sender sender)
    {
        writer.WriteString("sender", sender.Name);
        writer.WriteBoolean("is_default", sender.IsDefault);
        writer.WriteString("status", sender.Status);
        writer.WriteString("created_at", "2024-01-01T00:00:00+01:00");
    }
}
