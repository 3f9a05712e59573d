using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>Reports and replies: JSON by POST to one address, told apart by their type, numbers in the local form.</summary>
internal static class SpeedSmsPush
{
    private const string JsonType = "application/json";

    public static PushRequest Report(ReportPush report)
    {
        var record = report.Records[0];
        return PushRequest.Post(GatewayReply.JsonBytes((record, report.Tamper), static (writer, state) =>
        {
            var (record, tamper) = state;
            writer.WriteStartObject();
            writer.WriteString("type", "report");
            if (tamper != WebhookTamper.MissingId)
            {
                WriteNumber(writer, "tranId", tamper == WebhookTamper.UnknownMessage ? "1" : record.Message.GatewayId, tamper);
            }

            writer.WriteString("phone", Phone(record.Message.To[1..], tamper));
            if (tamper != WebhookTamper.MissingStatus)
            {
                var status = record.RawStatus ?? SpeedSmsStatus.Pushed(record.State).ToString(System.Globalization.CultureInfo.InvariantCulture);
                WriteNumber(writer, "status", tamper == WebhookTamper.UnknownStatus ? "-1" : status, tamper);
            }

            writer.WriteEndObject();
        }), JsonType);
    }

    public static PushRequest Reply(ReplyPush reply)
    {
        var body = GatewayReply.JsonBytes(reply, static (writer, reply) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "sms");
            writer.WriteString("phone", Phone(reply.Reply.From[1..], reply.Tamper));
            writer.WriteString("content", reply.Reply.Text);
            writer.WriteEndObject();
        });
        return PushRequest.Post(reply.Tamper == WebhookTamper.Latin1 ? Encoding.Convert(Encoding.UTF8, Encoding.Latin1, body) : body, JsonType);
    }

    private static string Phone(string digits, WebhookTamper tamper) =>
        tamper == WebhookTamper.OtherNumberForm ? digits : SpeedSmsNumbers.Local(digits);

    // A status that is no number can only be written as text.
    private static void WriteNumber(Utf8JsonWriter writer, string name, string value, WebhookTamper tamper)
    {
        if (tamper == WebhookTamper.NumbersAsText || !int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            writer.WriteString(name, value);
        }
        else
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value);
        }
    }
}
