using System.Text.Json;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Deletion of scheduled messages, and the look-up of states.</summary>
internal static class SmsApiMessages
{
    public static GatewayReply Delete(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        var found = Ids(call, inbox, "sch_del", ',')
            .Select(inbox.SmsApiAccount.Index.FindLast).OfType<CapturedMessage>()
            .Where(message => message.State == DeliveryState.Scheduled && message.ScheduledAt > call.Now)
            .ToList();
        if (found.Count == 0)
        {
            return replies.Error(new(301));
        }

        if (call.Keeps)
        {
            foreach (var message in found)
            {
                message.Move(DeliveryState.Cancelled, call.Now);
                inbox.SmsApiAccount.Purse.TryPay(-message.Price);
                call.Core.Feed.Publish(EventKind.State, message);
            }
        }

        return !replies.WantsJson ? GatewayReply.Text("OK") : SmsApiReplies.Json(found, static (writer, found) =>
            WriteList(writer, found, static (writer, message) => writer.WriteString("id", message.GatewayId)));
    }

    public static GatewayReply Status(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        var found = Ids(call, inbox, "status", '|').Select(inbox.SmsApiAccount.Index.FindLast).OfType<CapturedMessage>().ToList();
        return found.Count == 0 ? replies.Error(new(400)) : SmsApiReplies.Json((found, inbox.SmsApi.Reply), static (writer, state) =>
            WriteList(writer, state.found, (writer, message) =>
            {
                writer.WriteNull("error");
                writer.WriteString("id", message.GatewayId);
                writer.WriteString("idx", message.Reference);
                writer.WriteString("number", message.To.AsSpan(1));
                SmsApiItem.WritePoints(writer, message.Price, state.Reply);
                writer.WriteString("status", message.RawState is { } raw ? SmsApiStatuses.Both(raw).Name : SmsApiStatuses.Name(message.State));
            }));
    }

    private static IEnumerable<string> Ids(GatewayCall call, SmsInbox inbox, string name, char separator)
    {
        var parameters = call.Parameters;
        var values = parameters.Elements(name)
            ?? (inbox.SmsApi.RepeatedKeysAreLists ? parameters.All(name) : [parameters[name] ?? ""]);
        return values.SelectMany(value => value.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void WriteList(Utf8JsonWriter writer, List<CapturedMessage> messages, Action<Utf8JsonWriter, CapturedMessage> write)
    {
        writer.WriteStartObject();
        writer.WriteNumber("count", messages.Count);
        writer.WriteStartArray("list");
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            write(writer, message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
