using System.Text.Json;

namespace SmsGateway.Emulator.Api;

/// <summary>A message with all that belongs to it, in one reply: what the page shows beside its list.</summary>
internal static class ConversationApi
{
    private const int Most = 50;

    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/messages/{id}/conversation", ConversationAsync),
    ];

    private static Task ConversationAsync(ApiCall call) => MessagesApi.Find(call, call.Value) is { } message
        ? call.JsonAsync((call.Core, message), static (writer, state) => Write(writer, state.Core, state.message))
        : call.ProblemAsync(404, "There is no such message.");

    private static void Write(Utf8JsonWriter writer, Hosting.EmulatorCore core, CapturedMessage message)
    {
        var digits = Text.PhoneDigits.Of(message.To);
        var messages = core.Messages.Since(log: null, default).Where(each => IsBeside(each, message)).TakeLast(Most).Append(message).DistinctBy(each => each.Sequence);
        var replies = core.Replies.Since(log: null, default).Where(reply => reply.Inbox == message.Inbox && Text.PhoneDigits.Of(reply.From) == digits).TakeLast(Most).ToList();
        var webhooks = core.Webhooks.Since(log: null, default)
            .Where(attempt => attempt.Messages.Contains(message.Sequence) || replies.Exists(reply => reply.Sequence == attempt.Reply))
            .TakeLast(Most);
        var exchange = core.Exchanges.Since(log: null, new(message.Exchange - 1)).FirstOrDefault(each => each.Sequence == message.Exchange);
        writer.WriteStartObject();
        writer.WritePropertyName("message");
        MessageJson.Write(writer, message);
        WriteAll(writer, "messages", messages, MessageJson.Write);
        WriteAll(writer, "replies", replies, MessageJson.Write);
        WriteAll(writer, "webhooks", webhooks, ExchangeJson.Write);
        writer.WritePropertyName("segments");
        SegmentsApi.Write(writer, message);
        writer.WritePropertyName("exchange");
        if (exchange is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            ExchangeJson.Write(writer, exchange);
        }

        writer.WriteEndObject();
    }

    private static bool IsBeside(CapturedMessage each, CapturedMessage message) =>
        each.To == message.To && each.From == message.From && each.Inbox == message.Inbox && each.Gateway == message.Gateway;

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
