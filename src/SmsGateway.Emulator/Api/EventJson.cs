using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Api;

/// <summary>Events as JSON, for the stream and for the journal: secrets masked.</summary>
internal static class EventJson
{
    public static string Text(EmulatorCore core, EmulatorEvent each) =>
        Encoding.UTF8.GetString(GatewayReply.JsonBytes((core, each), static (writer, state) => Write(writer, state.core, state.each)));

    /// <summary>The event with its name, as the journal keeps it.</summary>
    public static byte[] Line(EmulatorCore core, EmulatorEvent each) => GatewayReply.JsonBytes((core, each), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteString("event", Name(state.each.Kind));
        writer.WritePropertyName("data");
        Write(writer, state.core, state.each);
        writer.WriteEndObject();
    });

    public static void Write(Utf8JsonWriter writer, EmulatorCore core, EmulatorEvent each)
    {
        switch (each.Subject)
        {
            case CapturedMessage message:
                MessageJson.Write(writer, message);
                break;
            case CapturedReply reply:
                MessageJson.Write(writer, reply);
                break;
            case CapturedExchange exchange:
                ExchangeJson.Write(writer, exchange);
                break;
            case WebhookAttempt attempt:
                ExchangeJson.Write(writer, attempt);
                break;
            default:
                writer.WriteStartObject();
                if (each.Kind == EventKind.Faults)
                {
                    writer.WriteNumber("armed", FaultsApi.Armed(core));
                }
                else if (each.Subject is SmsInbox inbox)
                {
                    writer.WriteString("name", inbox.Name);
                }

                writer.WriteEndObject();
                break;
        }
    }

    public static string Name(EventKind kind) => kind switch
    {
        EventKind.Message => "message",
        EventKind.State => "state",
        EventKind.Exchange => "exchange",
        EventKind.Webhook => "webhook",
        EventKind.Reply => "reply",
        EventKind.Faults => "faults",
        EventKind.Inbox => "inbox",
        _ => "cleared",
    };
}
