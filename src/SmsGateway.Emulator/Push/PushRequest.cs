using System.Text;

namespace SmsGateway.Emulator.Push;

/// <summary>A push in a vendor's form, before it is known where it goes: a query to append, or a body to post.</summary>
internal sealed record PushRequest(string Method, string? Query, byte[]? Body, string? ContentType)
{
    public const string Form = "application/x-www-form-urlencoded";

    public static PushRequest Get(string query) => new("GET", query, Body: null, ContentType: null);

    public static PushRequest Post(byte[] body, string contentType) => new("POST", Query: null, body, contentType);

    /// <summary>The same parameters by the other method.</summary>
    public PushRequest Turned() => Method == "GET"
        ? Post(Encoding.ASCII.GetBytes(Query ?? ""), Form)
        : Get(Body is null || ContentType != Form ? "" : Encoding.ASCII.GetString(Body));

    /// <summary>The same, cut in the middle.</summary>
    public PushRequest Cut() => this with
    {
        Query = Query?[..(Query.Length / 2)],
        Body = Body?[..(Body.Length / 2)],
    };
}

/// <summary>What a report is about.</summary>
internal sealed record ReportPush(SmsInbox Inbox, IReadOnlyList<ReportRecord> Records, WebhookTamper Tamper);

/// <summary>One message in a report.</summary>
internal sealed record ReportRecord(CapturedMessage Message, DeliveryState State, string? RawStatus, DateTimeOffset At);

/// <summary>A message from a phone.</summary>
internal sealed record ReplyPush(SmsInbox Inbox, CapturedReply Reply, CapturedMessage? InReplyTo, WebhookTamper Tamper);
