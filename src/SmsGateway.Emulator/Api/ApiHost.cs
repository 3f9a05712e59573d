using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator.Api;

/// <summary>The emulator's own interface: under a path that no gateway uses.</summary>
internal sealed class ApiHost(EmulatorCore core)
{
    private readonly ApiGuard _guard = new(core.Options);

    /// <summary>Every route, as the OpenAPI document lists them.</summary>
    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        .. MessagesApi.Routes,
        .. SegmentsApi.Routes,
        .. ConversationApi.Routes,
        .. PushesApi.Routes,
        .. FaultsApi.Routes,
        .. FaultKindsApi.Routes,
        .. InboxesApi.Routes,
        .. ExchangesApi.Routes,
        .. EventsApi.Routes,
        .. SummaryApi.Routes,
        .. SnippetsApi.Routes,
        .. PageApi.Routes,
    ];

    public static bool Owns(string path) =>
        path.StartsWith("/api/v1/", StringComparison.Ordinal) || path.StartsWith("/ui/", StringComparison.Ordinal) || path is "/" or "/livez" or "/readyz" or "/openapi.json";

    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path is not ("/livez" or "/readyz") && _guard.Refusal(http.Request) is { } refusal)
        {
            ApiGuard.Harden(http.Response.Headers);
            await ReplyWriter.WriteAsync(http, refusal).ConfigureAwait(false);
            return;
        }

        var method = HttpMethods.IsHead(http.Request.Method) ? "GET" : http.Request.Method;
        var isPath = false;
        foreach (var route in Routes)
        {
            if (route.Fits(path, out var value))
            {
                isPath = true;
                if (route.Method == method)
                {
                    await RunAsync(route, new(core, http, value)).ConfigureAwait(false);
                    return;
                }
            }
        }

        await new ApiCall(core, http, "").ProblemAsync(isPath ? 405 : 404, isPath ? "Not with this method." : "There is nothing here.").ConfigureAwait(false);
    }

    // What a caller wrote wrongly is told in words; nothing else is caught.
    private static async Task RunAsync(ApiRoute route, ApiCall call)
    {
        try
        {
            await route.RunAsync(call).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            await call.ProblemAsync(400, exception.Message).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            await call.ProblemAsync(exception.Status, exception.Message).ConfigureAwait(false);
        }
    }
}
