using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>What a sub-user may use of the account's own sender names or stored texts, by REST.</summary>
internal static class SmsApiRestShares
{
    public static GatewayReply Run(GatewayCall call, SmsApiAccount account, (string User, string Kind) key, string method) => method switch
    {
        "GET" => SmsApiRest.Object((NameOf(key.Kind), account.Shares.GetValueOrDefault(key, SmsApiShare.None)), Write),
        "PUT" => Set(call, account, key),
        _ => SmsApiRest.NotFound(),
    };

    private static GatewayReply Set(GatewayCall call, SmsApiAccount account, (string User, string Kind) key)
    {
        if (call.Parameters["access"] is not (("all" or "none" or "selected") and var access))
        {
            return SmsApiRest.Invalid("access");
        }

        if (call.Keeps)
        {
            account.Shares[key] = new(access, call.Parameters.Elements(NameOf(key.Kind)) ?? []);
        }

        return SmsApiRest.Done();
    }

    private static string NameOf(string kind) => kind == "sendernames" ? "senders" : kind;

    private static void Write(Utf8JsonWriter writer, (string Name, SmsApiShare Share) state)
    {
        writer.WriteString("access", state.Share.Access);
        writer.WriteStartArray(state.Name);
        foreach (var item in state.Share.Items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}

/// <summary>All, none, or those that are named.</summary>
internal sealed record SmsApiShare(string Access, IReadOnlyList<string> Items)
{
    public static readonly SmsApiShare None = new("none", []);
}
