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

/// <summary>Ends a call with a refusal.</summary>
#pragma warning disable CA1032, CA1064 // Thrown and caught in this folder only.
internal sealed class ApiException(int status, string detail) : Exception(detail)
#pragma warning restore CA1032, CA1064
{
    public int Status => status;
}
