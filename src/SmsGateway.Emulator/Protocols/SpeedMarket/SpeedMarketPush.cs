using System.Text;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>Callbacks by GET: blanks as plus, colons as they are, no zone in the date. A reply carries the ids of the message that it answers.</summary>
internal static class SpeedMarketPush
{
    public static PushRequest? Report(ReportPush report)
    {
        var record = report.Records[0];
        var behaviour = report.Inbox.SpeedMarket;
        var carrier = behaviour.Carrier(record.Message.To[1..]);
        if (record.State is DeliveryState.Queued or DeliveryState.Scheduled && record.RawStatus is null)
        {
            return null; // What happens before the operator is never pushed.
        }

        var status = record.RawStatus ?? SpeedMarketCodes.Status(record.State, carrier);
        return PushRequest.Get(Query(report.Tamper, record.Message, report.Tamper == WebhookTamper.UnknownStatus ? "5" : status, record.At, carrier, behaviour));
    }

    public static PushRequest Reply(ReplyPush push)
    {
        var behaviour = push.Inbox.SpeedMarket;
        var encoding = push.Tamper == WebhookTamper.Latin1 ? Encoding.Latin1 : Encoding.UTF8;
        var number = push.Tamper == WebhookTamper.OtherNumberForm ? push.Reply.From[3..] : push.Reply.From[1..];
        var query = Query(push.Tamper, push.InReplyTo, "4", push.Reply.At, behaviour.Carrier(push.Reply.From[1..]), behaviour);
        return PushRequest.Get($"number={number}&content={Escape(push.Reply.Text, encoding)}&{query}");
    }

    private static string Query(WebhookTamper tamper, CapturedMessage? message, string status, DateTimeOffset at, string carrier, SpeedMarketBehaviour behaviour)
    {
        var query = new StringBuilder();
        Add(query, "campaign_id", tamper == WebhookTamper.MissingReference ? null : tamper == WebhookTamper.UnknownMessage ? "nobody" : message?.Reference ?? "");
        Add(query, "id", tamper == WebhookTamper.MissingId ? null : tamper == WebhookTamper.UnknownMessage ? "1" : message?.GatewayId ?? "");
        Add(query, "status", tamper == WebhookTamper.MissingStatus ? null : status);
        Add(query, "date", tamper == WebhookTamper.BlankTime ? "" : SpeedMarketDates.Write(at, behaviour.TimeZone));
        Add(query, "carrier", carrier);
        return query.ToString();
    }

    private static void Add(StringBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Escape(value, Encoding.UTF8));
        }
    }

    private static string Escape(string value, Encoding encoding)
    {
        var escaped = new StringBuilder();
        foreach (var octet in encoding.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)':')
            {
                escaped.Append((char)octet);
            }
            else if (octet == ' ')
            {
                escaped.Append('+');
            }
            else
            {
                escaped.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }
}
