using System.Text;
using SmsGateway.Emulator.Api;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Api;

/// <summary>The page as it is served: small, under a strict policy, and without a way to make markup of text.</summary>
public sealed class PageTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const int Budget = 60 * 1024;

    private static readonly string[] Files = ["index.html", "inbox.css", "inbox.js"];

    [Fact]
    public void Page_WithStyleAndScript_KeepsItsBudget() =>
        Assert.InRange(Files.Sum(file => PageApi.Read(file)!.Length), 1, Budget);

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("DOMParser")]
    [InlineData("eval(")]
    [InlineData("new Function")]
    [InlineData("import ")]
    [InlineData("http://w")]
    [InlineData("https://")]
    public void Script_HasNoWayToMakeMarkupOrToCallElsewhere(string word) =>
        Assert.DoesNotContain(word, Encoding.UTF8.GetString(PageApi.Read("inbox.js")!), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("ui/inbox.css", "text/css; charset=utf-8")]
    [InlineData("ui/inbox.js", "text/javascript; charset=utf-8")]
    public async Task File_IsServed_UnderTheStrictPolicy(string path, string type)
    {
        using var caller = fixture.Open();
        using var response = await caller.SendAsync(caller.Get(path));

        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", string.Join(' ', response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("ui/../openapi.json")]
    [InlineData("ui/..%2fopenapi.json")]
    [InlineData("ui/%2e%2e/inbox.js")]
    [InlineData("ui/nothing.js")]
    public async Task OtherFiles_AreNotThere(string path)
    {
        using var caller = fixture.Open();
        using var response = await caller.SendAsync(caller.Get(path));

        Assert.True((int)response.StatusCode == 404 || response.Content.Headers.ContentType?.MediaType == "application/json", path);
    }

    [Fact]
    public async Task FaultKinds_AreAllOfThem_AndEachIsArmedAsItIsOffered()
    {
        using var caller = fixture.Open();
        using var kinds = System.Text.Json.JsonDocument.Parse(await caller.TextAsync(caller.Get("api/v1/faults/kinds")));
        var items = kinds.RootElement.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(Enum.GetNames<WireKind>(), items.Select(item => item.GetProperty("fault").GetString()!));
        Assert.Equal(items.Count, items.Select(item => item.GetProperty("does").GetString()).Distinct().Count());
        foreach (var item in items)
        {
            var fields = item.GetProperty("fields").EnumerateObject().Select(field => $",\"{field.Name}\":{field.Value.GetRawText()}");
            using var response = await caller.SendAsync(caller.Json("api/v1/faults", $$"""{"gateway":"KeyRef","always":{"fault":"{{item.GetProperty("fault").GetString()}}"{{string.Concat(fields)}}},"inbox":"{{caller.Inbox.Name}}"}"""));
            Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        }
    }
}
