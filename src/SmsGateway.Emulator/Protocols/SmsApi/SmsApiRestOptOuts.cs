using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Recipients who opted out, by REST: those of the switches, until they are deleted.</summary>
internal static class SmsApiRestOptOuts
{
    private const int MaxBrand = 255;

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox) => !inbox.SmsApi.HasOptOuts
        ? SmsApiRest.Error(403, "access_forbidden", "Access forbidden")
        : (call.Request.Method, SmsApiRest.Below(call, "/opt_outs")) switch
        {
            ("GET", []) => SmsApiRest.Page(call, Find(call, inbox), (writer, digits) => Write(writer, digits, inbox.SmsApiAccount)),
            ("DELETE", [var id]) when id != "settings" => Delete(call, inbox, id),
            ("GET", ["settings"]) => SmsApiRest.Object(inbox.SmsApiAccount.OptOutBrand, WriteSettings),
            ("PUT", ["settings"]) => Settle(call, inbox.SmsApiAccount),
            _ => SmsApiRest.NotFound(),
        };

    private static List<string> Find(GatewayCall call, SmsInbox inbox)
    {
        var number = PhoneDigits.Of(call.Parameters["phone_number"] ?? "");
        return [.. inbox.SmsApiAccount.OptedOut.Where(digits => number.Length == 0 || digits == number)];
    }

    private static GatewayReply Delete(GatewayCall call, SmsInbox inbox, string id)
    {
        if (inbox.SmsApiAccount.OptedOut.FirstOrDefault(digits => SmsApiAccount.IdOf(digits) == id) is not { } found)
        {
            return SmsApiRest.NotFound();
        }

        if (call.Keeps)
        {
            inbox.SmsApiAccount.OptedIn.Add(found);
        }

        return SmsApiRest.Done();
    }

    private static GatewayReply Settle(GatewayCall call, SmsApiAccount account)
    {
        if (call.Parameters["brand"] is not { Length: <= MaxBrand } brand)
        {
            return SmsApiRest.Invalid("brand");
        }

        if (call.Keeps)
        {
            account.OptOutBrand = brand;
        }

        return SmsApiRest.Object(brand, WriteSettings);
    }

    // The number is a number here, and its name is written otherwise than everywhere else.
    private static void Write(Utf8JsonWriter writer, string digits, SmsApiAccount account)
    {
        writer.WriteString("id", SmsApiAccount.IdOf(digits));
        writer.WriteNumber("phoneNumber", long.Parse(digits, CultureInfo.InvariantCulture));
        writer.WriteTime("date", account.OpenedAt);
    }

    private static void WriteSettings(Utf8JsonWriter writer, string brand) => writer.WriteString("brand", brand);
}
