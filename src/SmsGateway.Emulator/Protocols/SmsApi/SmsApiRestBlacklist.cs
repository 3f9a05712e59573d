using System.Globalization;
using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Numbers that get nothing, by REST.</summary>
internal static class SmsApiRestBlacklist
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account) => (call.Request.Method, SmsApiRest.Below(call, "/blacklist/phone_numbers")) switch
    {
        ("GET", []) => SmsApiRest.Page(call, [.. account.Blacklist.All.Where(entry => entry.Digits.Contains(call.Parameters["q"] ?? "", StringComparison.Ordinal))], Write),
        ("POST", []) => Add(call, account),
        ("DELETE", []) => DeleteAll(call, account),
        ("POST", ["imports"]) => Import(call, account),
        ("DELETE", [var id]) => account.Blacklist.Delete(call, id),
        _ => SmsApiRest.NotFound(),
    };

    public static void Write(Utf8JsonWriter writer, SmsApiBlocked entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteString("phone_number", entry.Digits);
        writer.WriteString("expire_at", entry.ExpireAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteTime("created_at", entry.CreatedAt);
    }

    private static GatewayReply Add(GatewayCall call, SmsApiAccount account)
    {
        var digits = PhoneDigits.Of(call.Parameters["phone_number"] ?? "");
        var expires = call.Parameters["expire_at"];
        return NumberingPlan.Kind(digits) == NumberKind.Invalid ? SmsApiRest.Invalid("phone_number")
            : !string.IsNullOrEmpty(expires) && SmsApiRest.Day(expires) is null ? SmsApiRest.Invalid("expire_at")
            : Keep(call, account, digits, SmsApiRest.Day(expires));
    }

    // One number a line; a file with none is no list.
    private static GatewayReply Import(GatewayCall call, SmsApiAccount account)
    {
        var lines = (call.Parameters["import"] ?? Encoding.UTF8.GetString(call.Body)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var numbers = lines.Select(line => PhoneDigits.Of(line)).Where(digits => NumberingPlan.Kind(digits) != NumberKind.Invalid).ToList();
        numbers.ForEach(digits => Keep(call, account, digits, expires: null));
        return numbers.Count == 0 ? SmsApiRest.Invalid("import") : SmsApiRest.Accepted();
    }

    private static GatewayReply DeleteAll(GatewayCall call, SmsApiAccount account)
    {
        var digits = call.Parameters["phone_number"] is { Length: > 0 } number ? PhoneDigits.Of(number) : null;
        foreach (var entry in account.Blacklist.All.Where(entry => digits is null || entry.Digits == digits).ToList())
        {
            account.Blacklist.Remove(call, entry);
        }

        return SmsApiRest.Done();
    }

    private static GatewayReply Keep(GatewayCall call, SmsApiAccount account, string digits, DateOnly? expires) =>
        account.Blacklist.Keep(call, new(account.NextObjectId(), digits, expires, call.Now));
}

/// <summary>A number that gets nothing until the day on which it is let off.</summary>
internal sealed record SmsApiBlocked(string Id, string Digits, DateOnly? ExpireAt, DateTimeOffset CreatedAt) : ISmsApiEntry;
