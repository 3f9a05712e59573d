using System.Text;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>SMSAPI sends: what is accepted, skipped, merged, refused, and what it costs.</summary>
public sealed class SmsApiSendTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string To = "447700900101";

    public static TheoryData<int, string> Refusals => new()
    {
        { 11, "to=447700900101&message=" },
        { 11, "to=447700900101&message=zażółć&nounicode=1" },
        { 11, "to=447700900101&message=" + new string('x', 1_600) },
        { 12, "to=447700900101&message=" + new string('x', 161) + "&single=1" },
        { 12, "to=447700900101&message=" + new string('x', 400) + "&max_parts=2" },
        { 13, "message=x" },
        { 13, "to=12,48221234567&message=x" },
        { 14, "to=447700900101&message=x&from=this name is too long" },
        { 14, "to=447700900101&message=x&from=Ż" },
        { 17, "to=447700900101&message=zażółć&flash=1" },
        { 18, "to=447700900101,447700900102&message=[%1%]&param1=a" },
        { 19, "to=" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"4477009{i:D5}")) + "&message=[%1%]&param1=" + string.Join('|', Enumerable.Repeat("a", 101)) },
        { 20, "to=447700900101,447700900102&message=x&idx=a" },
        { 25, "to=447700900101&message=616263&datacoding=bin&udh=0605&normalize=1" },
        { 27, "to=447700900101&message=x&idx=" + new string('i', 256) },
        { 28, "to=447700900101&message=x&time_restriction=never" },
        { 30, "to=447700900101&message=616263&datacoding=bin&udh=xyz" },
        { 40, "group=nobody&message=x" },
        { 41, "group=empty&message=x" },
        { 50, "to=447700900101&message=x&date=1956528000" },
        { 54, "to=447700900101&message=x&date=2030-01-02T03.04.05Z&date_validate=1" },
        { 56, "to=447700900101&message=x&expiration_date=1893456060" },
        { 70, "to=447700900101&message=x&notify_url=nonsense" },
        { 93, "group=friends&message=x&param1=a" },
        { 104, "to=447700900101&template=nothing" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Send_BadInput_IsRefusedWithItsCode(int code, string query)
    {
        using var caller = Open();
        var fields = query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1])).ToArray();

        var reply = await caller.RunAsync("sms.do", fields);

        Assert.Equal(code, reply.Error());
        Assert.NotEmpty(reply.GetProperty("message").GetString()!);
        Assert.Empty(caller.Inbox.Messages);
    }

    [Fact]
    public async Task Bulk_BadAndDoubleNumbers_AreSkippedAndMerged()
    {
        using var caller = Open();

        var reply = await caller.RunAsync("sms.do", ("to", "+44 7700 900101,12,447700900101,447700900102"), ("message", "x"), ("idx", "a|b|c|d"));

        Assert.Equal(2, reply.GetProperty("count").GetInt32());
        Assert.Equal([("+44 7700 900101", To, "a"), ("447700900102", "447700900102", "d")], reply.Items().Select(item =>
            (item.GetProperty("submitted_number").GetString()!, item.GetProperty("number").GetString()!, item.GetProperty("idx").GetString()!)));
        var both = await caller.RunAsync("sms.do", ("to", "447700900101,447700900101"), ("message", "x"), ("allow_duplicates", "1"));
        Assert.Equal(2, both.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Invalid_BlockedNumbers_SayWhy()
    {
        using var caller = Open();
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { OptedOut = [To], Blacklist = ["447700900102"] };

        var reply = await caller.RunAsync("sms.do", ("to", "447700900101,447700900102,1"), ("message", "x"));

        Assert.Equal(13, reply.Error());
        Assert.Equal([59, 57, 0], reply.GetProperty("invalid_numbers").EnumerateArray().Select(item => item.TryGetProperty("error_code", out var code) ? code.GetInt32() : 0));
    }

    [Fact]
    public async Task Price_PartsFastAndTest_AreCharged()
    {
        using var caller = Open();
        caller.Inbox.SetBalance(Gateway.SmsApi, 10m);

        await caller.RunAsync("sms.do", ("to", To), ("message", new string('x', 161)));
        Assert.Equal(10m - (2 * 0.165m), caller.Inbox.GetBalance(Gateway.SmsApi));
        await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("fast", "1"));
        Assert.Equal(10m - (2 * 0.165m) - (1.5m * 0.165m), caller.Inbox.GetBalance(Gateway.SmsApi));
        var test = await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("test", "1"));
        Assert.Equal(0.165m, test.Items()[0].GetProperty("points").GetDecimal());
        Assert.Equal(10m - (3.5m * 0.165m), caller.Inbox.GetBalance(Gateway.SmsApi));
        Assert.Equal(2, caller.Inbox.Ledger.Total);

        caller.Inbox.SetBalance(Gateway.SmsApi, 0.2m);
        var refused = await caller.RunAsync("sms.do", ("to", "447700900101,447700900102"), ("message", "x"));
        Assert.Equal(103, refused.Error());
        Assert.Equal(0.2m, caller.Inbox.GetBalance(Gateway.SmsApi));
    }

    [Fact]
    public async Task Text_TagsCharsetsAndNormalisation_AreAppliedPerRecipient()
    {
        using var caller = Open();
        var token = Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken);

        await caller.RunAsync("sms.do", ("to", "447700900101,447700900102"), ("message", "Hi [%1%], no [%2%]"), ("param1", "Ann|Bob"), ("param2", "1|2"));
        await caller.RunAsync("sms.do", ("to", To), ("template", "Notify"), ("param1", "Eve"));
        await caller.RunAsync("sms.do", ("group", "friends"), ("message", "Dear [%contact.name%]"));
        await caller.RunAsync("sms.do", ("to", To), ("message", "Zażółć gęślą jaźń ü"), ("normalize", "1"));
        await caller.RunAsync("sms.do", ("to", To), ("message", "See [%goto:example.com%]"));
        await caller.TextAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Emulator.Url, "sms.do"))
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes($"to={To}&encoding=ISO-8859-2&message=za%BF%F3%B3%E6")),
        }.With(token));
        await caller.RunAsync("sms.do", ("to", To), ("message", "616263"), ("datacoding", "bin"), ("udh", "0605040b8423f0"));

        var texts = caller.Inbox.Messages.Select(message => message.Text).ToList();
        Assert.Equal(["Hi Ann, no 1", "Hi Bob, no 2", "Hello Eve", "Dear Ola", "Dear ", "Zazolc gesla jazn ü"], texts.Take(6));
        Assert.Matches("^See http://cut.li/[0-9A-F]+$", texts[6]);
        Assert.Equal("zażółć", texts[7]);
        Assert.Equal(MessageEncoding.Binary, caller.Inbox.Messages[8].Encoding);
    }

    [Fact]
    public async Task Idx_UsedWithinADay_IsRefusedOrSkipped()
    {
        using var caller = Open();
        Task<System.Text.Json.JsonElement> SendAsync(string to, string idx) => caller.RunAsync("sms.do", ("to", to), ("message", "x"), ("idx", idx), ("check_idx", "1"));

        Assert.Null((await SendAsync(To, "one")).Error());
        Assert.Equal(53, (await SendAsync(To, "one")).Error());
        Assert.Equal(53, (await SendAsync("447700900102,447700900103", "one|two")).Error());
        Assert.Null((await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("idx", "one"))).Error());

        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { RepeatedIdxSkipsRecipient = true };
        var skipped = await SendAsync("447700900102,447700900103", "one|two");
        Assert.Equal("447700900103", Assert.Single(skipped.Items()).GetProperty("number").GetString());

        fixture.Clock.Advance(TimeSpan.FromHours(24.1));
        Assert.Null((await SendAsync(To, "one")).Error());
    }

    [Fact]
    public async Task Idx_AcceptedThenLost_IsKnown_DroppedThenLost_IsNot()
    {
        using var caller = Open();
        caller.Inbox.Faults.On().Next(Fault.CloseFin().AndAccept()).Then(Fault.CloseFin().AndIgnore());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.SmsApi, reference: "kept"));
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(Gateway.SmsApi, reference: "dropped"));

        Assert.Contains("\"error\":53", await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, To, "x", "kept")), StringComparison.Ordinal);
        Assert.Contains("QUEUE", await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, To, "x", "dropped")), StringComparison.Ordinal);
        Assert.Equal(1, caller.Inbox.Ledger.Count("kept"));
        Assert.Equal(1, caller.Inbox.Ledger.Count("dropped"));
        Assert.Empty(caller.Inbox.Ledger.Duplicates());
    }

    [Fact]
    public async Task Idx_MemoryPerHost_IsNotShared()
    {
        using var caller = Open();
        var request = caller.SendRequest(Gateway.SmsApi, To, "x", "shared");
        request.Headers.Host = "api2.smsapi.example";

        await caller.TextAsync(caller.SendRequest(Gateway.SmsApi, To, "x", "shared"));
        Assert.Contains("QUEUE", await caller.TextAsync(request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneNumber_ElevenTimesInAMinute_IsTooOften()
    {
        using var caller = Open();
        for (var i = 0; i < 10; i++)
        {
            Assert.Null((await caller.RunAsync("sms.do", ("to", "447700900777"), ("message", "x"))).Error());
        }

        Assert.Equal(52, (await caller.RunAsync("sms.do", ("to", "447700900777"), ("message", "x"))).Error());
        Assert.Equal(1, (await caller.RunAsync("sms.do", ("to", "447700900777,447700900778"), ("message", "x"))).GetProperty("count").GetInt32());
        fixture.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Null((await caller.RunAsync("sms.do", ("to", "447700900777"), ("message", "x"))).Error());
    }

    [Fact]
    public async Task SendingHours_OutsideThem_DecideByRestriction()
    {
        using var caller = Open();
        var hour = fixture.Clock.GetUtcNow().Hour;
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with { SendingHours = (new(((hour + 2) % 24), 0), new((hour + 3) % 24, 0)) };

        Assert.Equal(74, (await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("time_restriction", "FOLLOW"))).Error());
        Assert.Null((await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("time_restriction", "ignore"))).Error());
        Assert.Null((await caller.RunAsync("sms.do", ("to", To), ("message", "x"), ("time_restriction", "nearest_available"))).Error());
        Assert.True(caller.Inbox.Messages[^1].ScheduledAt > fixture.Clock.GetUtcNow());
    }

    [Fact]
    public async Task ManyRecipients_LimitsByMethod_AreKept()
    {
        using var caller = Open();
        var numbers = string.Join(',', Enumerable.Range(0, 201).Select(i => $"4477009{i:D5}"));
        var get = caller.Get($"sms.do?format=json&message=x&to={numbers}").With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken));

        Assert.Contains("\"error\":19", await caller.TextAsync(get), StringComparison.Ordinal);
        Assert.Equal(201, (await caller.RunAsync("sms.do", ("to", numbers), ("message", "x"))).GetProperty("count").GetInt32());
        var tooMany = string.Join(',', Enumerable.Range(0, 10_001).Select(i => $"447{i:D9}"));
        Assert.Equal(19, (await caller.RunAsync("sms.do", ("to", tooMany), ("message", "x"))).Error());
    }

    private Caller Open()
    {
        var caller = fixture.Open();
        caller.Inbox.SmsApi = caller.Inbox.SmsApi with
        {
            Templates = new Dictionary<string, string>(StringComparer.Ordinal) { ["Notify"] = "Hello [%1%]" },
            Groups = new Dictionary<string, IReadOnlyList<SmsApiContact>>(StringComparer.Ordinal)
            {
                ["friends"] =
                [
                    new("447700900111") { Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Ola" } },
                    new("447700900112"),
                ],
                ["empty"] = [],
            },
        };
        return caller;
    }
}
