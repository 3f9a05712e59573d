using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>One call of the emulator's own interface.</summary>
internal sealed class ApiCall(EmulatorCore core, HttpContext http, string value)
{
    public EmulatorCore Core => core;

    public HttpContext Http => http;

    /// <summary>The part of the path that stands in braces.</summary>
    public string Value => value;

    /// <summary>As the caller knows us: behind a proxy or in a container that is not the address we listen on.</summary>
    public string BaseAddress(Gateway gateway) => $"{http.Request.Scheme}://{http.Request.Host}/{core.Protocol(gateway).BasePath}";

    public CancellationToken Aborted => http.RequestAborted;

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var found) && found.Count > 0 ? found[0] : null;

    /// <summary>A cursor of the query; null when it is there and is none.</summary>
    public Cursor? After() => Place("after", 0);

    /// <summary>An id of the query, behind which older records are; null when it is there and is none.</summary>
    public Cursor? Before() => Place("before", long.MaxValue);

    public int Limit(int usual) =>
        int.TryParse(Query("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? Math.Min(limit, 10_000) : usual;

    /// <summary>A time such as 30s, 500ms or 2m; bare numbers are seconds. At most five minutes.</summary>
    public TimeSpan Timeout(TimeSpan usual) => Duration(Query("timeout")) is { } span ? span < TimeSpan.FromMinutes(5) ? span : TimeSpan.FromMinutes(5) : usual;

    public static TimeSpan? Duration(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var (digits, unit) = text switch
        {
            [.. var head, 'm', 's'] => (head, 1d),
            [.. var head, 's'] => (head, 1_000d),
            [.. var head, 'm'] => (head, 60_000d),
            _ => (text, 1_000d),
        };
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromMilliseconds(number * unit)
            : null;
    }

    /// <summary>The body as a JSON object; null when it is none. An empty body is an empty object.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        var body = await RequestBody.ReadAsync(http, core.Options.MaxRequestBytes).ConfigureAwait(false)
            ?? throw new ApiException(StatusCodes.Status413PayloadTooLarge, "The body is too large.");
        return JsonBody.Parse(body.Length == 0 ? "{}"u8.ToArray() : body) is { ValueKind: JsonValueKind.Object } root ? root : null;
    }

    public Task JsonAsync<T>(T state, Action<Utf8JsonWriter, T> write, int status = 200) =>
        WriteAsync(GatewayReply.Json(state, write, "application/json; charset=utf-8", status));

    public Task EmptyAsync(int status = 204) => WriteAsync(new(status, ContentType: null, []));

    public Task ProblemAsync(int status, string detail) => WriteAsync(ApiProblem.Reply(status, detail));

    public Task WriteAsync(GatewayReply reply)
    {
        ApiGuard.Harden(http.Response.Headers);
        return ReplyWriter.WriteAsync(http, reply);
    }

    private Cursor? Place(string name, long usual) => Query(name) is not { Length: > 0 } text ? new Cursor(usual)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? new Cursor(position)
        : null;
}
