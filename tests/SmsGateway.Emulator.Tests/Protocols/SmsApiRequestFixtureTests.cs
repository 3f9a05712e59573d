using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>The requests of other people's clients: every encoding, list form, flag and date that SMSAPI takes.</summary>
public sealed class SmsApiRequestFixtureTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string Polish = "zażółć & 100%+";

    [Theory]
    [InlineData("request-send-form.txt", "hello world", "+447700900001")]
    [InlineData("request-send-get.txt", "hello world", "+447700900001")]
    [InlineData("request-send-multipart.txt", Polish, "+447700900001")]
    [InlineData("request-send-api-prefix.txt", "hello world", "+447700900001")]
    [InlineData("request-send-query-and-json.txt", Polish, "+447700900001")]
    [InlineData("request-send-culture-date.txt", "x", "+447700900001")]
    [InlineData("request-send-json.txt", Polish, "+447700900001", "+447700900002")]
    [InlineData("request-send-python-booleans.txt", "hello", "+447700900001", "+447700900002")]
    public async Task Send_EachEncoding_IsUnderstood(string file, string text, params string[] numbers)
    {
        using var caller = fixture.Open();

        var reply = await ReplayAsync(caller, file);

        Assert.Equal(string.Join(" ", numbers), string.Join(" ", caller.Inbox.Messages.Select(message => message.To)));
        Assert.All(caller.Inbox.Messages, message => Assert.Equal(text, message.Text));
        Assert.Contains("\"status\":\"QUEUE\"", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_PhpArrays_GiveEachRecipientItsOwn()
    {
        using var caller = fixture.Open();

        await ReplayAsync(caller, "request-send-php-arrays.txt");

        Assert.Equal([("a1", "hello x"), ("b2", "hello y")], caller.Inbox.Messages.Select(message => (message.Reference, message.Text)));
        Assert.All(caller.Inbox.Messages, message => Assert.True(message.IsTest));
    }

    [Fact]
    public async Task Send_JsonWithFlags_IsScheduledTest()
    {
        using var caller = fixture.Open();

        await ReplayAsync(caller, "request-send-json.txt");

        var message = caller.Inbox.Messages[0];
        Assert.True(message.IsTest);
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), message.ScheduledAt);
        Assert.Equal("a1", message.Reference);
        Assert.Equal("Test", message.From);
    }

    [Fact]
    public async Task Send_JsonNumberAsIdx_IsText()
    {
        using var caller = fixture.Open();

        var reply = await ReplayAsync(caller, "request-send-query-and-json.txt");

        Assert.Contains("\"idx\":\"123\"", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CultureDate_WithoutCheck_LeavesAtOnce()
    {
        using var caller = fixture.Open();

        await ReplayAsync(caller, "request-send-culture-date.txt");

        Assert.Null(Assert.Single(caller.Inbox.Messages).ScheduledAt);
    }

    [Theory]
    [InlineData("request-balance-get.txt", "\"proCount\":")]
    [InlineData("request-senders-list-true.txt", "[{\"sender\":\"Test\",\"status\":\"ACTIVE\",\"default\":true}")]
    [InlineData("request-hlr-json.txt", "{\"status\":\"OK\",\"number\":\"447700900001\",\"id\":\"")]
    [InlineData("request-hlr-query-empty-body.txt", "[{\"status\":\"OK\",\"number\":\"447700900001\"")]
    [InlineData("request-delete-comma.txt", "{\"error\":301,\"message\":\"Not exists ID message\"}")]
    [InlineData("request-delete-json.txt", "{\"error\":301,")]
    [InlineData("request-delete-repeated-key.txt", "{\"error\":301,")]
    [InlineData("request-status-get.txt", "{\"error\":400,")]
    [InlineData("request-status-post.txt", "{\"error\":400,")]
    [InlineData("request-user-put.txt", "{\"error\":1032,")]
    public async Task OtherOperations_EachForm_AreUnderstood(string file, string start)
    {
        using var caller = fixture.Open();

        var reply = await ReplayAsync(caller, file);

        Assert.Contains(start, reply, StringComparison.Ordinal);
    }

    private static Task<string> ReplayAsync(Caller caller, string file) => caller.TextAsync(
        RequestFixture.Read(caller.Emulator.Url, Path.Combine("smsapi", file)).With(Caller.Bearer(caller.Inbox.Credentials.SmsApiAccessToken)));
}
