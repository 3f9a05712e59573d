using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SmsGateway.Testing;

namespace SixthGateway.Tests;

/// <summary>Postbox itself, as its documentation tells it. Keeps what it accepted, so that a second SMS shows.</summary>
public sealed class PostboxServer : IAsyncDisposable
{
    public const string Key = "pb_7Kq2vXw9Zr4t";
    private readonly ReplyServer _server;

    public PostboxServer() => _server = new ReplyServer(AnswerAsync);

    public Uri Address => new(_server.Address, "v1/");

    public IReadOnlyList<ReceivedRequest> Requests => _server.Requests;

    public ConcurrentQueue<PostboxMessage> Accepted { get; } = [];

    /// <summary>Codes for single numbers.</summary>
    public ConcurrentDictionary<string, int> Refusals { get; } = [];

    /// <summary>What the next requests get in place of an answer; what they ask for is done all the same.</summary>
    public ConcurrentQueue<ServerReply> Mishaps { get; } = [];

    /// <summary>Codes with which the next requests are refused.</summary>
    public ConcurrentQueue<string> Codes { get; } = [];

    public Task<ServerReply> AnswerAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        var form = QueryHelpers.ParseQuery(request.Text).ToDictionary(field => field.Key, field => field.Value.ToString());
        var code = request.Headers.GetValueOrDefault("Authorization") != $"Bearer {Key}" ? "10" : Codes.TryDequeue(out var next) ? next : null;
        var answer = code is not null ? ServerReply.Of($$"""{"code":{{code}},"error":"see section 4"}""")
            : (request.Method, request.Target.Split('/')[^1]) switch
            {
                ("POST", "messages") => Take(form),
                ("POST", "status") => Done(form["ids"].Split(',').Select(Find)),
                ("POST", "blocked") => Block(form["number"]),
                ("GET", "account") => ServerReply.Of("""{"code":0,"credit":"12.50","currency":"EUR"}"""),
                _ => ServerReply.Of("", 404),
            };
        return Task.FromResult(Mishaps.TryDequeue(out var mishap) ? mishap : answer);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ServerReply Take(Dictionary<string, string> form) => Done(form["to"].Split(',').Select(to =>
    {
        if (Refusals.TryGetValue(to, out var code))
        {
            return new JsonObject { ["to"] = to, ["code"] = code };
        }

        var message = new PostboxMessage(Guid.NewGuid().ToString("n"), to, form["text"], form.GetValueOrDefault("from"));
        Accepted.Enqueue(message);
        return new JsonObject { ["to"] = to, ["code"] = 0, ["id"] = message.Id };
    }));

    private JsonObject Find(string id) => new() { ["id"] = id, ["status"] = Accepted.Any(message => message.Id == id) ? "sent" : "gone" };

    private ServerReply Block(string number)
    {
        Refusals[number] = 22;
        return ServerReply.Of("""{"code":0}""");
    }

    private static ServerReply Done(IEnumerable<JsonNode> entries) =>
        ServerReply.Of(new JsonObject { ["code"] = 0, ["messages"] = new JsonArray([.. entries]) }.ToJsonString());
}

/// <summary>A message that Postbox accepted.</summary>
public sealed record PostboxMessage(string Id, string To, string Text, string? From);
