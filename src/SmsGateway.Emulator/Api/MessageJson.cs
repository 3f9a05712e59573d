using System.Globalization;
using System.Text.Json;

namespace SmsGateway.Emulator.Api;

/// <summary>Writes messages, replies and events of the log as the interface shows them.</summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter writer, CapturedMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id(message.Sequence));
        writer.WriteString("gateway", message.Gateway.ToString());
        writer.WriteString("gatewayId", message.GatewayId);
        writer.WriteString("inbox", message.Inbox);
        writer.WriteString("to", message.To);
        writer.WriteString("submittedTo", message.SubmittedTo);
        writer.WriteString("from", message.From);
        writer.WriteString("text", message.Text);
        writer.WriteString("reference", message.Reference);
        writer.WriteString("channel", message.Channel.ToString());
        writer.WriteString("encoding", message.Encoding.ToString());
        writer.WriteNumber("segments", message.Segments);
        writer.WriteNumber("price", message.Price);
        writer.WriteString("currency", message.Currency);
        writer.WriteString("state", message.State.ToString());
        writer.WriteString("acceptedAt", message.AcceptedAt);
        WriteTime(writer, "scheduledAt", message.ScheduledAt);
        WriteTime(writer, "expiresAt", message.ExpiresAt);
        writer.WriteBoolean("flash", message.IsFlash);
        writer.WriteBoolean("test", message.IsTest);
        writer.WriteString("code", Capture.OneTimeCode.Find(message.Text));
        writer.WriteString("reportUrl", message.ReportUrl is { } url ? Capture.Secrets.MaskUrl(url) : null);
        writer.WriteBoolean("answered", message.Answered.IsGiven);
        writer.WriteString("exchange", Id(message.Exchange));
        writer.WriteString("fault", message.Fault);
        WriteExtras(writer, message.Extras);
        WriteHistory(writer, message.History);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, CapturedReply reply)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id(reply.Sequence));
        writer.WriteString("gateway", reply.Gateway.ToString());
        writer.WriteString("inbox", reply.Inbox);
        writer.WriteString("from", reply.From);
        writer.WriteString("to", reply.To);
        writer.WriteString("text", reply.Text);
        writer.WriteString("at", reply.At);
        writer.WriteString("inReplyTo", reply.InReplyTo is { } id ? Id(id) : null);
        writer.WriteEndObject();
    }

    public static string Id(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    public static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } set)
        {
            writer.WriteString(name, set);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteExtras(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> extras)
    {
        writer.WriteStartObject("extras");
        foreach (var (name, value) in extras)
        {
            writer.WriteString(name, Capture.Secrets.IsSecret(name) ? Capture.Secrets.Mask : value);
        }

        writer.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter writer, IReadOnlyList<MessageEvent> history)
    {
        writer.WriteStartArray("history");
        foreach (var (at, what) in history)
        {
            writer.WriteStartObject();
            writer.WriteString("at", at);
            writer.WriteString("what", what);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
