using System.Text;
using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>One text to up to a hundred numbers, or (v2) one text for each number.</summary>
internal static class SmsClubSend
{
    private const int MaxNumbers = 100;

    /// <summary>The numbers of a send, as far as they can be read.</summary>
    public static IEnumerable<string> Numbers(GatewayCall call)
    {
        var json = call.Json ?? default;
        var numbers = call.Action == "v2" ? Elements(json.Member("data_message")).Select(entry => entry.TextMember("phone") ?? "")
            : Elements(json.Member(call.Action == "viber" ? "phones" : "phone")).Select(JsonBody.TextOf);
        return numbers.Select(Digits);
    }

    public static string Texts(GatewayCall call)
    {
        var json = call.Json ?? default;
        return string.Join('\n', Elements(json.Member("data_message")).Select(entry => entry.TextMember("message")).Append(json.TextMember("message")));
    }

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        if (SmsClubProtocol.Body(call, inbox) is not { } json)
        {
            return SmsClubReplies.Framework(400, "Bad Request", "Invalid JSON data in request body: Syntax error.");
        }

        if (json.Member("phone") is not { ValueKind: JsonValueKind.Array } phones || phones.GetArrayLength() is 0 or > MaxNumbers)
        {
            return SmsClubReplies.Refused("phone", SmsClubReasons.Blank(inbox));
        }

        var text = json.TextMember("message") ?? "";
        return RefusedFields(json, [text], inbox)
            ?? Send(call, inbox, json, [.. phones.EnumerateArray().Select(phone => (JsonBody.TextOf(phone), text))]);
    }

    public static GatewayReply RunPersonal(GatewayCall call, SmsInbox inbox)
    {
        if (call.Json is not { } json)
        {
            return SmsClubReplies.Framework(400, "Bad Request", "Invalid JSON data in request body: Syntax error.");
        }

        var entries = Elements(json.Member("data_message"))
            .Select(entry => (Phone: entry.TextMember("phone") ?? "", Text: entry.TextMember("message") ?? "")).ToList();
        return entries.Count is 0 or > MaxNumbers
            ? SmsClubReplies.Refused("data_message", SmsClubReasons.Blank(inbox))
            : RefusedFields(json, entries.Select(entry => entry.Text), inbox) ?? Send(call, inbox, json, entries);
    }

    private static GatewayReply? RefusedFields(JsonElement json, IEnumerable<string> texts, SmsInbox inbox)
    {
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return SmsClubReplies.Refused("message", SmsClubReasons.Blank(inbox));
            }

            var (latin, other) = inbox.SmsClub.TextLength;
            if (text.Length > (GsmAlphabet.Holds(text) ? latin : other))
            {
                return SmsClubReplies.Refused("message", SmsClubReasons.TooLong(inbox));
            }
        }

        var sender = json.TextMember("src_addr");
        if (string.IsNullOrEmpty(sender))
        {
            return SmsClubReplies.Refused("src_addr", SmsClubReasons.Blank(inbox));
        }

        if (sender.Length > inbox.SmsClub.AlphaNameLength
            || (!inbox.SmsClub.AnyAlphaName && !inbox.SmsClubAccount.AlphaNames.Contains(sender, StringComparer.Ordinal)))
        {
            return SmsClubReplies.Refused("src_addr", SmsClubReasons.NotAvailable(inbox));
        }

        foreach (var name in (ReadOnlySpan<string>)["lifetime", "integration_id"])
        {
            if (json.TextMember(name) is { } value && !int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return SmsClubReplies.Refused(name, SmsClubReasons.Format(inbox));
            }
        }

        return null;
    }

    private static GatewayReply Send(GatewayCall call, SmsInbox inbox, JsonElement json, IReadOnlyList<(string Phone, string Text)> entries)
    {
        var account = inbox.SmsClubAccount;
        lock (account.Gate)
        {
            var batch = new SmsClubBatch(call, inbox, json);
            foreach (var (phone, text) in entries)
            {
                if (batch.Add(phone, Digits(phone), WithoutPairs(text)) is { } refusal)
                {
                    return refusal;
                }
            }

            return batch.Finish();
        }
    }

    private static IEnumerable<JsonElement> Elements(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>Twelve digits; the local form of ten gets the country's prefix.</summary>
    internal static string Digits(string phone) =>
        phone is ['0', ..] && phone.Length == 10 ? "38" + phone : PhoneDigits.Of(phone);

    /// <summary>Characters outside the basic plane arrive as question marks.</summary>
    private static string WithoutPairs(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.IsBmp ? (char)rune.Value : '?');
        }

        return plain.ToString();
    }
}
