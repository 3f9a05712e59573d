using System.Globalization;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Api;

/// <summary>Messages: list, search, one, wait, code, delete.</summary>
internal static class MessagesApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/messages", ListAsync),
        new("DELETE", "/api/v1/messages", DeleteAsync),
        new("GET", "/api/v1/messages/{id}", OneAsync),
        new("DELETE", "/api/v1/messages/{id}", DeleteOneAsync),
        new("GET", "/api/v1/wait", WaitAsync),
        new("GET", "/api/v1/code", CodeAsync),
    ];

    public static CapturedMessages All(ApiCall call) => new(new StoreView<CapturedMessage>(call.Core.Messages, log: null));

    public static CapturedMessage? Find(ApiCall call, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
            ? All(call).Since(new(sequence - 1)).FirstOrDefault(message => message.Sequence == sequence)
            : null;

    public static Func<CapturedMessage, bool> Search(ApiCall call, string? query)
    {
        var answered = new Lazy<HashSet<long>>(() => [.. call.Core.Replies.Since(log: null, default).Select(reply => reply.InReplyTo ?? 0)]);
        return MessageQuery.Parse(query, message => answered.Value.Contains(message.Sequence));
    }

    private static Task ListAsync(ApiCall call) => ApiPage.WriteAsync(call, All(call), Search(call, call.Query("q")), MessageJson.Write);

    private static Task OneAsync(ApiCall call) => Find(call, call.Value) is { } message
        ? call.JsonAsync(message, MessageJson.Write)
        : call.ProblemAsync(404, "There is no such message.");

    private static Task DeleteAsync(ApiCall call) => RemoveAsync(call, Search(call, call.Query("q")));

    private static Task DeleteOneAsync(ApiCall call) => Find(call, call.Value) is { } message
        ? RemoveAsync(call, each => ReferenceEquals(each, message))
        : call.ProblemAsync(404, "There is no such message.");

    private static async Task WaitAsync(ApiCall call)
    {
        if (call.After() is not { } after)
        {
            await call.ProblemAsync(400, "after is a cursor of an earlier reply.").ConfigureAwait(false);
            return;
        }

        var found = await All(call).FindAsync(Search(call, call.Query("q")), call.Timeout(TimeSpan.FromSeconds(30)), after, call.Aborted).ConfigureAwait(false);
        await (found is null ? call.EmptyAsync() : call.JsonAsync(found, MessageJson.Write)).ConfigureAwait(false);
    }

    /// <summary>The newest code behind the cursor; with a time, the first that comes.</summary>
    private static async Task CodeAsync(ApiCall call)
    {
        if (call.After() is not { } after || call.Query("to") is not { Length: > 0 } to)
        {
            await call.ProblemAsync(400, "A number (to) is needed; after is a cursor of an earlier reply.").ConfigureAwait(false);
            return;
        }

        var digits = Text.PhoneDigits.Of(to);
        bool Holds(CapturedMessage message) => Text.PhoneDigits.Of(message.To) == digits && OneTimeCode.Find(message.Text) is not null;
        var all = All(call);
        var found = all.Since(after).LastOrDefault(Holds)
            ?? await all.FindAsync(Holds, call.Timeout(TimeSpan.Zero), after, call.Aborted).ConfigureAwait(false);
        await (found is null ? call.EmptyAsync() : call.JsonAsync(found, static (writer, message) =>
        {
            writer.WriteStartObject();
            writer.WriteString("code", OneTimeCode.Find(message.Text));
            writer.WriteString("message", MessageJson.Id(message.Sequence));
            writer.WriteString("cursor", MessageJson.Id(message.Sequence));
            writer.WriteEndObject();
        })).ConfigureAwait(false);
    }

    private static Task RemoveAsync(ApiCall call, Func<CapturedMessage, bool> match)
    {
        var removed = call.Core.Messages.Remove(log: null, match);
        call.Core.Feed.Publish(EventKind.Cleared);
        return call.JsonAsync(removed, static (writer, removed) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("removed", removed);
            writer.WriteEndObject();
        });
    }
}
