using System.Text.Json;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>RCS messages by REST: sent to one number each, listed with the times of what became of them.</summary>
internal static class SmsApiRestRcs
{
    private const int MaxText = 3072;
    private const string SenderId = "65f0a1b2c3d4000000000001";
    private const string Sender = "Example";

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox) => (call.Request.Method, SmsApiRest.Below(call, "/rcs")) switch
    {
        ("GET", ["senders"]) => SmsApiRest.Collection([(SenderId, Sender)], WriteSender),
        ("GET", ["messages"]) => SmsApiRest.Collection(inbox.SmsApiAccount.RcsMessages, Write),
        ("POST", ["messages"]) => Send(call, inbox),
        _ => SmsApiRest.NotFound(),
    };

    private static GatewayReply Send(GatewayCall call, SmsInbox inbox)
    {
        var parameters = call.Parameters;
        var submitted = parameters["phone_number"] ?? "";
        var text = parameters["text"] ?? parameters["content"];
        if (Fault(parameters["sender"], PhoneDigits.Of(submitted), text) is { } field)
        {
            return SmsApiRest.Invalid(field);
        }

        var account = inbox.SmsApiAccount;
        var message = new CapturedMessage
        {
            Gateway = Gateway.SmsApi,
            Channel = Channel.Rcs,
            Inbox = inbox.Name,
            GatewayId = account.NextObjectId(),
            To = "+" + PhoneDigits.Of(submitted),
            SubmittedTo = submitted,
            From = Sender,
            Text = text!,
            Price = inbox.SmsApi.Price,
            Currency = "points",
            AcceptedAt = call.Now,
        };
        if (call.Keeps && !account.Purse.TryPay(message.Price))
        {
            return SmsApiRest.Error(400, "invalid_domain_logic", "Not enough points");
        }

        if (call.Keeps)
        {
            account.RcsMessages.Add(message);
            call.Accept([message]);
        }

        return SmsApiRest.Object(message, static (writer, message) => writer.WriteString("id", message.GatewayId), 201);
    }

    private static string? Fault(string? sender, string digits, string? text) =>
        NumberingPlan.Kind(digits) != NumberKind.Mobile ? "phone_number"
        : sender != SenderId ? "sender"
        : text is not { Length: > 0 and <= MaxText } ? "text"
        : null;

    private static void WriteSender(Utf8JsonWriter writer, (string Id, string Name) sender)
    {
        writer.WriteString("id", sender.Id);
        writer.WriteString("sender", sender.Name);
    }

    // Camel case, unlike everywhere else.
    private static void Write(Utf8JsonWriter writer, CapturedMessage message)
    {
        writer.WriteString("id", message.GatewayId);
        writer.WriteString("recipient", message.To[1..]);
        writer.WriteString("sender", message.From);
        writer.WriteString("senderId", SenderId);
        writer.WriteTime("sentAt", message.AcceptedAt);
        writer.WriteTime("deliveredAt", When(message, DeliveryState.Delivered));
        writer.WriteTime("readAt", at: null);
        writer.WriteTime("expiredAt", When(message, DeliveryState.Expired));
        writer.WriteString("messageType", "basic");
        writer.WriteString("interface", "api");
    }

    private static DateTimeOffset? When(CapturedMessage message, DeliveryState state)
    {
        var what = state.ToString();
        return message.History.FirstOrDefault(happened => happened.What == what)?.At;
    }
}
