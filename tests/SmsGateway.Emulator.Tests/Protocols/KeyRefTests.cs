using System.Net;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Protocols;

/// <summary>The key and reference gateway against its contract's checklist.</summary>
public sealed class KeyRefTests(ClockFixture fixture) : IClassFixture<ClockFixture>
{
    private const string Mobile = "447700900123";

    [Fact]
    public async Task Send_GetAndPost_AreTheSame()
    {
        using var caller = fixture.Open();
        var key = caller.Inbox.Credentials.KeyRefKey;
        var withContent = caller.Get($"api/sms/send_sms.php?key={key}&mobile={Mobile}&sender=InfoSMS&msgtext=Hello%20%C3%A5+%2B&ref=a1");
        withContent.Content = new ByteArrayContent([]);

        Assert.Equal("200", await caller.TextAsync(caller.Get($"api/sms/send_sms.php?key={key}&mobile={Mobile}&sender=InfoSMS&msgtext=Hello%20%C3%A5+%2B&ref=a0")));
        Assert.Equal("200", await caller.TextAsync(withContent));
        Assert.Equal("""{"status":true,"error":0}""", await SendAsync(caller, ("response", "json"), ("ref", "a2"), ("msgtext", "Hello å +")));

        Assert.Equal(["a0", "a1", "a2"], caller.Inbox.Messages.Select(message => message.Reference));
        Assert.All(caller.Inbox.Messages, message => Assert.Equal("Hello å +", message.Text));
    }

    [Theory]
    [InlineData("key", "400", "Missing Key Parameter")]
    [InlineData("mobile", "400", "Missing Mobile Parameter")]
    [InlineData("sender", "400", "Missing Sender Parameter")]
    [InlineData("msgtext", "400", "Missing Msgtext Parameter")]
    [InlineData("ref", "400", "Missing Ref Parameter")]
    public async Task MissingParameter_SaysWhich(string name, string number, string sentence)
    {
        using var caller = fixture.Open();

        Assert.Equal(number, await SendAsync(caller, (name, "")));
        Assert.Equal($$"""{"status":false,"error":"{{sentence}}"}""", await SendAsync(caller, (name, ""), ("response", "json")));
        Assert.Empty(caller.Inbox.Messages);
    }

    [Theory]
    [InlineData("key", "wrong", "407", "Inavlid API Key")]
    [InlineData("mobile", "447700900123,447700900124", "400", "Message not accepted")]
    [InlineData("mobile", "+447700900123", "400", "Message not accepted")]
    [InlineData("mobile", "12", "400", "Message not accepted")]
    public async Task Refused_ByNumberAndBySentence(string name, string value, string number, string sentence)
    {
        using var caller = fixture.Open();

        Assert.Equal(number, await SendAsync(caller, (name, value)));
        Assert.Equal($$"""{"status":false,"error":"{{sentence}}"}""", await SendAsync(caller, (name, value), ("response", "json")));
    }

    [Fact]
    public async Task AddressAndCredit_Refused()
    {
        using var caller = fixture.Open();

        caller.Inbox.KeyRef = new() { AddressAllowed = false };
        Assert.Equal("405", await SendAsync(caller));
        caller.Inbox.KeyRef = new();
        caller.Inbox.SetBalance(Gateway.KeyRef, 0.06m);
        Assert.Equal("200", await SendAsync(caller));
        Assert.Equal("406", await SendAsync(caller));
        Assert.Equal("""{"status":false,"error":"Not Enough Credit"}""", await SendAsync(caller, ("response", "json")));
    }

    [Theory]
    [InlineData(KeyRefNumber.Body, 200, "407")]
    [InlineData(KeyRefNumber.Status, 407, "")]
    [InlineData(KeyRefNumber.BodyAndStatus, 407, "407")]
    public async Task Number_StandsWhereTheSwitchSays(KeyRefNumber number, int status, string body)
    {
        using var caller = fixture.Open();
        caller.Inbox.KeyRef = new() { Number = number };
        caller.Inbox.Faults.On().Next(Fault.Unauthorized());

        using var response = await caller.SendAsync(caller.Form("api/sms/send_sms.php", ("key", caller.Inbox.Credentials.KeyRefKey)));

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Caller.Token)));
    }

    [Theory]
    [InlineData(KeyRefJson.TextValues, """{"status":"true","error":"0"}""", """{"status":"false","error":"400"}""")]
    [InlineData(KeyRefJson.CodeAsNumber, """{"status":true,"error":0}""", """{"status":false,"error":400}""")]
    [InlineData(KeyRefJson.CodeAsText, """{"status":true,"error":0}""", """{"status":false,"error":"400"}""")]
    public async Task Json_FormsOfError_AreSwitchable(KeyRefJson json, string accepted, string refused)
    {
        using var caller = fixture.Open();
        caller.Inbox.KeyRef = new() { Json = json };

        Assert.Equal(accepted, await SendAsync(caller, ("response", "json")));
        Assert.Equal(refused, await SendAsync(caller, ("response", "json"), ("mobile", "12")));
    }

    [Fact]
    public async Task Frame_TypeNewlineAndNumberDespiteJson_AreSwitchable()
    {
        using var caller = fixture.Open();
        using var usual = await caller.SendAsync(Gateway.KeyRef, Mobile);
        Assert.Equal("text/html", usual.Content.Headers.ContentType?.ToString());

        caller.Inbox.KeyRef = new() { TrailingNewline = true, ContentType = "application/json; charset=utf8", Number = KeyRefNumber.BodyDespiteJson };
        using var other = await caller.SendAsync(Gateway.KeyRef, Mobile);
        Assert.Equal("200\n", System.Text.Encoding.ASCII.GetString(await other.Content.ReadAsByteArrayAsync(Caller.Token)));
        Assert.Equal("application/json; charset=utf8", other.Content.Headers.NonValidated["Content-Type"].ToString());

        caller.Inbox.KeyRef = new() { PostAllowed = false };
        using var refused = await caller.SendAsync(Gateway.KeyRef, Mobile);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Fact]
    public async Task Report_CasesAToE_FollowTheState()
    {
        using var caller = fixture.Open();
        await SendAsync(caller, ("ref", "r1"));
        var message = caller.Inbox.Messages[0];
        Task MoveAsync(DeliveryState state, string? raw = null) => caller.Inbox.ReportAsync(message, state, new() { RawStatus = raw }, Caller.Token);

        Assert.Equal("""{"status":true,"queue_status":"pending","queue_error":0}""", await ReportAsync(caller, "r1"));
        await MoveAsync(DeliveryState.Sent);
        Assert.Equal("""{"status":true,"queue_status":"processed","queue_error":0,"dlr_status":"sending","dlr_error":"","sms_cost":"0.05"}""", await ReportAsync(caller, "r1"));
        await MoveAsync(DeliveryState.Delivered);
        Assert.Contains("\"dlr_status\":\"delivered\"", await ReportAsync(caller, "r1"), StringComparison.Ordinal);
        await MoveAsync(DeliveryState.Cancelled);
        Assert.Equal("""{"status":true,"queue_status":"processed","queue_error":0,"dlr_exist":false,"dlr_status":"notfound"}""", await ReportAsync(caller, "r1"));
        await MoveAsync(DeliveryState.Undelivered, "undelivered:5");
        Assert.Contains("\"dlr_status\":\"undelivered\",\"dlr_error\":\"5\"", await ReportAsync(caller, "r1"), StringComparison.Ordinal);
        await MoveAsync(DeliveryState.Rejected, "queue:12");
        Assert.Equal("""{"status":true,"queue_status":"processed","queue_error":12}""", await ReportAsync(caller, "r1"));
        Assert.Equal("""{"status":false,"queue_status":"notfound"}""", await ReportAsync(caller, "R1"));
        Assert.Equal("""{"status":false,"queue_status":"notfound"}""", await ReportAsync(caller, "r1", "447700900999"));
    }

    [Fact]
    public async Task Report_Refused_ByJsonOrNumber()
    {
        using var caller = fixture.Open();
        var request = () => caller.Get("api/sms/dlr.php?key=wrong&full_number=1&ref=1");

        Assert.Equal("""{"status":false,"error":"Inavlid API Key"}""", await caller.TextAsync(request()));
        await using var numbers = await Emulators.StartAsync(options => options.KeyRef = new() { ReportRefusalAsJson = false });
        using var other = new Caller(numbers);
        Assert.Equal("407", await other.TextAsync(other.Get("api/sms/dlr.php?key=wrong&full_number=1&ref=1")));
    }

    [Fact]
    public async Task Report_Visibility_ComesLate()
    {
        using var caller = fixture.Open();
        caller.Inbox.KeyRef = new() { VisibilityDelay = TimeSpan.FromSeconds(20) };
        await SendAsync(caller, ("ref", "late"));
        Assert.Contains("notfound", await ReportAsync(caller, "late"), StringComparison.Ordinal);
        fixture.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Contains("pending", await ReportAsync(caller, "late"), StringComparison.Ordinal);

        caller.Inbox.KeyRef = new() { HiddenLookups = 2 };
        await SendAsync(caller, ("ref", "hidden"));
        Assert.Contains("notfound", await ReportAsync(caller, "hidden"), StringComparison.Ordinal);
        Assert.Contains("notfound", await ReportAsync(caller, "hidden"), StringComparison.Ordinal);
        Assert.Contains("pending", await ReportAsync(caller, "hidden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_FoldedCutAndRepeated_AsSwitched()
    {
        using var caller = fixture.Open();
        caller.Inbox.KeyRef = new() { FoldReferenceCase = true, ReferenceLength = 5 };
        await SendAsync(caller, ("ref", "abcdefgh"));
        Assert.Contains("pending", await ReportAsync(caller, "ABCDEzzz"), StringComparison.Ordinal);

        caller.Inbox.KeyRef = new() { DuplicateReference = KeyRefDuplicate.Refused };
        await SendAsync(caller, ("ref", "twice"));
        Assert.Equal("400", await SendAsync(caller, ("ref", "twice")));
        caller.Inbox.KeyRef = new() { DuplicateReference = KeyRefDuplicate.Absorbed };
        Assert.Equal("200", await SendAsync(caller, ("ref", "twice")));
        Assert.Equal(2, caller.Inbox.Messages.Count);
        caller.Inbox.KeyRef = new();
        await SendAsync(caller, ("ref", "twice"));
        await caller.Inbox.ReportAsync(caller.Inbox.Messages[^1], DeliveryState.Delivered, cancellationToken: Caller.Token);
        Assert.Contains("delivered", await ReportAsync(caller, "twice"), StringComparison.Ordinal);
        caller.Inbox.KeyRef = new() { DuplicateReference = KeyRefDuplicate.FirstWins };
        Assert.Contains("pending", await ReportAsync(caller, "twice"), StringComparison.Ordinal);
        Assert.Equal(2, caller.Inbox.Ledger.Count("twice"));
    }

    private static Task<string> SendAsync(Caller caller, params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["key"] = caller.Inbox.Credentials.KeyRefKey,
            ["mobile"] = Mobile,
            ["sender"] = "InfoSMS",
            ["msgtext"] = "Hello",
            ["ref"] = "h7k2m9x4qd",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return caller.TextAsync(caller.Form("api/sms/send_sms.php", [.. fields.Select(field => (field.Key, field.Value))]));
    }

    private static Task<string> ReportAsync(Caller caller, string reference, string number = Mobile) =>
        caller.TextAsync(caller.Get($"api/sms/dlr.php?key={caller.Inbox.Credentials.KeyRefKey}&full_number={number}&ref={reference}"));
}
