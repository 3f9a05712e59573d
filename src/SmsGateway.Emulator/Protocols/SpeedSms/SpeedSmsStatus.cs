using System.Globalization;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>States by poll and by push: two tables in which the same number means different things.</summary>
internal static class SpeedSmsStatus
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var path = call.Request.Path.Value!;
        var found = inbox.SpeedSmsAccount.Index.Find(path[(path.LastIndexOf('/') + 1)..]);
        return SpeedSmsReplies.Data((found, inbox.SpeedSms.PollTable), withCode: true, static (writer, state) =>
        {
            writer.WriteStartArray();
            foreach (var message in state.found)
            {
                writer.WriteStartObject();
                writer.WriteString("phone", message.To[1..]);
                writer.WritePropertyName("status");
                writer.WriteRawValue(Polled(message, state.PollTable).ToString(CultureInfo.InvariantCulture));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>The number in a report: 0 delivered, up to 63 for now, from 64 for good.</summary>
    public static int Pushed(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => 0,
        DeliveryState.Undelivered => 69,
        DeliveryState.Expired => 70,
        DeliveryState.Rejected or DeliveryState.Cancelled or DeliveryState.Unknown => 64,
        _ => 1,
    };

    private static int Polled(CapturedMessage message, SpeedSmsPollTable table)
    {
        if (int.TryParse(message.RawState, CultureInfo.InvariantCulture, out var raw))
        {
            return raw;
        }

        var third = table == SpeedSmsPollTable.ThirdClient;
        return message.State switch
        {
            DeliveryState.Queued or DeliveryState.Scheduled => 0,
            DeliveryState.Sent => third ? 1 : -1,
            DeliveryState.Delivered => third ? 2 : 1,
            _ => third ? 3 : 2,
        };
    }
}
