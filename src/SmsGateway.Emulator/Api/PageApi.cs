using SmsGateway.Emulator.Protocols;

namespace SmsGateway.Emulator.Api;

/// <summary>The page and its files, and the OpenAPI document: all inside the assembly, nothing read from disk.</summary>
internal static class PageApi
{
    private const string Folder = "wwwroot/";

    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/", call => FileAsync(call, "index.html")),
        new("GET", "/ui/{file}", call => FileAsync(call, call.Value)),
        new("GET", "/openapi.json", call => FileAsync(call, "openapi.json")),
    ];

    /// <summary>A file by its name; there are no others than those built in.</summary>
    public static byte[]? Read(string name)
    {
        using var stream = typeof(PageApi).Assembly.GetManifestResourceStream(Folder + name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Task FileAsync(ApiCall call, string name) => Read(name) is { } bytes
        ? call.WriteAsync(new GatewayReply(200, TypeOf(name), bytes))
        : call.ProblemAsync(404, "There is nothing here.");

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
