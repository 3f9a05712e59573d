using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>Two families of replies: the gateway's own, with codes as text, and its framework's, with numbers.</summary>
internal static class SpeedSmsReplies
{
    private const string JsonType = "application/json; charset=UTF-8";

    /// <summary>Accepted. A call that speaks has no count of segments.</summary>
    public static GatewayReply Accepted(string tranId, int? totalSms, decimal totalPrice, IReadOnlyList<string> invalid, SpeedSmsBehaviour behaviour, string? pin = null) =>
        GatewayReply.Json((tranId, totalSms, totalPrice, invalid, behaviour, pin), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", "success");
            writer.WriteString("code", "00");
            writer.WriteStartObject("data");
            if (!state.behaviour.OmitTranId)
            {
                writer.WritePropertyName("tranId");
                if (state.behaviour.TranIdAsText)
                {
                    writer.WriteStringValue(state.tranId);
                }
                else
                {
                    writer.WriteRawValue(state.tranId);
                }
            }

            if (state.totalSms is { } total)
            {
                writer.WriteNumber("totalSMS", total);
            }

            writer.WriteNumber("totalPrice", state.totalPrice);
            WriteNumbers(writer, state.invalid);
            if (state.pin is not null)
            {
                writer.WriteString("pin_code", state.pin);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }, JsonType);

    /// <summary>Refused with a code; the numbers stand beside it, not inside data.</summary>
    public static GatewayReply Refused(string code, IReadOnlyList<string>? invalid = null) => GatewayReply.Json((code, invalid), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", "error");
        writer.WriteString("code", state.code);
        writer.WriteString("message", Message(state.code));
        if (state.invalid is not null)
        {
            WriteNumbers(writer, state.invalid);
        }

        writer.WriteEndObject();
    }, JsonType);

    public static GatewayReply RefusedWithoutCode(string message) => GatewayReply.Json(message, static (writer, message) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", "error");
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }, JsonType);

    public static GatewayReply Framework(int status, string name, string message) => GatewayReply.Json((status, name, message), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", state.name);
        writer.WriteString("message", state.message);
        writer.WriteNumber("code", 0);
        writer.WriteNumber("status", state.status);
        writer.WriteEndObject();
    }, JsonType, status);

    public static GatewayReply UserInfo(decimal balance, bool bare) => GatewayReply.Json((balance, bare), static (writer, state) =>
    {
        writer.WriteStartObject();
        if (!state.bare)
        {
            writer.WriteString("status", "success");
            writer.WriteString("code", "00");
            writer.WriteStartObject("data");
        }

        writer.WriteString("email", "a@example.test");
        writer.WriteNumber("balance", state.balance);
        writer.WriteString("currency", "VND");
        if (!state.bare)
        {
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }, JsonType);

    public static GatewayReply Data<T>(T value, bool withCode, Action<Utf8JsonWriter, T> write) => GatewayReply.Json((value, withCode, write), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", "success");
        if (state.withCode)
        {
            writer.WriteString("code", "00");
        }

        writer.WritePropertyName("data");
        state.write(writer, state.value);
        writer.WriteEndObject();
    }, JsonType);

    private static void WriteNumbers(Utf8JsonWriter writer, IReadOnlyList<string> numbers)
    {
        writer.WriteStartArray("invalidPhone");
        foreach (var number in numbers)
        {
            writer.WriteStringValue(number);
        }

        writer.WriteEndArray();
    }

    private static string Message(string code) => code switch
    {
        "007" => "IP locked",
        "008" => "Account blocked",
        "009" => "Account not allow to call the API",
        "101" => "Invalid or missing parameters",
        "105" => "Phone number invalid",
        "110" => "Not support sms content encoding",
        "113" => "Sms content too long",
        "300" => "Your account balance not enough to send sms",
        "500" => "Internal error, please try again",
        _ => "Refused",
    };
}
