using System.Text.Json;
using SmsGateway.Emulator.Api;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Api;

/// <summary>The checked-in OpenAPI document against the code.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(PageApi.Read("openapi.json")).RootElement;

    [Fact]
    public void Paths_AreTheRoutes()
    {
        var documented = Document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => method.Name.ToUpperInvariant() + " " + path.Name));

        Assert.Equal(ApiHost.Routes.Select(route => route.Method + " " + route.Template).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_AllResolve()
    {
        var schemas = Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => "#/components/schemas/" + schema.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(References(Document), reference => Assert.Contains(reference, schemas));
    }

    [Fact]
    public void OperationIds_AreUnique()
    {
        var ids = Document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value.GetProperty("operationId").GetString()).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("Gateway", typeof(Gateway))]
    [InlineData("Operation", typeof(Operation))]
    [InlineData("DeliveryState", typeof(DeliveryState))]
    [InlineData("WireKind", typeof(WireKind))]
    [InlineData("WebhookTamper", typeof(WebhookTamper))]
    public void Enumerations_AreThoseOfTheCode(string schema, Type type) => Assert.Equal(
        Enum.GetNames(type),
        Document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("enum").EnumerateArray().Select(name => name.GetString()!));

    [Fact]
    public async Task Replies_HaveTheMembersOfTheirSchemas()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator);
        caller.Inbox.WebhookTargets[Gateway.SmsApi] = receiver.Url;
        emulator.Faults.On(Gateway.KeyRef).Next(Fault.Hang()).Every(2, Fault.Reset());
        using var sent = await caller.SendAsync(Gateway.SmsApi, text: "code 123456");
        await caller.TextAsync(caller.Json("api/v1/messages/1/report", "{}"));
        await caller.TextAsync(caller.Json("api/v1/replies", """{"from":"447700900100","text":"STOP"}"""));
        foreach (var (path, schema) in new[]
        {
            ("api/v1/messages", "MessagePage"), ("api/v1/messages/1", "Message"), ("api/v1/wait", "Message"), ("api/v1/code?to=447700900100", "Code"),
            ("api/v1/exchanges", "ExchangePage"), ("api/v1/exchanges/1", "Exchange"), ("api/v1/webhooks", "WebhookPage"), ("api/v1/replies", "ReplyPage"),
            ("api/v1/faults", "Faults"), ("api/v1/faults/kinds", "FaultKinds"), ("api/v1/messages/1/conversation", "Conversation"), ("api/v1/messages/1/segments", "Segments"), ("api/v1/snippets?gateway=KeyRef", "Snippets"), ("api/v1/exchanges/1/test", "ExportedTest"), ("api/v1/inboxes", "InboxList"), ("api/v1/changes", "Changes"), ("api/v1/summary", "Summary"), ("livez", "Health"),
            ("api/v1/nothing", "Problem"),
        })
        {
            using var json = JsonDocument.Parse(await caller.TextAsync(caller.Get(path)));
            CheckNamed(json.RootElement, "#/components/schemas/" + schema, path);
        }
    }

    private static void CheckNamed(JsonElement value, string reference, string where) =>
        Check(value, Document.GetProperty("components").GetProperty("schemas").GetProperty(reference["#/components/schemas/".Length..]), where);

    private static void Check(JsonElement value, JsonElement schema, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            CheckNamed(value, reference.GetString()!, where);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            Assert.All(value.EnumerateArray(), item => Check(item, items, where + "[]"));
        }
        else if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            var expected = properties.EnumerateObject().Select(property => property.Name).ToList();
            Assert.Equal(expected, value.EnumerateObject().Select(member => member.Name));
            Assert.All(value.EnumerateObject(), member => Check(member.Value, properties.GetProperty(member.Name), where + "." + member.Name));
        }
        else if (schema.TryGetProperty("enum", out var words))
        {
            Assert.Contains(value.GetString(), words.EnumerateArray().Select(word => word.GetString()));
        }
        else if (schema.TryGetProperty("type", out var type))
        {
            var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()!).ToList() : [type.GetString()!];
            Assert.True(types.Exists(each => Fits(value.ValueKind, each)), $"{where} is {value.ValueKind}, not {string.Join(" or ", types)}.");
        }
    }

    private static bool Fits(JsonValueKind kind, string type) => (kind, type) switch
    {
        (JsonValueKind.String, "string") or (JsonValueKind.Number, "number" or "integer") or (JsonValueKind.True or JsonValueKind.False, "boolean")
            or (JsonValueKind.Null, "null") or (JsonValueKind.Object, "object") or (JsonValueKind.Array, "array") => true,
        _ => false,
    };

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
