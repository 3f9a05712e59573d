using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>The envelope of replies, and the framework's own form of errors.</summary>
internal static class SmsClubReplies
{
    private const string JsonType = "application/json; charset=UTF-8";

    public static GatewayReply Info<T>(T value, Action<Utf8JsonWriter, T> write) =>
        Envelope((value, write), static (writer, state) =>
        {
            writer.WritePropertyName("info");
            state.write(writer, state.value);
        });

    /// <summary>Accepted numbers by id, refused ones by number; each part only when it has something in it.</summary>
    public static GatewayReply Sent(IReadOnlyList<(string Id, string Phone)> accepted, IReadOnlyDictionary<string, string> refused) =>
        Envelope((accepted, refused), static (writer, state) =>
        {
            if (state.accepted.Count > 0)
            {
                writer.WriteStartObject("info");
                foreach (var (id, phone) in state.accepted)
                {
                    writer.WriteString(id, phone);
                }

                writer.WriteEndObject();
            }

            if (state.refused.Count > 0)
            {
                WriteReasons(writer, state.refused);
            }
        });

    public static GatewayReply Refused(IReadOnlyDictionary<string, string> reasons, int status) => Envelope(reasons, WriteReasons, status);

    public static GatewayReply Refused(string field, string reason) =>
        Refused(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = reason }, 400);

    public static GatewayReply RefusedAsText(string reason) => Envelope(reason, static (writer, reason) => writer.WriteString("add_info", reason));

    public static GatewayReply Duplicate(SmsClubBehaviour behaviour) =>
        behaviour.DuplicateWithoutBody ? new(453, ContentType: null, []) : Framework(453, "Duplicate", "Duplicate message");

    public static GatewayReply Framework(int status, string name, string message) => GatewayReply.Json((status, name, message), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", state.name);
        writer.WriteString("message", state.message);
        writer.WriteNumber("code", 0);
        writer.WriteNumber("status", state.status);
        writer.WriteEndObject();
    }, JsonType, status);

    public static GatewayReply Plain<T>(T value, Action<Utf8JsonWriter, T> write, int status = 200) => GatewayReply.Json(value, write, JsonType, status);

    private static void WriteReasons(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> reasons)
    {
        writer.WriteStartObject("add_info");
        foreach (var (key, reason) in reasons)
        {
            writer.WriteString(key, reason);
        }

        writer.WriteEndObject();
    }

    private static GatewayReply Envelope<T>(T value, Action<Utf8JsonWriter, T> write, int status = 200) => GatewayReply.Json((value, write), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("success_request");
        state.write(writer, state.value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }, JsonType, status);
}
