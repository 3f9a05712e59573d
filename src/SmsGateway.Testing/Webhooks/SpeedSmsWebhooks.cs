using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SmsGateway.Testing;

/// <summary>What SpeedSMS sends to an application: JSON by POST, numbers in the local form, neither time nor event id.</summary>
public static class SpeedSmsWebhooks
{
    private const string Name = "SpeedSms";

    /// <summary>A delivery report.</summary>
    /// <param name="transaction">The id of the request that the message came in.</param>
    /// <param name="phone">The recipient in the local form.</param>
    /// <param name="status">0 delivered, 1 to 63 a failure that may pass, 64 and above failed.</param>
    public static WebhookSample Report(long transaction = 1234, string phone = "0900000001", int status = 0) => Write("report", json =>
    {
        json.WriteString("type", "report");
        json.WriteNumber("tranId", transaction);
        json.WriteString("phone", phone);
        json.WriteNumber("status", status);
    });

    /// <summary>A message from a phone.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="phone">The phone's number in the local form.</param>
    public static WebhookSample Reply(string text = "Yes please", string phone = "0900000001") => Write("reply", json =>
    {
        json.WriteString("type", "sms");
        json.WriteString("phone", phone);
        json.WriteString("content", text);
    });

    private static WebhookSample Write(string name, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return WebhookSample.Post(Name, name, "application/json", Encoding.UTF8.GetString(body.WrittenSpan));
    }
}
