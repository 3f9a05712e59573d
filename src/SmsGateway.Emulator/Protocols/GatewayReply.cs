using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmsGateway.Emulator.Protocols;

/// <summary>What goes back to the caller.</summary>
internal sealed record GatewayReply(int Status, string? ContentType, byte[] Body)
{
    private static readonly JsonWriterOptions Relaxed = new()
    {
        // As PHP with JSON_UNESCAPED_UNICODE: the replies are no part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static GatewayReply Text(string body, string contentType = "text/plain", int status = 200) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    public static GatewayReply Json<TState>(TState state, Action<Utf8JsonWriter, TState> write, string contentType = "application/json", int status = 200) =>
        new(status, contentType, JsonBytes(state, write));

    public static byte[] JsonBytes<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            write(writer, state);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public GatewayReply With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
