using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>Calls of SMSAPI's scripts with a bearer token and <c>format=json</c>.</summary>
internal static class SmsApiCaller
{
    public static HttpRequestMessage Script(this Caller caller, string script, params (string Name, string Value)[] fields) =>
        caller.Form(script, [("format", "json"), .. fields]).With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken));

    public static async Task<JsonElement> RunAsync(this Caller caller, string script, params (string Name, string Value)[] fields) =>
        JsonDocument.Parse(await caller.TextAsync(caller.Script(script, fields))).RootElement;

    public static Task<string> RunTextAsync(this Caller caller, string script, params (string Name, string Value)[] fields) =>
        caller.TextAsync(caller.Form(script, fields).With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));

    public static int? Error(this JsonElement reply) => reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty("error", out var error) ? error.GetInt32() : null;

    public static List<JsonElement> Items(this JsonElement reply) => [.. reply.GetProperty("list").EnumerateArray()];

    public static string Id(this JsonElement item) => item.GetProperty("id").GetString()!;
}
