using System.Globalization;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Writes replies: JSON when it was asked for, else the older text forms.</summary>
internal sealed class SmsApiReplies(GatewayCall call)
{
    private const string JsonType = "application/json";

    private SmsApiReplyShape Shape => (call.Inbox?.SmsApi ?? call.Core.Options.SmsApi).Reply;

    public bool WantsJson => call.Parameters["format"]?.Equals("json", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>A refusal; always with HTTP 200.</summary>
    public GatewayReply Error(SmsApiError error)
    {
        if (!WantsJson || Shape.ErrorsAsText)
        {
            return GatewayReply.Text(string.Create(CultureInfo.InvariantCulture, $"ERROR:{error.Code}"));
        }

        return Json(error, static (writer, error) =>
        {
            writer.WriteStartObject();
            if (error.InvalidNumbers.Count > 0)
            {
                writer.WriteStartArray("invalid_numbers");
                foreach (var invalid in error.InvalidNumbers)
                {
                    WriteInvalid(writer, invalid);
                }

                writer.WriteEndArray();
            }

            writer.WriteNumber("error", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        });
    }

    /// <summary>The accepted messages of a send.</summary>
    public GatewayReply Sent(IReadOnlyList<CapturedMessage> messages, SmsApiText text, bool isSingle)
    {
        if (!WantsJson)
        {
            return GatewayReply.Text(isSingle ? TextOf(messages[0]) : string.Concat(messages.Select(message => TextOf(message) + ":" + message.To[1..] + ";")));
        }

        return Json((this, messages, text), static (writer, state) =>
        {
            var (replies, messages, text) = state;
            var shape = replies.Shape;
            writer.WriteStartObject();
            writer.WriteNumber("count", messages.Count);
            var details = replies.Details;
            if (details && !shape.DetailsInItems)
            {
                WriteDetails(writer, messages[0].Text, messages[0].Segments);
            }

            writer.WriteStartArray("list");
            for (var i = 0; i < messages.Count; i++)
            {
                SmsApiItem.Write(writer, messages[shape.Shuffled ? messages.Count - 1 - i : i], shape, details && shape.DetailsInItems);
            }

            writer.WriteEndArray();
            replies.WriteFallback(writer, messages);
            writer.WriteEndObject();
        });
    }

    public static GatewayReply Prices(IReadOnlyList<SmsApiPrice> prices) => Json(prices, static (writer, prices) =>
    {
        writer.WriteStartArray();
        foreach (var price in prices)
        {
            price.Write(writer);
        }

        writer.WriteEndArray();
    });

    public GatewayReply Count(int count, string text) => WantsJson
        ? Json(count, static (writer, count) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        })
        : GatewayReply.Text(text);

    public static GatewayReply Json<T>(T value, Action<Utf8JsonWriter, T> write) => GatewayReply.Json(value, write, JsonType);

    public static void WriteDetails(Utf8JsonWriter writer, string text, int parts)
    {
        writer.WriteNumber("length", text.Length);
        writer.WriteString("message", text);
        writer.WriteNumber("parts", parts);
    }

    private bool Details => call.Parameters.Flag("details");

    private static string TextOf(CapturedMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"OK:{message.GatewayId}:{message.Price:0.00##}");

    private static void WriteInvalid(Utf8JsonWriter writer, SmsApiInvalidNumber invalid)
    {
        writer.WriteStartObject();
        writer.WriteString("number", invalid.Number);
        writer.WriteString("submitted_number", invalid.Submitted);
        writer.WriteString("message", invalid.Message);
        if (invalid.ErrorCode is { } code)
        {
            writer.WriteNumber("error_code", code);
        }

        writer.WriteEndObject();
    }

    // A call that speaks, made when the message cannot be delivered; its list stands beside the messages'.
    private void WriteFallback(Utf8JsonWriter writer, IReadOnlyList<CapturedMessage> messages)
    {
        if (!call.Parameters.Has("fallback") && call.Parameters.Elements("fallback") is null)
        {
            return;
        }

        writer.WriteStartObject("fallbacks");
        writer.WriteStartObject("vms");
        writer.WriteNumber("count", messages.Count);
        writer.WriteStartArray("list");
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("id", "0" + message.GatewayId[1..]);
            writer.WriteString("idx", message.Reference);
            writer.WriteNumber("date_sent", (message.ScheduledAt ?? message.AcceptedAt).ToUnixTimeSeconds());
            writer.WriteNumber("points", 0.2m);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
