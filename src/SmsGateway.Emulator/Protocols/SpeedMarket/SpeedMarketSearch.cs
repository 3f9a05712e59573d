using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>Look-ups: messages by id, by campaign_id, by period; messages from phones, once or by period.</summary>
internal static class SpeedMarketSearch
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(32);

    public static GatewayReply Sent(GatewayCall call, SmsInbox inbox, SpeedMarketReplies replies)
    {
        var behaviour = inbox.SpeedMarket;
        if (!SpeedMarketDates.TryZone(call.Parameters["timezone"], behaviour.TimeZone, out var zone))
        {
            return replies.Refused("140");
        }

        var found = call.Action == "mt_id" ? ById(call, inbox) : ByDate(call, inbox, zone);
        if (found is null)
        {
            return replies.Refused("170");
        }

        var shape = call.Action == "mt_id" ? behaviour.RowsById : SpeedMarketRows.Messages;
        return SpeedMarketReplies.Rows([.. found.Select(message => (message, behaviour, zone, shape))], shape, static (writer, row) => Write(writer, row.message, row.behaviour, row.zone, row.shape));
    }

    public static GatewayReply Received(GatewayCall call, SmsInbox inbox, SpeedMarketReplies replies)
    {
        var behaviour = inbox.SpeedMarket;
        if (!SpeedMarketDates.TryZone(call.Parameters["timezone"], behaviour.TimeZone, out var zone))
        {
            return replies.Refused("140");
        }

        var all = inbox.Replies.Where(reply => reply.Gateway == Gateway.SpeedMarket && OfType(reply.Answers, call.Parameters["type"]));
        List<CapturedReply> found;
        if (call.Action == "mo_new")
        {
            // Each reply is handed out once.
            lock (inbox.SpeedMarketAccount.Gate)
            {
                found = [.. all.Where(reply => !reply.IsFetched)];
                found.ForEach(reply => reply.IsFetched |= call.Keeps);
            }
        }
        else if (Period(call, zone) is var (start, end))
        {
            var campaign = call.Parameters["campaign_id"];
            found = [.. all.Where(reply => reply.At >= start && reply.At <= end && (campaign is null || reply.Answers?.Reference == campaign))];
        }
        else
        {
            return replies.Refused("170");
        }

        return SpeedMarketReplies.Rows([.. found.Select(reply => (reply, behaviour, zone))], SpeedMarketRows.Messages, static (writer, row) => Write(writer, row.reply, row.behaviour, row.zone));
    }

    private static List<CapturedMessage>? ById(GatewayCall call, SmsInbox inbox)
    {
        var account = inbox.SpeedMarketAccount;
        var found = call.Parameters["id"] is { Length: > 0 } ids ? Split(ids).SelectMany(account.ById.Find)
            : call.Parameters["campaign_id"] is { Length: > 0 } campaigns ? Split(campaigns).SelectMany(account.ByCampaign.Find)
            : null;
        return found?.Where(message => IsVisible(message, call.Now, inbox.SpeedMarket)).ToList();
    }

    private static bool IsVisible(CapturedMessage message, DateTimeOffset now, SpeedMarketBehaviour behaviour) =>
        Interlocked.Increment(ref message.HiddenLookups) > behaviour.HiddenLookups
        && now >= message.AcceptedAt + behaviour.VisibilityDelay
        && now - message.AcceptedAt <= Horizon;

    private static List<CapturedMessage>? ByDate(GatewayCall call, SmsInbox inbox, TimeSpan zone)
    {
        if (Period(call, zone) is not var (start, end))
        {
            return null;
        }

        var statuses = call.Parameters["status"] is { Length: > 0 } wanted ? Split(wanted) : null;
        return [.. inbox.Messages.Where(message =>
            message.Gateway == Gateway.SpeedMarket
            && Left(message) >= start && Left(message) <= end
            && call.Now - message.AcceptedAt <= Horizon
            && OfType(message, call.Parameters["type"])
            && (statuses is null || statuses.Contains(SpeedMarketCodes.Status(message, Carrier(inbox.SpeedMarket, message)), StringComparer.Ordinal)))];
    }

    private static (DateTimeOffset Start, DateTimeOffset End)? Period(GatewayCall call, TimeSpan zone) =>
        SpeedMarketDates.TryRead(call.Parameters["start_date"], zone, out var start) && SpeedMarketDates.TryRead(call.Parameters["end_date"], zone, out var end) && end >= start
            ? (start, end)
            : null;

    private static bool OfType(CapturedMessage? message, string? type) => string.IsNullOrEmpty(type) || message is null || message.Extras.GetValueOrDefault("type") == type;

    private static DateTimeOffset Left(CapturedMessage message) => message.ScheduledAt ?? message.AcceptedAt;

    private static string Carrier(SpeedMarketBehaviour behaviour, CapturedMessage message) => behaviour.Carrier(message.To[1..]);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Write(Utf8JsonWriter writer, CapturedMessage message, SpeedMarketBehaviour behaviour, TimeSpan zone, SpeedMarketRows shape)
    {
        var carrier = Carrier(behaviour, message);
        writer.WriteString(shape switch { SpeedMarketRows.Data => "mt_id", SpeedMarketRows.Single => "message_id", _ => "id" }, message.GatewayId);
        writer.WriteString("campaign_id", message.Reference ?? "");
        writer.WriteString("number", message.To[1..]);
        writer.WriteString("content", message.Text);
        writer.WriteString("status", SpeedMarketCodes.Status(message, carrier));
        writer.WriteString("sent_date", SpeedMarketDates.Write(Left(message), zone));
        writer.WriteString("carrier_name", carrier);
    }

    private static void Write(Utf8JsonWriter writer, CapturedReply reply, SpeedMarketBehaviour behaviour, TimeSpan zone)
    {
        writer.WriteString("id", reply.Answers?.GatewayId ?? "");
        writer.WriteString("campaign_id", reply.Answers?.Reference ?? "");
        writer.WriteString("number", reply.From[1..]);
        writer.WriteString("content", reply.Text);
        writer.WriteString("status", "4");
        writer.WriteString("received_date", SpeedMarketDates.Write(reply.At, zone));
        writer.WriteString("carrier_name", behaviour.Carrier(reply.From[1..]));
    }
}
