using System.Globalization;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.KeyRef;

/// <summary>The state of one message, asked for by number and reference: the page's cases a to e.</summary>
internal static class KeyRefReport
{
    public static GatewayReply Run(GatewayCall call, KeyRefBehaviour behaviour)
    {
        var replies = new KeyRefReplies(call, behaviour);
        if (KeyRefSend.Refusal(call, behaviour) is { } refusal)
        {
            return replies.ReportRefused(refusal);
        }

        var found = Find(call, behaviour);
        return replies.Framed(GatewayReply.JsonBytes((found, behaviour), static (writer, state) =>
        {
            writer.WriteStartObject();
            Write(writer, state.found, state.behaviour);
            writer.WriteEndObject();
        }));
    }

    private static CapturedMessage? Find(GatewayCall call, KeyRefBehaviour behaviour)
    {
        var handle = KeyRefAccount.Handle(call.Parameters["full_number"] ?? "", call.Parameters["ref"] ?? "", behaviour);
        var messages = call.Inbox!.KeyRefAccount.Index.Find(handle);
        if (messages.Count == 0)
        {
            return null;
        }

        var found = behaviour.DuplicateReference == KeyRefDuplicate.FirstWins ? messages[0] : messages[^1];
        var hidden = Interlocked.Increment(ref found.HiddenLookups) <= behaviour.HiddenLookups || call.Now < found.AcceptedAt + behaviour.VisibilityDelay;
        return hidden ? null : found;
    }

    private static void Write(Utf8JsonWriter writer, CapturedMessage? message, KeyRefBehaviour behaviour)
    {
        if (message is null)
        {
            writer.WriteBoolean("status", value: false);
            writer.WriteString("queue_status", "notfound");
            return;
        }

        writer.WriteBoolean("status", value: true);
        if (message.State is DeliveryState.Queued or DeliveryState.Scheduled && message.RawState is null)
        {
            writer.WriteString("queue_status", "pending");
            writer.WriteNumber("queue_error", 0);
            return;
        }

        writer.WriteString("queue_status", "processed");
        var (word, error, queueError) = Words(message);
        writer.WriteNumber("queue_error", queueError);
        if (queueError != 0)
        {
            return;
        }

        if (message.State == DeliveryState.Cancelled)
        {
            writer.WriteBoolean("dlr_exist", value: false);
            writer.WriteString("dlr_status", "notfound");
            return;
        }

        writer.WriteString("dlr_status", word);
        writer.WriteString("dlr_error", error);
        writer.WriteString("sms_cost", behaviour.CostText ?? message.Price.ToString("0.00##", CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The page has words for two states only; the others are guesses, so a test may put its own: <c>word</c>,
    /// <c>word:dlr_error</c>, or <c>queue:queue_error</c>.
    /// </summary>
    private static (string Word, string Error, int QueueError) Words(CapturedMessage message)
    {
        if (message.RawState is { } raw)
        {
            var parts = raw.Split(':', 2);
            return parts[0] == "queue" && parts.Length == 2 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var queueError)
                ? ("", "", queueError)
                : (parts[0], parts.Length == 2 ? parts[1] : "", 0);
        }

        return message.State switch
        {
            DeliveryState.Delivered => ("delivered", "", 0),
            DeliveryState.Undelivered => ("undelivered", "", 0),
            DeliveryState.Expired => ("expired", "", 0),
            DeliveryState.Rejected => ("rejected", "", 0),
            DeliveryState.Unknown => ("unknown", "", 0),
            _ => ("sending", "", 0),
        };
    }
}
