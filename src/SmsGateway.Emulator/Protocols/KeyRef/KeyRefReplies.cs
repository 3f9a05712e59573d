using System.Globalization;

namespace SmsGateway.Emulator.Protocols.KeyRef;

/// <summary>Writes replies in the shape that request and switches ask for: a bare number, or JSON.</summary>
internal sealed class KeyRefReplies(GatewayCall call, KeyRefBehaviour behaviour)
{
    private bool WantsJson => call.Parameters["response"] == "json" && behaviour.Number != KeyRefNumber.BodyDespiteJson;

    public GatewayReply Send(KeyRefOutcome outcome) => WantsJson ? Framed(Json(outcome)) : Number(outcome.Code);

    public GatewayReply ReportRefused(KeyRefOutcome outcome) => behaviour.ReportRefusalAsJson ? Framed(Json(outcome)) : Number(outcome.Code);

    /// <summary>Adds what the switches put around every body.</summary>
    public GatewayReply Framed(byte[] body, int status = 200) =>
        new(status, body.Length == 0 ? null : behaviour.ContentType, behaviour.TrailingNewline && body.Length > 0 ? [.. body, (byte)'\n'] : body);

    private GatewayReply Number(int code)
    {
        var digits = code.ToString(CultureInfo.InvariantCulture);
        return behaviour.Number switch
        {
            KeyRefNumber.Status => Framed([], code),
            KeyRefNumber.BodyAndStatus => Framed(System.Text.Encoding.ASCII.GetBytes(digits), code),
            _ => Framed(System.Text.Encoding.ASCII.GetBytes(digits)),
        };
    }

    private byte[] Json(KeyRefOutcome outcome) => GatewayReply.JsonBytes((outcome, behaviour.Json), static (writer, state) =>
    {
        var (outcome, form) = state;
        writer.WriteStartObject();
        if (form == KeyRefJson.TextValues)
        {
            writer.WriteString("status", outcome.IsAccepted ? "true" : "false");
            writer.WriteString("error", outcome.IsAccepted ? "0" : outcome.Code.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteBoolean("status", outcome.IsAccepted);
            if (outcome.IsAccepted)
            {
                writer.WriteNumber("error", 0);
            }
            else if (form == KeyRefJson.CodeAsNumber)
            {
                writer.WriteNumber("error", outcome.Code);
            }
            else
            {
                writer.WriteString("error", form == KeyRefJson.CodeAsText ? outcome.Code.ToString(CultureInfo.InvariantCulture) : outcome.Sentence);
            }
        }

        writer.WriteEndObject();
    });
}
