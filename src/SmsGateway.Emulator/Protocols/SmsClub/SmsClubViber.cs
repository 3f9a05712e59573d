using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>Viber messages, with an envelope, error keys and statuses of their own.</summary>
internal static class SmsClubViber
{
    public static GatewayReply Send(GatewayCall call, SmsInbox inbox)
    {
        // A vendor sample asks for states here; that must not make a message.
        if (call.Json is not { } json || json.Member("phones") is not { ValueKind: JsonValueKind.Array } phones)
        {
            return Error(463, "anyCorrectPhones");
        }

        var text = json.TextMember("message");
        var sender = json.TextMember("sender");
        if (string.IsNullOrEmpty(sender))
        {
            return Error(461, "sender");
        }

        if (string.IsNullOrEmpty(text))
        {
            return Error(462, "text");
        }

        var account = inbox.SmsClubAccount;
        lock (account.Gate)
        {
            var (messages, wrong, blocked) = Sort(call, inbox, json, phones, sender, text);
            if (messages.Count == 0)
            {
                return Error(463, "anyCorrectPhones");
            }

            if (messages.Sum(message => message.Price) > account.Purse.Amount)
            {
                return Error(464, "noMoney");
            }

            if (call.Keeps)
            {
                account.Purse.TryPay(messages.Sum(message => message.Price));
                messages.ForEach(message => account.Index.Add(message.GatewayId, message));
                call.Accept(messages);
            }

            return Accepted(messages, wrong, blocked);
        }
    }

    public static GatewayReply Status(GatewayCall call, SmsInbox inbox)
    {
        var found = call.Json?.Member("messageIds") is { ValueKind: JsonValueKind.Array } ids
            ? ids.EnumerateArray().Select(id => inbox.SmsClubAccount.Index.FindLast(JsonBody.TextOf(id))).OfType<CapturedMessage>().ToList()
            : [];
        return SmsClubReplies.Plain(found, static (writer, found) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("successfulRequest");
            writer.WriteStartObject("requestData");
            writer.WriteStartObject("messages");
            foreach (var message in found)
            {
                writer.WriteStartObject(message.GatewayId);
                writer.WriteString("status", Word(message.State));
                writer.WriteNull("additionStatus");
                writer.WriteNull("smsStatus");
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    private static (List<CapturedMessage> Messages, List<string> Wrong, List<string> Blocked) Sort(
        GatewayCall call, SmsInbox inbox, JsonElement json, JsonElement phones, string sender, string text)
    {
        var (messages, wrong, blocked) = (new List<CapturedMessage>(), new List<string>(), new List<string>());
        foreach (var phone in phones.EnumerateArray().Select(JsonBody.TextOf))
        {
            var digits = SmsClubSend.Digits(phone);
            var fate = call.Core.Options.MagicNumbers ? MagicNumbers.Fate(digits) : MagicFate.Accepted;
            if (NumberingPlan.Kind(digits) != NumberKind.Mobile || fate == MagicFate.InvalidNumber)
            {
                wrong.Add(phone);
            }
            else if (fate == MagicFate.Blocked)
            {
                blocked.Add(phone);
            }
            else
            {
                messages.Add(new()
                {
                    Gateway = Gateway.SmsClub,
                    Channel = Channel.Viber,
                    Inbox = inbox.Name,
                    GatewayId = inbox.SmsClubAccount.NextId(),
                    To = "+" + digits,
                    SubmittedTo = phone,
                    From = sender,
                    Text = text,
                    Encoding = MessageEncoding.Ucs2,
                    Price = inbox.SmsClub.Price,
                    Currency = "UAH",
                    AcceptedAt = call.Now,
                    ExpiresAt = int.TryParse(json.TextMember("lifetime"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? call.Now.AddSeconds(seconds) : null,
                    Extras = json.Rest("phones", "message", "sender"),
                });
            }
        }

        return (messages, wrong, blocked);
    }

    private static GatewayReply Accepted(List<CapturedMessage> messages, List<string> wrong, List<string> blocked) =>
        SmsClubReplies.Plain((messages, wrong, blocked), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("successfulRequest");
            writer.WriteStartObject("requestData");
            writer.WriteStartArray("messages");
            foreach (var message in state.messages)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", long.Parse(message.GatewayId, System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteString("number", message.To[1..]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("additionalInfo");
            WriteList(writer, "incorrectPhones", state.wrong);
            WriteList(writer, "blackList", state.blocked);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void WriteList(Utf8JsonWriter writer, string name, List<string> values)
    {
        if (values.Count > 0)
        {
            writer.WriteStartArray(name);
            values.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }
    }

    private static GatewayReply Error(int status, string key) => SmsClubReplies.Plain((key, status), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("errorRequest");
        writer.WriteStartObject("errors");
        writer.WriteString(state.key, "The request was refused");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }, status);

    private static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "Доставлено",
        DeliveryState.Expired => "Просрочено",
        DeliveryState.Undelivered or DeliveryState.Unknown => "Недоставлено",
        DeliveryState.Rejected or DeliveryState.Cancelled => "Отклонено",
        DeliveryState.Sent => "Отправлено",
        _ => "Ожидает отправки",
    };
}
