using System.Globalization;
using System.Text.Json;
using SmsGateway.Emulator.Faults;

namespace SmsGateway.Emulator.Api;

/// <summary>Which faults there are, in words, and with values to start from: what a form for faults is made of.</summary>
internal static class FaultKindsApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/faults/kinds", KindsAsync),
    ];

    /// <summary>A fault in words, with those of its values that matter to its kind.</summary>
    public static string Words(Fault fault)
    {
        var wire = fault.Wire;
        var (does, fields) = Describe(wire.Kind);
        var values = fields.Select(field => field.Name switch
        {
            "status" => wire.Status.ToString(CultureInfo.InvariantCulture),
            "count" => wire.Count.ToString(CultureInfo.InvariantCulture),
            "paceMs" => string.Create(CultureInfo.InvariantCulture, $"{wire.Pace.TotalMilliseconds} ms"),
            "then" => wire.Then.ToString(),
            "contentType" => wire.ContentType,
            _ => wire.Text,
        });
        var delay = wire.Delay > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"after {wire.Delay.TotalMilliseconds} ms") : null;
        var details = string.Join(", ", values.Append(delay).Where(value => !string.IsNullOrEmpty(value)));
        return details.Length == 0 ? does : $"{does}: {details}";
    }

    private static Task KindsAsync(ApiCall call) => call.JsonAsync(0, static (writer, _) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var kind in Enum.GetValues<WireKind>())
        {
            Write(writer, kind);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, WireKind kind)
    {
        var (does, fields) = Describe(kind);
        writer.WriteStartObject();
        writer.WriteString("fault", kind.ToString());
        writer.WriteString("does", does);
        writer.WriteBoolean("keeps", FaultKinds.Of(kind).Accept);
        writer.WriteStartObject("fields");
        foreach (var (name, value) in fields)
        {
            if (value is int number)
            {
                writer.WriteNumber(name, number);
            }
            else
            {
                writer.WriteString(name, (string)value);
            }
        }

        writer.WriteNumber("delayMs", kind == WireKind.None ? 5_000 : 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static (string Does, (string Name, object Value)[] Fields) Describe(WireKind kind) => kind switch
    {
        WireKind.None => ("The genuine answer, late", []),
        WireKind.Hang => ("No answer, the connection stays open", []),
        WireKind.CloseFin => ("No answer, the connection is closed (FIN)", []),
        WireKind.Reset => ("No answer, the connection is reset (RST)", []),
        WireKind.StatusLineOnly => ("Status line only, then closed", []),
        WireKind.HalfBody => ("Half of the body", [("then", "Fin")]),
        WireKind.Garbage => ("Bytes that are no HTTP", []),
        WireKind.BadChunk => ("A broken chunked body", []),
        WireKind.Dribble => ("The genuine answer, byte by byte", [("paceMs", 50)]),
        WireKind.Status => ("Another status", [("status", 503), ("text", "")]),
        WireKind.RateLimited => ("Too many requests (429, Retry-After)", [("text", "2")]),
        WireKind.Unauthorized => ("The credentials are refused", []),
        WireKind.GatewayError => ("The gateway's own error code", [("text", "103")]),
        WireKind.Redirect => ("A redirect", [("status", 302), ("text", "https://elsewhere.example/")]),
        WireKind.Body => ("Another body with 200", [("text", "{}"), ("contentType", "application/json")]),
        WireKind.EmptyBody => ("An empty body with 200", []),
        WireKind.CutBody => ("The body cut in the middle", []),
        WireKind.HugeBody => ("A huge body (bytes)", [("count", 8_388_608)]),
        WireKind.ByteOrderMark => ("A byte order mark first", []),
        WireKind.Prefix => ("A text before the body", [("text", "<b>Warning</b>")]),
        WireKind.WrongCharset => ("The name of another charset", [("text", "windows-1252")]),
        WireKind.WrongType => ("Another content type", [("text", "text/html")]),
        WireKind.Latin1 => ("The body in Latin-1", []),
        WireKind.ReplyThenClose => ("The genuine answer, then closed", []),
        WireKind.BadGzip => ("Said to be gzip, is not", []),
        WireKind.Gzip => ("Gzip that nobody asked for", []),
        WireKind.HeaderFlood => ("200 KB of headers", []),
        WireKind.ContinueFlood => ("Many 100 Continue", [("count", 50)]),
        WireKind.StrayBytes => ("Bytes behind the end", []),
        WireKind.StatusLine => ("A status line of one's own", [("text", "HTTP/1.1 99 Odd")]),
        WireKind.ExtraFields => ("Extra fields", []),
        WireKind.NullFields => ("Null in optional fields", []),
        WireKind.DuplicateIds => ("All ids the same", []),
        WireKind.FewerResults => ("Fewer results than recipients", [("count", 1)]),
        _ => ("Results in another order", []),
    };
}
