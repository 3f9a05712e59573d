using System.Globalization;
using System.Security.Cryptography;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>The vendor's own one-time codes: made, sent and checked by it.</summary>
internal static class SmsApiCodes
{
    private const string Placeholder = "[%code%]";

    public static GatewayReply Create(GatewayCall call, SmsInbox inbox)
    {
        var submitted = call.Parameters["phone_number"] ?? "";
        var digits = PhoneDigits.Of(submitted);
        if (NumberingPlan.Kind(digits) != NumberKind.Mobile)
        {
            return SmsApiRest.Invalid("phone_number");
        }

        var content = call.Parameters["content"] ?? "Your code: " + Placeholder;
        if (!content.Contains(Placeholder, StringComparison.Ordinal))
        {
            return SmsApiRest.Invalid("content");
        }

        var account = inbox.SmsApiAccount;
        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var text = content.Replace(Placeholder, code, StringComparison.Ordinal);
        var count = SegmentCount.Of(text);
        var message = new CapturedMessage
        {
            Gateway = Gateway.SmsApi,
            Inbox = inbox.Name,
            GatewayId = account.NextId(),
            To = "+" + digits,
            SubmittedTo = submitted,
            From = call.Parameters["from"],
            Text = text,
            Encoding = count.Encoding,
            Segments = count.Segments,
            Price = inbox.SmsApi.Price * count.Segments * 1.5m, // fast unless said otherwise
            Currency = "points",
            AcceptedAt = call.Now,
        };
        if (call.Keeps && !account.Purse.TryPay(message.Price))
        {
            return SmsApiRest.Error(400, "invalid_domain_logic", "Not enough points");
        }

        if (call.Keeps)
        {
            account.Codes[digits] = code;
            account.Index.Add(message.GatewayId, message);
            call.Accept([message]);
        }

        return SmsApiRest.Object((message, code, digits), static (writer, state) =>
        {
            writer.WriteString("id", state.message.GatewayId);
            writer.WriteString("code", state.code);
            writer.WriteString("phone_number", state.digits);
            writer.WriteString("from", state.message.From);
        }, 201);
    }

    public static GatewayReply Verify(GatewayCall call, SmsInbox inbox)
    {
        var digits = PhoneDigits.Of(call.Parameters["phone_number"] ?? "");
        var codes = inbox.SmsApiAccount.Codes;
        if (!codes.TryGetValue(digits, out var code) || code != call.Parameters["code"])
        {
            return SmsApiRest.NotFound();
        }

        if (call.Keeps)
        {
            codes.Remove(digits);
        }

        return SmsApiRest.Done();
    }
}
