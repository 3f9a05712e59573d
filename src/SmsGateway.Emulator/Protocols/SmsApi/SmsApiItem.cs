using System.Globalization;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>One message in a list of accepted ones.</summary>
internal static class SmsApiItem
{
    public static void Write(Utf8JsonWriter writer, CapturedMessage message, SmsApiReplyShape shape, bool details)
    {
        writer.WriteStartObject();
        writer.WriteString("id", message.GatewayId);
        WritePoints(writer, message.Price, shape);
        writer.WriteString("number", message.To.AsSpan(1));
        WriteDate(writer, message.ScheduledAt ?? message.AcceptedAt, shape);
        writer.WriteString("submitted_number", message.SubmittedTo);
        writer.WriteString("status", "QUEUE");
        if (!shape.AsOnPage)
        {
            writer.WriteNull("error");
            writer.WriteString("idx", shape.ShowIdx ? message.Reference : null);
            if (!details)
            {
                writer.WriteNumber("parts", message.Segments);
            }
        }

        if (details)
        {
            SmsApiReplies.WriteDetails(writer, message.Text, message.Segments);
        }

        writer.WriteEndObject();
    }

    public static void WritePoints(Utf8JsonWriter writer, decimal points, SmsApiReplyShape shape)
    {
        if (shape.PointsAsText)
        {
            writer.WriteString("points", points.ToString("0.0000", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumber("points", points);
        }
    }

    private static void WriteDate(Utf8JsonWriter writer, DateTimeOffset date, SmsApiReplyShape shape)
    {
        switch (shape.Date)
        {
            case SmsApiDateForm.UnixText:
                writer.WriteString("date_sent", date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
                break;
            case SmsApiDateForm.Rfc3339:
                writer.WriteString("date_sent", date.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteNumber("date_sent", date.ToUnixTimeSeconds());
                break;
        }
    }
}
