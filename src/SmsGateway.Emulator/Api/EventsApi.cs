using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>
/// What happens, as it happens: a stream of server-sent events, and the same by polling. The stream is written by hand because
/// the framework's own sends no headers before its first event, and does not exist on older versions.
/// </summary>
internal static class EventsApi
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/events", StreamAsync),
        new("GET", "/api/v1/changes", ChangesAsync),
    ];

    private static async Task StreamAsync(ApiCall call)
    {
        var response = call.Http.Response;
        ApiGuard.Harden(response.Headers);
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers["X-Accel-Buffering"] = "no";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, call.Core.Stopping);
        try
        {
            await StreamAsync(call, response, ends.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The reader went away, or the emulator does.
        }
    }

    private static async Task StreamAsync(ApiCall call, HttpResponse response, CancellationToken ends)
    {
        var feed = call.Core.Feed;
        var resumed = call.Http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : call.Query("after");
        var last = long.TryParse(resumed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : feed.Last;
        await WriteAsync(response, $"retry: 1000\nevent: hello\nid: {MessageJson.Id(last)}\ndata: {{\"run\":\"{call.Core.Run}\"}}\n\n", ends).ConfigureAwait(false);
        while (!ends.IsCancellationRequested)
        {
            var changed = feed.NextChange();
            var events = feed.Since(last, out var complete);
            if (!complete)
            {
                last = feed.Last;
                await WriteAsync(response, $"event: resync\nid: {MessageJson.Id(last)}\ndata: {{}}\n\n", ends).ConfigureAwait(false);
                continue;
            }

            var text = new StringBuilder();
            foreach (var each in events)
            {
                text.Append(CultureInfo.InvariantCulture, $"event: {EventJson.Name(each.Kind)}\nid: {each.Id}\ndata: {EventJson.Text(call.Core, each)}\n\n");
                last = each.Id;
            }

            if (text.Length > 0)
            {
                await WriteAsync(response, text.ToString(), ends).ConfigureAwait(false);
            }
            else if (!await HappensAsync(changed, ends).ConfigureAwait(false))
            {
                await WriteAsync(response, ": still here\n\n", ends).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The polling fallback.</summary>
    private static Task ChangesAsync(ApiCall call)
    {
        if (call.After() is not { } after)
        {
            return call.ProblemAsync(400, "after is a cursor of an earlier reply.");
        }

        var feed = call.Core.Feed;
        var events = feed.Since(after.Position, out var complete);
        var cursor = events.Length > 0 ? events[^1].Id : feed.Last;
        return call.JsonAsync((call, events, complete, cursor), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("run", state.call.Core.Run);
            writer.WriteString("cursor", MessageJson.Id(state.cursor));
            writer.WriteBoolean("resync", !state.complete);
            writer.WriteStartArray("events");
            foreach (var each in state.events)
            {
                writer.WriteStartObject();
                writer.WriteString("id", MessageJson.Id(each.Id));
                writer.WriteString("event", EventJson.Name(each.Kind));
                writer.WritePropertyName("data");
                EventJson.Write(writer, state.call.Core, each);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static async Task<bool> HappensAsync(Task changed, CancellationToken ends)
    {
        try
        {
            await changed.WaitAsync(Heartbeat, TimeProvider.System, ends).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken ends) =>
        await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), ends).ConfigureAwait(false);
}
