using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>The states of up to a hundred messages, in the words of SMPP.</summary>
internal static class SmsClubStatus
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        if (SmsClubProtocol.Body(call, inbox) is not { } json)
        {
            return SmsClubReplies.Framework(400, "Bad Request", "Invalid JSON data in request body: Syntax error.");
        }

        if (json.Member("id_sms") is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() is 0 or > 100)
        {
            return SmsClubReplies.Refused("id_sms", SmsClubReasons.Blank(inbox));
        }

        var ids = array.EnumerateArray().Select(JsonBody.TextOf).ToList();
        if (ids.Exists(id => id.Length == 0 || id.AsSpan().ContainsAnyExceptInRange('0', '9')))
        {
            return SmsClubReplies.RefusedAsText(SmsClubReasons.Id(inbox));
        }

        var found = ids.Distinct(StringComparer.Ordinal).Select(inbox.SmsClubAccount.Index.FindLast).OfType<CapturedMessage>().ToList();
        return SmsClubReplies.Info(found, Write);
    }

    public static string Word(CapturedMessage message) => message.RawState ?? message.State switch
    {
        DeliveryState.Delivered => "DELIVRD",
        DeliveryState.Expired => "EXPIRED",
        DeliveryState.Undelivered or DeliveryState.Unknown => "UNDELIV",
        DeliveryState.Rejected or DeliveryState.Cancelled => "REJECTD",
        _ => "ENROUTE",
    };

    // An empty map is an empty list: that is how PHP prints it.
    private static void Write(Utf8JsonWriter writer, List<CapturedMessage> found)
    {
        if (found.Count == 0)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var message in found)
        {
            writer.WriteString(message.GatewayId, Word(message));
        }

        writer.WriteEndObject();
    }
}
