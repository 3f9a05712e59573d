using System.Text.Json;

namespace SmsGateway.Emulator.Api;

/// <summary>Writes exchanges and pushes as the interface shows them: secrets masked.</summary>
internal static class ExchangeJson
{
    public static void Write(Utf8JsonWriter writer, CapturedExchange exchange)
    {
        writer.WriteStartObject();
        writer.WriteString("id", MessageJson.Id(exchange.Sequence));
        writer.WriteString("gateway", exchange.Gateway?.ToString());
        writer.WriteString("operation", exchange.Operation.ToString());
        writer.WriteString("inbox", exchange.Inbox);
        writer.WriteString("credential", exchange.Credential.ToString());
        writer.WriteString("at", exchange.At);
        writer.WriteString("method", exchange.Method);
        writer.WriteString("path", exchange.Path);
        writer.WriteString("query", exchange.Query);
        writer.WriteStartArray("requestHeaders");
        foreach (var (name, value) in exchange.RequestHeaders)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteString("request", exchange.RequestText);
        writer.WriteNumber("status", exchange.Status);
        writer.WriteString("responseType", exchange.ResponseType);
        writer.WriteString("response", exchange.ResponseText);
        writer.WriteString("fault", exchange.Fault);
        writer.WriteBoolean("kept", exchange.Kept);
        writer.WriteNumber("messages", exchange.Messages);
        writer.WriteNumber("milliseconds", Math.Round(exchange.Elapsed.TotalMilliseconds, 2));
        writer.WriteString("curl", exchange.ToCurl());
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, WebhookAttempt attempt)
    {
        writer.WriteStartObject();
        writer.WriteString("id", MessageJson.Id(attempt.Sequence));
        writer.WriteString("gateway", attempt.Gateway.ToString());
        writer.WriteString("kind", attempt.Kind.ToString());
        writer.WriteString("inbox", attempt.Inbox);
        writer.WriteString("at", attempt.At);
        writer.WriteNumber("attempt", attempt.Attempt);
        writer.WriteString("method", attempt.Method);
        writer.WriteString("url", attempt.Url);
        writer.WriteString("body", attempt.Body);
        writer.WriteStartArray("messages");
        foreach (var id in attempt.Messages)
        {
            writer.WriteStringValue(MessageJson.Id(id));
        }

        writer.WriteEndArray();
        writer.WriteString("reply", attempt.Reply is { } reply ? MessageJson.Id(reply) : null);
        if (attempt.Status is { } status)
        {
            writer.WriteNumber("status", status);
        }
        else
        {
            writer.WriteNull("status");
        }

        writer.WriteString("answer", attempt.Answer);
        writer.WriteString("error", attempt.Error);
        writer.WriteBoolean("acknowledged", attempt.IsAcknowledged);
        writer.WriteNumber("milliseconds", Math.Round(attempt.Elapsed.TotalMilliseconds, 2));
        writer.WriteEndObject();
    }
}
