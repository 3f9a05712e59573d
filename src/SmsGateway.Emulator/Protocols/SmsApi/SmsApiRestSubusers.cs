using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Sub-users by REST; the same users as those of the script.</summary>
internal static class SmsApiRestSubusers
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var account = inbox.SmsApiAccount;
        return (call.Request.Method, SmsApiRest.Below(call, "/subusers")) switch
        {
            ("GET", []) => SmsApiRest.Collection(List(account, call.Parameters["q"]), Write),
            ("POST", []) => Add(call, inbox),
            ("GET", [var id]) => Find(account, id) is { } found ? SmsApiRest.Object(found, Write) : SmsApiRest.NotFound(),
            ("PUT", [var id]) => Find(account, id) is { } known ? Store(call, account, Merge(call, known), 200) : SmsApiRest.NotFound(),
            ("DELETE", [var id]) => Delete(call, account, id),
            (var method, [var id, "shares", ("sendernames" or "templates") and var kind]) => Find(account, id) is { } user ? SmsApiRestShares.Run(call, account, (user.Name, kind), method) : SmsApiRest.NotFound(),
            _ => SmsApiRest.NotFound(),
        };
    }

    private static List<SmsApiUser> List(SmsApiAccount account, string? query) =>
        [.. account.Users.Values.Where(user => query is null || user.Name.Contains(query, StringComparison.OrdinalIgnoreCase))];

    private static SmsApiUser? Find(SmsApiAccount account, string id) => account.Users.Values.FirstOrDefault(user => IdOf(user) == id);

    private static GatewayReply Add(GatewayCall call, SmsInbox inbox)
    {
        var credentials = call.Body("credentials");
        var name = credentials?.TextMember("username");
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(credentials?.TextMember("password")))
        {
            return SmsApiRest.Invalid(string.IsNullOrEmpty(name) ? "credentials.username" : "credentials.password");
        }

        return inbox.SmsApiAccount.Users.ContainsKey(name)
            ? SmsApiRest.Taken("credentials.username")
            : Store(call, inbox.SmsApiAccount, Merge(call, new(name, 0, 0, Senders: false, Phonebook: false, Active: false, "")), 201);
    }

    // A change that does not say whether the user is active makes it inactive.
    private static SmsApiUser Merge(GatewayCall call, SmsApiUser user)
    {
        var points = call.Body("points");
        return user with
        {
            Limit = Number(points?.TextMember("from_account")) ?? user.Limit,
            MonthLimit = Number(points?.TextMember("per_month")) ?? user.MonthLimit,
            Active = call.Parameters.Flag("active"),
            Info = call.Parameters["description"] ?? user.Info,
        };
    }

    private static GatewayReply Store(GatewayCall call, SmsApiAccount account, SmsApiUser user, int status)
    {
        if (call.Keeps)
        {
            account.Users[user.Name] = user;
        }

        return SmsApiRest.Object(user, Write, status);
    }

    private static GatewayReply Delete(GatewayCall call, SmsApiAccount account, string id)
    {
        if (Find(account, id) is not { } found)
        {
            return SmsApiRest.NotFound();
        }

        if (call.Keeps)
        {
            account.Users.Remove(found.Name);
        }

        return SmsApiRest.Done();
    }

    private static JsonElement? Body(this GatewayCall call, string member) =>
        call.Parameters[member] is { Length: > 0 } text && JsonBody.Parse(System.Text.Encoding.UTF8.GetBytes(text)) is { } value ? value : null;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The script knows users by name only, so the id is made from it.
    private static string IdOf(SmsApiUser user) => SmsApiAccount.IdOf(user.Name);

    private static void Write(Utf8JsonWriter writer, SmsApiUser user)
    {
        writer.WriteString("id", IdOf(user));
        writer.WriteString("username", user.Name);
        writer.WriteBoolean("active", user.Active);
        writer.WriteString("description", user.Info);
        writer.WriteStartObject("points");
        writer.WriteNumber("from_account", user.Limit);
        writer.WriteNumber("per_month", user.MonthLimit);
        writer.WriteEndObject();
    }
}
