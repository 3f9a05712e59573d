using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Looks at numbers (HLR): an order whose results come by callback, or at once.</summary>
internal static class SmsApiLookups
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        if (Order(call, inbox) is not { Count: > 0 } looks)
        {
            return replies.Error(new(13));
        }

        if (!TryPay(call, inbox, looks))
        {
            return replies.Error(new(103));
        }

        if (call.Keeps)
        {
            SmsApiCallbacks.AfterReply(call, inbox, looks.FindAll(look => look.IsValid));
        }

        if (!replies.WantsJson)
        {
            return GatewayReply.Text(string.Concat(looks.Select(look => look.IsValid
                ? string.Create(CultureInfo.InvariantCulture, $"OK:{look.Digits}:{look.Id}:{inbox.SmsApi.LookupPrice};")
                : $"ERROR:{look.Digits}:13;")));
        }

        return SmsApiReplies.Json((looks, inbox.SmsApi), static (writer, state) =>
        {
            if (state.looks.Count == 1)
            {
                Write(writer, state.looks[0], state.SmsApi);
                return;
            }

            writer.WriteStartArray();
            state.looks.ForEach(look => Write(writer, look, state.SmsApi));
            writer.WriteEndArray();
        });
    }

    public static GatewayReply RunAtOnce(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        if (Order(call, inbox) is not { Count: > 0 } looks || looks.TrueForAll(look => !look.IsValid))
        {
            return replies.Error(new(13));
        }

        return !TryPay(call, inbox, looks) ? replies.Error(new(103)) : SmsApiReplies.Json((looks, inbox.SmsApi, call.Now), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", state.looks.Count);
            writer.WriteStartArray("list");
            state.looks.ForEach(look => WriteResult(writer, look, state.SmsApi, state.Now));
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static List<SmsApiLook>? Order(GatewayCall call, SmsInbox inbox)
    {
        var numbers = call.Parameters["number"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var idx = call.Parameters["idx"]?.Split(',', '|');
        return numbers?.Select((number, place) =>
        {
            var digits = PhoneDigits.Of(number);
            var isValid = PhoneDigits.LooksLikeNumber(number) && NumberingPlan.Kind(digits) == NumberKind.Mobile;
            return new SmsApiLook(
                digits,
                inbox.SmsApiAccount.NextNumber(),
                isValid,
                idx is not null && place < idx.Length ? idx[place] : null,
                SmsApiLook.Find(digits, inbox.SmsApi));
        }).ToList();
    }

    private static bool TryPay(GatewayCall call, SmsInbox inbox, List<SmsApiLook> looks)
    {
        var price = looks.Count(look => look.IsValid) * inbox.SmsApi.LookupPrice;
        var purse = inbox.SmsApiAccount.Purse;
        return call.Keeps ? purse.TryPay(price) : price <= purse.Amount;
    }

    // A bad number has an error and no message: not the form of other refusals.
    private static void Write(Utf8JsonWriter writer, SmsApiLook look, SmsApiBehaviour behaviour)
    {
        writer.WriteStartObject();
        writer.WriteString("status", look.IsValid ? "OK" : "ERROR");
        writer.WriteString("number", look.Digits);
        if (!look.IsValid)
        {
            writer.WriteNumber("error", 13);
        }
        else
        {
            writer.WriteString("id", look.Id);
            if (behaviour.Reply.LookupPriceAsText)
            {
                writer.WriteString("price", behaviour.LookupPrice.ToString("0.0000", CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteNumber("price", behaviour.LookupPrice);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, SmsApiLook look, SmsApiBehaviour behaviour, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteNumber("date", now.ToUnixTimeSeconds());
        writer.WriteString("id", look.Id);
        writer.WriteString("info", look.Found.Network);
        writer.WriteNumber("mcc", look.Found.CountryCode);
        writer.WriteNumber("mnc", look.Found.NetworkCode);
        writer.WriteString("number", look.Digits);
        writer.WriteNumber("ported", look.Found.PortedFrom is null ? 0 : 1);
        writer.WriteString("ported_from", look.Found.PortedFrom);
        writer.WriteNumber("price", look.IsValid ? behaviour.LookupPrice : 0);
        writer.WriteString("status", look.IsValid && look.Found.IsFound ? "OK" : "FAIL");
        writer.WriteEndObject();
    }
}

/// <summary>One number that is looked at.</summary>
internal sealed record SmsApiLook(string Digits, string Id, bool IsValid, string? Idx, SmsApiLookup Found)
{
    public static SmsApiLookup Find(string digits, SmsApiBehaviour behaviour) => behaviour.Lookups.GetValueOrDefault(digits) ?? digits switch
    {
        [.., '0', '0', '0', '1'] => new("UNKNOWN_SUBSCRIBER") { IsFound = false },
        [.., '0', '0', '0', '2'] => new("ABSENT_SUBSCRIBER") { IsFound = false },
        ['4', '8', ..] => new("Example network", 260, 2),
        ['4', '6', ..] => new("Example network", 240, 1),
        _ => new("Example network"),
    };
}
