using System.Globalization;
using System.Text;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Reports by GET, one to five records as parallel comma lists; messages from phones by POST.</summary>
internal static class SmsApiPush
{
    private const string EscapedComma = "%2C";

    public static PushRequest Report(ReportPush report)
    {
        var records = report.Records;
        var tamper = report.Tamper;
        var query = new StringBuilder();
        if (tamper != WebhookTamper.MissingId)
        {
            Add(query, tamper == WebhookTamper.MisprintedName ? "Msgld" : "MsgId", records.Select(record => tamper == WebhookTamper.UnknownMessage ? "1" : record.Message.GatewayId));
        }

        if (tamper != WebhookTamper.MissingStatus)
        {
            var statuses = records.Select(record => Status(record, tamper)).ToList();
            var shown = tamper == WebhookTamper.ShortLists ? statuses.SkipLast(1).ToList() : statuses;
            Add(query, "status", shown.Select(status => status.Number));
            Add(query, "status_name", shown.Select(status => status.Name));
        }

        if (tamper != WebhookTamper.MissingReference && records.Any(record => record.Message.Reference is not null))
        {
            Add(query, "idx", records.Select(record => record.Message.Reference ?? ""));
        }

        Add(query, "donedate", records.Select(record => tamper == WebhookTamper.BlankTime ? "" : Unix(record.At)));
        var few = tamper == WebhookTamper.SingleValues ? records.Take(1).ToList() : records;
        Add(query, "username", few.Select(_ => report.Inbox.SmsApi.UserName));
        Add(query, "points", few.Select(record => record.Message.Price.ToString("0.0000", CultureInfo.InvariantCulture)));
        Add(query, "to", records.Select(record => tamper == WebhookTamper.OtherNumberForm ? record.Message.To : record.Message.To[1..]));
        Add(query, "mcc", few.Select(record => Number(SmsApiLook.Find(record.Message.To[1..], report.Inbox.SmsApi).CountryCode)));
        Add(query, "mnc", few.Select(record => Number(SmsApiLook.Find(record.Message.To[1..], report.Inbox.SmsApi).NetworkCode)));
        return PushRequest.Get(query.ToString());
    }

    public static PushRequest Reply(ReplyPush push)
    {
        var encoding = push.Tamper == WebhookTamper.Latin1 ? Encoding.Latin1 : Encoding.UTF8;
        var form = new StringBuilder();
        AddOne(form, "sms_to", push.Reply.To ?? "447700900100", encoding);
        AddOne(form, "sms_from", push.Tamper == WebhookTamper.OtherNumberForm ? push.Reply.From : push.Reply.From[1..], encoding);
        AddOne(form, "sms_text", push.Reply.Text, encoding);
        AddOne(form, "sms_date", push.Tamper == WebhookTamper.BlankTime ? "" : Unix(push.Reply.At), encoding);
        AddOne(form, "username", push.Inbox.SmsApi.UserName, encoding);
        AddOne(form, "MsgId", push.Tamper == WebhookTamper.MissingId ? "" : push.InReplyTo?.GatewayId ?? "", encoding);
        return PushRequest.Post(Encoding.ASCII.GetBytes(form.ToString()), PushRequest.Form);
    }

    public static void AddOne(StringBuilder form, string name, string value, Encoding? encoding = null) => form
        .Append(form.Length == 0 ? "" : "&").Append(name).Append('=').Append(Escape(value, encoding ?? Encoding.UTF8));

    public static string Unix(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder query, string name, IEnumerable<string> values) => query
        .Append(query.Length == 0 ? "" : "&").Append(name).Append('=').AppendJoin(EscapedComma, values.Select(value => Escape(value, Encoding.UTF8)));

    private static (string Number, string Name) Status(ReportRecord record, WebhookTamper tamper) =>
        tamper == WebhookTamper.UnknownStatus ? ("499", "BRAND_NEW")
        : record.RawStatus is { Length: > 0 } raw ? SmsApiStatuses.Both(raw)
        : SmsApiStatuses.Both(record.State);

    private static string Escape(string value, Encoding encoding)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var octet in encoding.GetBytes(value))
        {
            _ = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' ? escaped.Append((char)octet)
                : octet == ' ' ? escaped.Append('+')
                : escaped.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
