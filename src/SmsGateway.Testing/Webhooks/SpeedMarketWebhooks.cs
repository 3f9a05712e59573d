using System.Globalization;

namespace SmsGateway.Testing;

/// <summary>What SpeedMarket sends to an application: GET, dates without a zone.</summary>
public static class SpeedMarketWebhooks
{
    private const string Name = "SpeedMarket";

    /// <summary>A delivery report.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="reference">Our reference.</param>
    /// <param name="status">The vendor's status: 1 is delivered.</param>
    /// <param name="at">When, as the vendor's clock on the wall shows it.</param>
    public static WebhookSample Report(string id = "150", string reference = "abc123", int status = 1, DateTime? at = null) => WebhookSample.Get(
        Name, "report", WebhookFields.WriteKeepingColons(
            ("campaign_id", reference), ("id", id), ("status", status.ToString(CultureInfo.InvariantCulture)), ("date", Write(at)), ("carrier", "Vivo - Celular")));

    /// <summary>A message from a phone.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="from">The phone's number, as digits.</param>
    /// <param name="id">The id of the message it answers.</param>
    /// <param name="reference">The reference of the message it answers.</param>
    /// <param name="at">When, as the vendor's clock on the wall shows it.</param>
    public static WebhookSample Reply(string text = "Recebido", string from = "5511900000001", string id = "150", string reference = "abc123", DateTime? at = null) => WebhookSample.Get(
        Name, "reply", WebhookFields.WriteKeepingColons(
            ("number", from), ("content", text), ("campaign_id", reference), ("id", id), ("status", "4"), ("date", Write(at)), ("carrier", "Vivo - Celular")));

    private static string Write(DateTime? at) =>
        (at ?? new DateTime(2030, 1, 1, 12, 0, 0, DateTimeKind.Unspecified)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
