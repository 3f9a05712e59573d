using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Numbers that get nothing, by REST.</summary>
internal static class SmsApiRestBlacklist
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account) => (call.Request.Method, SmsApiRest.Below(call, "/blacklist/phone_numbers")) switch
    {
        ("GET", []) => SmsApiRest.Collection(account.Blacklist, static (writer, entry) => WriteWhole(writer, entry)),
        ("POST", []) => Add(call, account),
        ("DELETE", [var id]) => Delete(call, account, id),
        _ => SmsApiRest.NotFound(),
    };

    private static GatewayReply Add(GatewayCall call, SmsApiAccount account)
    {
        var digits = PhoneDigits.Of(call.Parameters["phone_number"] ?? "");
        if (NumberingPlan.Kind(digits) == NumberKind.Invalid)
        {
            return SmsApiRest.Error(400, "invalid_request_data", "One or more of the given values is invalid.", "phone_number");
        }

        var entry = KeyValuePair.Create(account.NextNumber(), digits);
        if (call.Keeps)
        {
            account.Blacklist[entry.Key] = entry.Value;
        }

        return SmsApiRest.Object(entry, Write, 201);
    }

    private static GatewayReply Delete(GatewayCall call, SmsApiAccount account, string id)
    {
        if (!long.TryParse(id, CultureInfo.InvariantCulture, out var number) || !account.Blacklist.ContainsKey(number))
        {
            return SmsApiRest.NotFound();
        }

        if (call.Keeps)
        {
            account.Blacklist.Remove(number);
        }

        return SmsApiRest.Done();
    }

    private static void WriteWhole(Utf8JsonWriter writer, KeyValuePair<long, string> entry)
    {
        writer.WriteStartObject();
        Write(writer, entry);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, KeyValuePair<long, string> entry)
    {
        writer.WriteString("id", entry.Key.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("phone_number", entry.Value);
        writer.WriteNull("expire_at");
        writer.WriteString("created_at", "2024-01-01T00:00:00+01:00");
    }
}
