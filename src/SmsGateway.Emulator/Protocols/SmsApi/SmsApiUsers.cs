using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Balance and sub-users.</summary>
internal static class SmsApiUsers
{
    public static GatewayReply Run(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        var parameters = call.Parameters;
        return parameters.Has("credits") ? Balance(call, inbox, replies)
            : parameters["add_user"] is { } added ? Add(call, inbox, replies, added)
            : parameters["set_user"] is { } edited ? Edit(call, inbox, replies, edited)
            : parameters["get_user"] is { } read ? Get(call, inbox, replies, read)
            : parameters.Flag("list") ? List(inbox, replies)
            : replies.Error(new(1001));
    }

    private static GatewayReply Balance(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        var points = inbox.SmsApiAccount.Purse.Amount;
        return !replies.WantsJson
            ? GatewayReply.Text("Points: " + points.ToString("0.000#", CultureInfo.InvariantCulture))
            : SmsApiReplies.Json((points, Details: call.Parameters.Flag("details"), inbox.SmsApi.Price), static (writer, state) =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("points", state.points);
                if (state.Details)
                {
                    var messages = (long)(state.points / state.Price);
                    writer.WriteNumber("proCount", messages);
                    writer.WriteNumber("ecoCount", messages * 2);
                    writer.WriteNumber("mmsCount", messages / 2);
                    writer.WriteNumber("vmsGsmCount", messages);
                    writer.WriteNumber("vmsLandCount", messages);
                }

                writer.WriteEndObject();
            });
    }

    private static GatewayReply Add(GatewayCall call, SmsInbox inbox, SmsApiReplies replies, string name)
    {
        var full = FullName(call.Parameters, inbox, name);
        var account = inbox.SmsApiAccount;
        if (BadName(name, full) is { } bad)
        {
            return replies.Error(new(bad));
        }

        if (account.Users.ContainsKey(full))
        {
            return replies.Error(new(1115));
        }

        if (call.Parameters["pass"] is null || SmsApiUserFields.Refusal(call.Parameters) is not null)
        {
            return replies.Error(new(SmsApiUserFields.Refusal(call.Parameters) ?? 1120));
        }

        var user = SmsApiUserFields.Merge(call.Parameters, new(full, 0, 0, Senders: false, Phonebook: false, Active: false, "unknown"));
        return Store(call, account, replies, user);
    }

    private static GatewayReply Edit(GatewayCall call, SmsInbox inbox, SmsApiReplies replies, string name)
    {
        var account = inbox.SmsApiAccount;
        if (!account.Users.TryGetValue(FullName(call.Parameters, inbox, name), out var user))
        {
            return replies.Error(new(1032));
        }

        if (!SmsApiUserFields.Any(call.Parameters))
        {
            return replies.Error(new(1021));
        }

        return SmsApiUserFields.Refusal(call.Parameters) is { } bad ? replies.Error(new(bad)) : Store(call, account, replies, SmsApiUserFields.Merge(call.Parameters, user));
    }

    private static GatewayReply Store(GatewayCall call, SmsApiAccount account, SmsApiReplies replies, SmsApiUser user)
    {
        if (call.Keeps)
        {
            account.Users[user.Name] = user;
        }

        return !replies.WantsJson ? GatewayReply.Text("OK:" + user.Name) : SmsApiReplies.Json(user, static (writer, user) =>
        {
            writer.WriteStartObject();
            writer.WriteString("username", user.Name);
            writer.WriteNumber("limit", user.Limit);
            writer.WriteNumber("month_limit", user.MonthLimit);
            writer.WriteNumber("senders", user.Senders ? 1 : 0);
            writer.WriteNumber("phonebook", user.Phonebook ? 1 : 0);
            writer.WriteBoolean("active", user.Active);
            writer.WriteString("info", user.Info);
            writer.WriteEndObject();
        });
    }

    private static GatewayReply Get(GatewayCall call, SmsInbox inbox, SmsApiReplies replies, string name)
    {
        if (!inbox.SmsApiAccount.Users.TryGetValue(FullName(call.Parameters, inbox, name), out var user))
        {
            return replies.Error(new(1032));
        }

        return !replies.WantsJson
            ? GatewayReply.Text(string.Create(CultureInfo.InvariantCulture, $"OK:{user.Limit:0.000}:{user.MonthLimit:0.000}:{Bit(user.Senders)}:{Bit(user.Phonebook)}:{Bit(user.Active)}:{user.Info}"))
            : SmsApiReplies.Json(user, static (writer, user) =>
            {
                writer.WriteStartObject();
                writer.WriteString("username", user.Name);
                writer.WriteString("limit", user.Limit.ToString("0.000", CultureInfo.InvariantCulture));
                writer.WriteString("month_limit", user.MonthLimit.ToString("0.000", CultureInfo.InvariantCulture));
                writer.WriteNumber("senders", user.Senders ? 1 : 0);
                writer.WriteNumber("phonebook", user.Phonebook ? 1 : 0);
                writer.WriteString("active", Bit(user.Active));
                writer.WriteString("info", user.Info);
                writer.WriteEndObject();
            });
    }

    private static GatewayReply List(SmsInbox inbox, SmsApiReplies replies)
    {
        var users = inbox.SmsApiAccount.Users.Values;
        return !replies.WantsJson ? GatewayReply.Text("OK: " + string.Join(':', users.Select(user => user.Name))) : SmsApiReplies.Json(users, static (writer, users) =>
        {
            writer.WriteStartArray();
            foreach (var user in users)
            {
                WriteAsText(writer, user);
            }

            writer.WriteEndArray();
        });
    }

    private static void WriteAsText(Utf8JsonWriter writer, SmsApiUser user)
    {
        writer.WriteStartObject();
        writer.WriteString("username", user.Name);
        writer.WriteString("limit", user.Limit.ToString("0.0000", CultureInfo.InvariantCulture));
        writer.WriteString("month_limit", user.MonthLimit.ToString("0.0000", CultureInfo.InvariantCulture));
        writer.WriteString("senders", Bit(user.Senders));
        writer.WriteString("phonebook", Bit(user.Phonebook));
        writer.WriteString("active", Bit(user.Active));
        writer.WriteString("info", user.Info);
        writer.WriteEndObject();
    }

    private static string FullName(ParameterSet parameters, SmsInbox inbox, string name) =>
        parameters.Flag("without_prefix") || name.StartsWith(inbox.SmsApi.UserName + "_", StringComparison.Ordinal) ? name : inbox.SmsApi.UserName + "_" + name;

    private static int? BadName(string name, string full) =>
        name.Length == 0 ? 1111
        : name.Length < 3 ? 1112
        : full.Length > 32 ? 1113
        : name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('@' or '-' or '_' or '.')) ? 1114
        : null;

    private static string Bit(bool value) => value ? "1" : "0";
}
