using System.Text.Json;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Api;

/// <summary>Lists: newest first, or from a cursor on oldest first, with the cursor to go on from.</summary>
internal static class ApiPage
{
    /// <summary>
    /// Writes the chosen records. Without a cursor these are the newest, newest first, for people, who go on to older ones with
    /// <c>before</c>; with one they are those behind it, oldest first, for programs that must not miss any.
    /// </summary>
    public static Task WriteAsync<T>(ApiCall call, CaptureView<T> view, Func<T, bool> match, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (call.After() is not { } after)
        {
            return call.ProblemAsync(400, "after is a cursor of an earlier reply.");
        }

        if (call.Before() is not { } before)
        {
            return call.ProblemAsync(400, "before is the id of a record.");
        }

        var limit = call.Limit(100);
        var end = view.Mark();
        var found = view.Since(after).Where(match).ToList();
        var isForward = call.Query("after") is { Length: > 0 };
        var page = isForward ? found.Take(limit).ToList() : found.AsEnumerable().Reverse().SkipWhile(item => Sequence(item) >= before.Position).Take(limit).ToList();
        var cursor = isForward && found.Count > limit ? new(Sequence(page[^1])) : end;
        return call.JsonAsync((page, found.Count, cursor, write), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", state.Count);
            writer.WriteString("cursor", state.cursor.ToString());
            writer.WriteStartArray("items");
            foreach (var item in state.page)
            {
                state.write(writer, item);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static long Sequence<T>(T item)
        where T : class => ((ICaptured)(object)item).Sequence;
}
