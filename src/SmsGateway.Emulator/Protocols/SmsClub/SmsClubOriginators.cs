using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>Applications for alpha names. No source shows the replies; they have the shape of the others.</summary>
internal static class SmsClubOriginators
{
    public const string Approved = "Approved";
    private const string Moderated = "Being moderated";
    private const string Rejected = "Rejected";

    public static GatewayReply Register(GatewayCall call, SmsInbox inbox)
    {
        if (call.Json is not { } json)
        {
            return SmsClubReplies.Framework(400, "Bad Request", "Invalid JSON data in request body: Syntax error.");
        }

        foreach (var field in (ReadOnlySpan<string>)["sender_id", "company_type", "company", "inn", "subject", "description", "site"])
        {
            if (string.IsNullOrEmpty(json.TextMember(field)))
            {
                return SmsClubReplies.Refused(field, SmsClubReasons.Blank(inbox));
            }
        }

        if (json.TextMember("company_type") is not ("fop" or "tov"))
        {
            return SmsClubReplies.Refused("company_type", SmsClubReasons.Format(inbox));
        }

        var name = json.TextMember("sender_id")!;
        if (name.Length > inbox.SmsClub.AlphaNameLength)
        {
            return SmsClubReplies.Refused("sender_id", SmsClubReasons.Format(inbox));
        }

        var account = inbox.SmsClubAccount;
        lock (account.Gate)
        {
            if (call.Keeps)
            {
                account.Applications.TryAdd(name, Moderated);
            }
        }

        return Answer(name, Moderated);
    }

    /// <summary>A moderator of flesh and blood takes a day; this one decides when asked for the first time.</summary>
    public static GatewayReply State(GatewayCall call, SmsInbox inbox)
    {
        var name = call.Json?.TextMember("sender_id") ?? "";
        var account = inbox.SmsClubAccount;
        lock (account.Gate)
        {
            if (account.Applications.TryGetValue(name, out var state))
            {
                account.Applications[name] = name.Contains("bad", StringComparison.OrdinalIgnoreCase) ? Rejected : Approved;
                return Answer(name, state);
            }

            return account.AlphaNames.Contains(name, StringComparer.Ordinal)
                ? Answer(name, Approved)
                : SmsClubReplies.Refused("sender_id", SmsClubReasons.NotAvailable(inbox));
        }
    }

    private static GatewayReply Answer(string name, string state) => SmsClubReplies.Info((name, state), static (writer, answer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("sender_id", answer.name);
        writer.WriteString("status", answer.state);
        writer.WriteEndObject();
    });
}
