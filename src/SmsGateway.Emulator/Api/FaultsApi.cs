using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>Fault rules of the emulator and of its inboxes.</summary>
internal static class FaultsApi
{
    private const string All = "*";

    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/faults", ListAsync),
        new("PUT", "/api/v1/faults", ReplaceAsync),
        new("POST", "/api/v1/faults", AddAsync),
        new("DELETE", "/api/v1/faults", DeleteAsync),
    ];

    /// <summary>How many rules still have something to say, in all scripts.</summary>
    public static int Armed(Hosting.EmulatorCore core) =>
        core.Inboxes.Select(inbox => inbox.Faults).Append(core.Faults).Sum(script => script.Rules.Count(rule => rule.IsArmed));

    private static Task ListAsync(ApiCall call) => call.JsonAsync(call, static (writer, call) => Write(writer, call));

    private static async Task ReplaceAsync(ApiCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        if (body?.Member("rules") is not { ValueKind: JsonValueKind.Array } rules)
        {
            throw new FormatException("The body is an object with an array of rules.");
        }

        // Reading on a script of nobody finds the mistakes before the old rules go.
        var trial = new FaultScript(changed: null);
        foreach (var rule in rules.EnumerateArray())
        {
            Script(call, rule);
            FaultJson.Arm(trial, rule);
        }

        Clear(call);
        foreach (var rule in rules.EnumerateArray())
        {
            FaultJson.Arm(Script(call, rule), rule);
        }

        await ListAsync(call).ConfigureAwait(false);
    }

    private static async Task AddAsync(ApiCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false) ?? throw new FormatException("The body is a rule.");
        var script = Script(call, body);
        var rule = FaultJson.Arm(script, body);
        var inbox = body.Text("inbox");
        await call.JsonAsync((rule, inbox), static (writer, state) => FaultJson.Write(writer, state.rule, Id(state.inbox, state.rule), state.inbox), 201).ConfigureAwait(false);
    }

    private static Task DeleteAsync(ApiCall call)
    {
        if (call.Query("id") is not { Length: > 0 } id)
        {
            Clear(call);
            return call.EmptyAsync();
        }

        foreach (var (inbox, rule) in Rules(call))
        {
            if (Id(inbox, rule) == id)
            {
                rule.Dispose();
                return call.EmptyAsync();
            }
        }

        return call.ProblemAsync(404, "There is no such rule.");
    }

    private static FaultScript Script(ApiCall call, JsonElement rule) => rule.Text("inbox") switch
    {
        null => call.Core.Faults,
        var name => call.Core.FindInbox(name)?.Faults ?? throw new FormatException($"There is no inbox {name}."),
    };

    private static void Clear(ApiCall call)
    {
        call.Core.Faults.Clear();
        foreach (var inbox in call.Core.Inboxes)
        {
            inbox.Faults.Clear();
        }
    }

    private static IEnumerable<(string? Inbox, FaultRule Rule)> Rules(ApiCall call) => call.Core.Faults.Rules.Select(rule => ((string?)null, rule))
        .Concat(call.Core.Inboxes.SelectMany(inbox => inbox.Faults.Rules.Select(rule => ((string?)inbox.Name, rule))));

    private static string Id(string? inbox, FaultRule rule) => (inbox ?? All) + ":" + MessageJson.Id(rule.Id);

    private static void Write(Utf8JsonWriter writer, ApiCall call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("armed", Armed(call.Core));
        writer.WriteStartArray("rules");
        foreach (var (inbox, rule) in Rules(call))
        {
            FaultJson.Write(writer, rule, Id(inbox, rule), inbox);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
