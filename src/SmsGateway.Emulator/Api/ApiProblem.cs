using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Api;

/// <summary>A refusal of the emulator's own interface, in the form of RFC 9457.</summary>
internal static class ApiProblem
{
    public static GatewayReply Reply(int status, string detail) => GatewayReply.Json((status, detail), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("status", state.status);
        writer.WriteString("detail", state.detail);
        writer.WriteEndObject();
    }, "application/problem+json", status);
}
