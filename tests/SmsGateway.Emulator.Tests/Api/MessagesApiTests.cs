using System.Net;
using System.Text.Json;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Api;

/// <summary>The HTTP mirror of the test kit.</summary>
public sealed class MessagesApiTests : IAsyncLifetime
{
    private SmsEmulator _emulator = null!;
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Emulators.StartAsync(options => options.MagicNumbers = false);
        _caller = new(_emulator);
    }

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("", "first second third")]
    [InlineData("to:+44", "first third")]
    [InlineData("to:+4477009001", "first")]
    [InlineData("gateway:smsclub", "second")]
    [InlineData("gateway:sms-club", "second")]
    [InlineData("-gateway:smsclub", "first third")]
    [InlineData("text:SEC", "second")]
    [InlineData("third", "third")]
    [InlineData("\"ref three\"", "third")]
    [InlineData("ref:\"ref three\"", "third")]
    [InlineData("segments:>1", "third")]
    [InlineData("segments:<=1", "first second")]
    [InlineData("segments:x", "")]
    [InlineData("status:failed", "second")]
    [InlineData("status:queued", "first third")]
    [InlineData("has:unicode", "third")]
    [InlineData("has:code", "first")]
    [InlineData("has:reply", "second")]
    [InlineData("has:fault", "")]
    [InlineData("inbox:default from:Alpha", "second")]
    public async Task Search_Prefixes_Choose(string query, string found)
    {
        await SendAsync(Gateway.SmsApi, "447700900100", "first code 123456");
        await SendAsync(Gateway.SmsClub, "380000000100", "second");
        await SendAsync(Gateway.KeyRef, "447700900200", "third " + new string('ż', 70), "ref three");
        await _emulator.Default.ReportAsync(_emulator.Default.Messages[1], DeliveryState.Expired, cancellationToken: Caller.Token);
        await _emulator.Default.ReplyAsync("380000000100", "yes", cancellationToken: Caller.Token);

        var items = await ListAsync("q=" + Uri.EscapeDataString(query) + "&after=0");

        Assert.Equal(found, string.Join(' ', items.Select(item => item.GetProperty("text").GetString()!.Split(' ')[0])));
    }

    [Fact]
    public async Task List_WithoutCursor_NewestFirst_WithOne_OldestFirst()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(Gateway.KeyRef, "447700900100", $"{i}", $"r{i}");
        }

        Assert.Equal(["4", "3"], (await ListAsync("limit=2")).Select(item => item.GetProperty("text").GetString()!));
        using var page = JsonDocument.Parse(await _caller.TextAsync(_caller.Get("api/v1/messages?after=1&limit=2")));
        Assert.Equal(["1", "2"], page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString()!));
        Assert.Equal(("3", 4), (page.RootElement.GetProperty("cursor").GetString(), page.RootElement.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task One_Delete_DeleteBySearch_DeleteAll()
    {
        await SendAsync(Gateway.SmsApi, "447700900100", "a");
        await SendAsync(Gateway.SmsApi, "447700900101", "b");
        await SendAsync(Gateway.SmsApi, "447700900102", "c");

        Assert.Equal("a", await PropertyAsync("api/v1/messages/1", "text"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, "api/v1/messages/99"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, "api/v1/messages/..%2f..%2fetc"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Delete, "api/v1/messages/1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Delete, "api/v1/messages?q=text:b"));
        Assert.Equal(["c"], _emulator.Messages.Select(message => message.Text));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Delete, "api/v1/messages"));
        Assert.Empty(_emulator.Messages);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(HttpMethod.Put, "api/v1/messages"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Get, "api/v1/messages?after=x"));
    }

    [Fact]
    public async Task Wait_ThereOrComing_IsFound()
    {
        await SendAsync(Gateway.SmsApi, "447700900100", "old");
        Assert.Equal("old", await PropertyAsync("api/v1/wait?q=text:old", "text"));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Get, "api/v1/wait?after=1&timeout=20ms"));
        var waiting = PropertyAsync("api/v1/wait?after=1&timeout=5s", "text");
        await SendAsync(Gateway.SmsApi, "447700900100", "new");
        Assert.Equal("new", await waiting);
    }

    [Fact]
    public async Task Code_NewestOrComing_IsGiven()
    {
        await SendAsync(Gateway.SmsApi, "447700900100", "code 1111");
        await SendAsync(Gateway.SmsApi, "447700900100", "code 2222");

        Assert.Equal("2222", await PropertyAsync("api/v1/code?to=447700900100", "code"));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Get, "api/v1/code?to=447700900100&after=2"));
        var waiting = PropertyAsync("api/v1/code?to=%2B447700900100&after=2&timeout=5s", "code");
        await SendAsync(Gateway.SmsApi, "447700900100", "code 3333");
        Assert.Equal("3333", await waiting);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Get, "api/v1/code"));
    }

    [Fact]
    public async Task ReportAndReply_ByHttp_ArePushed()
    {
        await using var receiver = await Receiver.StartAsync();
        await _caller.TextAsync(new HttpRequestMessage(HttpMethod.Put, new Uri(_emulator.Url, "api/v1/inboxes/default")) { Content = _caller.Json("", $$"""{"webhooks":{"SmsApi":"{{receiver.Url}}"},"balance":50}""").Content });
        await SendAsync(Gateway.SmsApi, "447700900100", "x");

        using var report = JsonDocument.Parse(await _caller.TextAsync(_caller.Json("api/v1/messages/1/report", """{"state":"expired","times":2}""")));
        Assert.True(report.RootElement.GetProperty("acknowledged").GetBoolean());
        Assert.Contains("EXPIRED", receiver.Pushes.First().Query, StringComparison.Ordinal);
        Assert.Equal(2, receiver.Pushes.Count);
        await _caller.TextAsync(_caller.Json("api/v1/replies", """{"from":"+447700900100","text":"STOP"}"""));
        Assert.Contains("sms_text=STOP", receiver.Pushes.Last().Body, StringComparison.Ordinal);
        Assert.Equal("Expired", await PropertyAsync("api/v1/messages/1", "state"));
        Assert.Contains("400", await _caller.TextAsync(_caller.Json("api/v1/messages/1/report", """{"state":"happy"}""")), StringComparison.Ordinal);
        Assert.Contains("400", await _caller.TextAsync(_caller.Json("api/v1/replies", """{"text":"x"}""")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_ByHttp_AreArmedShownAndTakenAway()
    {
        var put = new HttpRequestMessage(HttpMethod.Put, new Uri(_emulator.Url, "api/v1/faults"))
        {
            Content = _caller.Json("", """{"rules":[{"gateway":"smsApi","to":"+447700900100","steps":[{"fault":"Status","status":503,"text":"down","accept":true},{"fault":"GatewayError","text":"103","times":2}]},{"inbox":"default","operation":"Any","randomly":{"share":0,"seed":7,"faults":[{"fault":"Reset"}]}}]}""").Content,
        };
        using var armed = JsonDocument.Parse(await _caller.TextAsync(put));
        Assert.Equal(2, armed.RootElement.GetProperty("armed").GetInt32());

        using var down = await _caller.SendAsync(Gateway.SmsApi);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "down"), (down.StatusCode, await down.Content.ReadAsStringAsync(Caller.Token)));
        Assert.Single(_emulator.Messages);
        using var list = JsonDocument.Parse(await _caller.TextAsync(_caller.Get("api/v1/faults")));
        var rule = list.RootElement.GetProperty("rules")[0];
        Assert.Equal((1, 2), (rule.GetProperty("used").GetInt32(), rule.GetProperty("remaining").GetInt32()));
        var added = JsonDocument.Parse(await _caller.TextAsync(_caller.Json("api/v1/faults", """{"always":{"fault":"Hang","delayMs":5}}"""))).RootElement;
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, "api/v1/faults?id=" + Uri.EscapeDataString(added.GetProperty("id").GetString()!)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Delete, "api/v1/faults?id=none"));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, "api/v1/faults"));
        Assert.Empty(_emulator.Faults.Rules);
        Assert.Empty(_emulator.Default.Faults.Rules);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task Faults_ByText_LookAtTheDecodedMessage(Gateway gateway)
    {
        await _caller.TextAsync(_caller.Json("api/v1/faults", """{"text":"ŻÓŁĆ & co","always":{"fault":"Status","status":418}}"""));

        using var hit = await _caller.SendAsync(gateway, text: "za żółć & co");
        using var miss = await _caller.SendAsync(gateway, text: "other");

        Assert.Equal((418, 200), ((int)hit.StatusCode, (int)miss.StatusCode));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"steps":[{"fault":"Nonsense"}]}""")]
    [InlineData("""{"steps":[{"fault":"Redirect"}]}""")]
    [InlineData("""{"steps":[{"fault":"Status","status":9999}]}""")]
    [InlineData("""{"steps":[{"fault":"Hang","times":0}]}""")]
    [InlineData("""{"inbox":"nobody","always":{"fault":"Hang"}}""")]
    [InlineData("""{"randomly":{"share":2,"seed":1,"faults":[{"fault":"Hang"}]}}""")]
    [InlineData("""[]""")]
    public async Task Faults_Wrong_AreRefusedAndArmNothing(string body)
    {
        using var response = await _caller.SendAsync(_caller.Json("api/v1/faults", body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_emulator.Faults.Rules);
    }

    [Fact]
    public async Task Inboxes_OpenedByHttp_AreUsable()
    {
        using var opened = JsonDocument.Parse(await _caller.TextAsync(_caller.Json("api/v1/inboxes", """{"name":"checkout","balance":5}""")));
        var key = opened.RootElement.GetProperty("credentials").GetProperty("keyRefKey").GetString()!;

        await _caller.TextAsync(_caller.Form("api/sms/send_sms.php", ("key", key), ("mobile", "447700900100"), ("sender", "a"), ("msgtext", "x"), ("ref", "r")));

        Assert.Equal("x", (await ListAsync("q=inbox:checkout"))[0].GetProperty("text").GetString());
        using var again = await _caller.SendAsync(_caller.Json("api/v1/inboxes", """{"name":"Checkout"}"""));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("\"KeyRef\":4.95", await _caller.TextAsync(_caller.Get("api/v1/inboxes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchanges_Filtered_AndReset()
    {
        await SendAsync(Gateway.SmsApi, "447700900100", "x");
        await SendAsync(Gateway.KeyRef, "447700900100", "x");

        Assert.Contains("\"total\":1,", await _caller.TextAsync(_caller.Get("api/v1/exchanges?gateway=keyref")), StringComparison.Ordinal);
        Assert.Equal("/sms.do", await PropertyAsync("api/v1/exchanges/1", "path"));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Post, "api/v1/reset"));
        Assert.Empty(_emulator.Exchanges);
        Assert.Equal("0", await PropertyAsync("api/v1/summary", "messages"));
    }

    [Fact]
    public async Task Page_IsServedUnderAStrictPolicy()
    {
        using var response = await _caller.SendAsync(_caller.Get(""));

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("default-src 'none'; script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, "ui/..%2fopenapi.json"));
    }

    private async Task SendAsync(Gateway gateway, string to, string text, string? reference = null)
    {
        using var response = await _caller.SendAsync(gateway, to, text, reference);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<List<JsonElement>> ListAsync(string query)
    {
        var json = JsonDocument.Parse(await _caller.TextAsync(_caller.Get("api/v1/messages?" + query)));
        return [.. json.RootElement.GetProperty("items").EnumerateArray()];
    }

    private async Task<string> PropertyAsync(string path, string name)
    {
        using var json = JsonDocument.Parse(await _caller.TextAsync(_caller.Get(path)));
        return json.RootElement.GetProperty(name).ToString();
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path)
    {
        using var response = await _caller.SendAsync(new HttpRequestMessage(method, new Uri(_emulator.Url, path)));
        return response.StatusCode;
    }
}
