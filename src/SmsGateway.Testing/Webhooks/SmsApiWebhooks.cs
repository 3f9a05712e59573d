using System.Globalization;

namespace SmsGateway.Testing;

/// <summary>What SMSAPI sends to an application; it expects the answer 200 with the body <c>OK</c>, and repeats anything else.</summary>
public static class SmsApiWebhooks
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Name = "SmsApi";

    private static readonly DateTimeOffset Then = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A delivery report: GET.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="to">The recipient, as digits.</param>
    /// <param name="status">403 sent, 404 delivered, 405 undelivered, 406 failed, 407 rejected, 402 expired ...</param>
    /// <param name="reference">Our reference; the field is left out when null.</param>
    /// <param name="at">When it was delivered.</param>
    public static WebhookSample Report(string id = "5120948837120045611", string to = "48500111222", int status = 404, string? reference = null, DateTimeOffset? at = null) =>
        Reports(at, (id, to, status, reference));

    /// <summary>A delivery report about up to five messages: parallel lists with commas in one GET.</summary>
    /// <param name="at">When they were delivered.</param>
    /// <param name="records">Id, recipient as digits, status and reference of each.</param>
    public static WebhookSample Reports(DateTimeOffset? at, params (string Id, string To, int Status, string? Reference)[] records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var time = Unix(at);
        List<(string, string)> fields =
        [
            ("MsgId", List(record => record.Id)),
            ("status", List(record => record.Status.ToString(CultureInfo.InvariantCulture))),
            ("status_name", List(record => NameOf(record.Status))),
        ];
        if (records.Any(static record => record.Reference is not null))
        {
            fields.Add(("idx", List(static record => record.Reference ?? "")));
        }

        fields.AddRange(
        [
            ("donedate", List(_ => time)), ("username", List(static _ => "example")), ("points", List(static _ => "0.1650")),
            ("to", List(static record => record.To)), ("mcc", List(static _ => "260")), ("mnc", List(static _ => "2")),
        ]);
        return WebhookSample.Get(Name, records.Length == 1 ? "report" : "reports", WebhookFields.Write([.. fields]));

        string List(Func<(string Id, string To, int Status, string? Reference), string> value) => string.Join(',', records.Select(value));
    }

    /// <summary>A message from a phone: POST.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="from">The phone's number, as digits.</param>
    /// <param name="to">The number it wrote to, as digits.</param>
    /// <param name="inReplyTo">The id of the message it answers; empty for none.</param>
    /// <param name="at">When it came.</param>
    public static WebhookSample Reply(string text = "Yes please", string from = "48500111222", string to = "48500999000", string inReplyTo = "", DateTimeOffset? at = null) =>
        WebhookSample.Post(Name, "reply", Form, WebhookFields.Write(
            ("sms_to", to), ("sms_from", from), ("sms_text", text), ("sms_date", Unix(at)), ("username", "example"), ("MsgId", inReplyTo)));

    /// <summary>Somebody opened a short link: GET.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="to">The recipient, as digits.</param>
    public static WebhookSample LinkOpened(string id = "5120948837120045611", string to = "48500111222") =>
        WebhookSample.Get(Name, "link opened", WebhookFields.Write(
            ("MsgId", id), ("to", to), ("click_date", Unix(null)), ("device", "PC"), ("operating_system", "Android"), ("browser", "Chrome"), ("username", "example")));

    /// <summary>The answer to a number look-up: POST.</summary>
    /// <param name="id">The look-up's id.</param>
    /// <param name="number">The number, as digits.</param>
    public static WebhookSample NumberLookedUp(string id = "80625", string number = "48500111222") =>
        WebhookSample.Post(Name, "number looked up", Form, string.Join('&',
            $"0[id]={id}", $"0[number]={number}", "0[mcc]=260", "0[mnc]=2", "0[info]=T-Mobile", "0[status]=OK", $"0[date]={Unix(null)}", "0[ported]=0", "0[ported_from]=null"));

    private static string Unix(DateTimeOffset? at) => (at ?? Then).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string NameOf(int status) => status switch
    {
        401 => "NOT_FOUND",
        402 => "EXPIRED",
        403 => "SENT",
        404 => "DELIVERED",
        405 => "UNDELIVERED",
        406 => "FAILED",
        407 => "REJECTED",
        408 => "UNKNOWN",
        409 => "QUEUE",
        410 => "ACCEPTED",
        411 => "RENEWAL",
        412 => "STOP",
        _ => "UNKNOWN",
    };
}
