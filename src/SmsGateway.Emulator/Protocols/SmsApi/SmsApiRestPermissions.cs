using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>What users may do with a group, by REST.</summary>
internal static class SmsApiRestPermissions
{
    public static GatewayReply Run(GatewayCall call, SmsApiGroup group, string method, string[] parts) => (method, parts) switch
    {
        ("GET", []) => SmsApiRest.Collection([.. group.Permissions.Select(permission => (group, permission))], Write),
        ("POST", []) => call.Parameters["username"] is { Length: > 0 } name ? Set(call, group, name) : SmsApiRest.Invalid("username"),
        ("PUT", [var user]) => Set(call, group, user),
        ("GET", [var user]) when group.Permissions.TryGetValue(user, out var found) => SmsApiRest.Object((group, KeyValuePair.Create(user, found)), Write),
        ("DELETE", [var user]) when group.Permissions.ContainsKey(user) => Delete(call, group, user),
        _ => SmsApiRest.NotFound(),
    };

    public static void Write(Utf8JsonWriter writer, (SmsApiGroup Group, KeyValuePair<string, SmsApiPermission> Permission) state)
    {
        var (username, permission) = state.Permission;
        writer.WriteString("group_id", state.Group.Id);
        writer.WriteString("username", username);
        writer.WriteBoolean("write", permission.Write);
        writer.WriteBoolean("read", permission.Read);
        writer.WriteBoolean("send", permission.Send);
    }

    private static GatewayReply Set(GatewayCall call, SmsApiGroup group, string user)
    {
        var parameters = call.Parameters;
        var permission = new SmsApiPermission(parameters.Flag("read"), parameters.Flag("write"), parameters.Flag("send"));
        var isNew = !group.Permissions.ContainsKey(user);
        if (call.Keeps)
        {
            group.Permissions[user] = permission;
        }

        return SmsApiRest.Object((group, KeyValuePair.Create(user, permission)), Write, isNew ? 201 : 200);
    }

    private static GatewayReply Delete(GatewayCall call, SmsApiGroup group, string user)
    {
        if (call.Keeps)
        {
            group.Permissions.Remove(user);
        }

        return SmsApiRest.Done();
    }
}
