using System.Text;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 54 to 70: bodies that are cut, slow, huge, mislabelled or not what they should be.</summary>
public sealed class BodyRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row054_HalfABodyThenFin_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.HalfBody(After.Fin).AndAccept()), SmsErrorKind.ConnectionLost);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row055_HalfABodyThenReset_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.HalfBody(After.Reset).AndAccept()), SmsErrorKind.ConnectionLost);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row056_HalfABodyThenHang_IsUnknownTimeout(string gateway) =>
        AssertUnknown(await MeetInVainAsync(gateway, Fault.HalfBody(After.Hang).AndAccept()), SmsErrorKind.Timeout);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row057_StatusLineOnly_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.StatusLineOnly().AndAccept()), SmsErrorKind.ConnectionLost);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row058_ChunkSizeNotHex_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.BadChunk().AndAccept()), SmsErrorKind.UnreadableResponse);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row059_NotHttp_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.Garbage().AndAccept()), SmsErrorKind.UnreadableResponse);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row060_ByteByByte_IsAcceptedInTime(string gateway) =>
        AssertOnce(await MeetAsync(gateway, Fault.Dribble(TimeSpan.FromMilliseconds(2))), SmsOutcome.Accepted, kind: null);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row060_ByteByByteTooLong_IsUnknownTimeout(string gateway) =>
        AssertUnknown(await MeetInVainAsync(gateway, Fault.Dribble(TimeSpan.FromSeconds(10))), SmsErrorKind.Timeout);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row061_BodyOverTheLimit_IsUnknown(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.HugeBody(2 << 20)), SmsErrorKind.UnreadableResponse);

        // The same without an announced length.
        var endless = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string(' ', 2 << 20));
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.Stream.WriteAsync(endless, connection.Stop);
        });
        await using var harness = Start(gateway, options => options.BaseAddress = server.Http);
        AssertUnknown((await SendAsync(harness, gateway), server.Connections, 0), SmsErrorKind.UnreadableResponse);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row062_UnknownCharset_IsAccepted(string gateway)
    {
        foreach (var charset in new[] { "utf8", "UTF8", "utf-99", "windows-1252", "iso-8859-2", "" })
        {
            AssertOnce(await MeetAsync(gateway, Fault.WrongCharset(charset)), SmsOutcome.Accepted, kind: null);
        }

        AssertOnce(await MeetAsync(gateway, Fault.WrongType("not a type;;=")), SmsOutcome.Accepted, kind: null);
        AssertOnce(await MeetAsync(gateway, Fault.WrongType(null)), SmsOutcome.Accepted, kind: null);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row063_Compression_IsOffSoTheLabelMeansNothing(string gateway)
    {
        AssertOnce(await MeetAsync(gateway, Fault.BadGzip()), SmsOutcome.Accepted, kind: null);
        AssertUnknown(await MeetAsync(gateway, Fault.Gzip()), SmsErrorKind.UnreadableResponse);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row064_MarksAndBlanksAround_AreAccepted(string gateway)
    {
        AssertOnce(await MeetAsync(gateway, Fault.ByteOrderMark()), SmsOutcome.Accepted, kind: null);
        AssertOnce(await MeetAsync(gateway, Fault.Prefix("\r\n\r\n \t")), SmsOutcome.Accepted, kind: null);
        var body = SentLike.AcceptedFor(gateway, GatewayUnderTest.Of(gateway).Number(1));
        AssertOnce(await HearAsync(gateway, "200 OK", $"\uFEFF\uFEFF\n{body}\r\n\r\n"), SmsOutcome.Accepted, kind: null);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row065_BrokenJson_IsUnknown(string gateway)
    {
        var body = SentLike.AcceptedFor(gateway, GatewayUnderTest.Of(gateway).Number(1));
        foreach (var broken in new[] { body[..(body.Length / 2)], body + body, "NaN", body.Replace("77", "NaN", StringComparison.Ordinal) + "NaN", $"\0{body}", body + "," })
        {
            AssertUnknown(await HearAsync(gateway, "200 OK", broken), SmsErrorKind.UnreadableResponse);
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row066_JsonNestedDeep_IsUnknown(string gateway)
    {
        AssertUnknown(await HearAsync(gateway, "200 OK", new string('[', 10_000)), SmsErrorKind.UnreadableResponse);
        AssertUnknown(await HearAsync(gateway, "200 OK", string.Concat(Enumerable.Repeat("{\"a\":", 10_000))), SmsErrorKind.UnreadableResponse);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row067_HtmlErrorPageWith200_IsUnknown(string gateway) =>
        AssertUnknown(await MeetAsync(gateway, Fault.Html(200).AndAccept()), SmsErrorKind.UnreadableResponse);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row068_PhpNoticeFirst_IsUnknown(string gateway)
    {
        AssertUnknown(await MeetAsync(gateway, Fault.Prefix("<br />\n<b>Warning</b>: mysql in <b>send.php</b><br />\n")), SmsErrorKind.UnreadableResponse);
        AssertUnknown(await MeetAsync(gateway, Fault.Prefix("Notice: Undefined index in send.php on line 7\n")), SmsErrorKind.UnreadableResponse);
    }

    [Theory]
    [InlineData("SmsApi", SmsOutcome.Accepted)]
    [InlineData("SpeedMarket", SmsOutcome.Accepted)]
    [InlineData("KeyRef", SmsOutcome.Accepted)]
    [InlineData("SpeedSms", SmsOutcome.Unknown)] // the framework answers errors before the service looks at anything
    [InlineData("SmsClub", SmsOutcome.Unknown)]
    public async Task Row069_SuccessBodyWith500_TheBodyWinsWhereTheProtocolIsBodyCoded(string gateway, SmsOutcome outcome)
    {
        var body = SentLike.AcceptedFor(gateway, GatewayUnderTest.Of(gateway).Number(1));

        AssertOnce(await HearAsync(gateway, "500 Internal Server Error", body), outcome, outcome == SmsOutcome.Accepted ? null : SmsErrorKind.GatewayError);
    }

    [Theory]
    [InlineData("SmsApi", """{"error":101,"message":"Authorization failed"}""", SmsErrorKind.AuthenticationFailed)]
    [InlineData("SpeedSms", """{"status":"error","code":"300","message":"Your account balance not enough to send sms"}""", SmsErrorKind.InsufficientBalance)]
    [InlineData("SpeedMarket", """{"success":true,"responseCode":"010","responseDescription":"Invalid credentials"}""", SmsErrorKind.AuthenticationFailed)]
    [InlineData("KeyRef", "407", SmsErrorKind.AuthenticationFailed)]
    public async Task Row069_ErrorBodyWith200_IsRejected(string gateway, string body, SmsErrorKind kind) =>
        AssertOnce(await HearAsync(gateway, "200 OK", body), SmsOutcome.Rejected, kind);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row070_MemberTwiceWithAnotherValue_IsUnknown(string gateway)
    {
        var body = gateway switch
        {
            "SmsApi" => """{"count":1,"error":13,"error":null,"list":[{"id":"77","number":"48500111222"}]}""",
            "SpeedSms" => """{"status":"error","status":"success","code":"00","data":{"tranId":77}}""",
            "SpeedMarket" => """{"success":true,"responseCode":"050","responseCode":"000","id":"77"}""",
            "SmsClub" => """{"success_request":{"info":{}},"success_request":{"info":{"77":"380670101001"}}}""",
            _ => """{"status":false,"status":true,"error":0}""",
        };

        AssertUnknown(await HearAsync(gateway, "200 OK", body), SmsErrorKind.UnreadableResponse);
    }
}
