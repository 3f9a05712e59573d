using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability;

/// <summary>
/// The backbone: for every wire fault the send is made twice, once with the gateway keeping the message and once with it dropping
/// it. The caller cannot see the difference, so nothing may differ - and where the answer is unknown there was one request.
/// </summary>
public sealed class TwinPropertyTests(EmulatorFixture fixture)
{
    private const int Attempts = 3;

    /// <summary>Wire, and what it must read as at every gateway; null where the gateway's own documents decide.</summary>
    public static readonly (string Name, Fault Fault, SmsOutcome? Outcome, SmsErrorKind? Kind)[] Wires =
    [
        ("close with FIN", Fault.CloseFin(), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost),
        ("reset", Fault.Reset(), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost),
        ("hang", Fault.Hang(), SmsOutcome.Unknown, SmsErrorKind.Timeout),
        ("status line only", Fault.StatusLineOnly(), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost),
        ("half body, FIN", Fault.HalfBody(After.Fin), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost),
        ("half body, reset", Fault.HalfBody(After.Reset), SmsOutcome.Unknown, SmsErrorKind.ConnectionLost),
        ("half body, hang", Fault.HalfBody(After.Hang), SmsOutcome.Unknown, SmsErrorKind.Timeout),
        ("garbage", Fault.Garbage(), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("bad chunk", Fault.BadChunk(), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("header flood", Fault.HeaderFlood(), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("empty 200", Fault.EmptyBody(), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("204", Fault.Status(204), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("cut body", Fault.CutBody(), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("huge body", Fault.HugeBody(2 << 20), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("login page", Fault.Html(200), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("PHP notice first", Fault.Prefix("Warning: mysql_connect() in send.php on line 7\n"), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("other JSON", Fault.Body("{\"ok\":true}", "application/json"), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("deep JSON", Fault.Body(new string('[', 10_000), "application/json"), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("compressed though not asked for", Fault.Gzip(), SmsOutcome.Unknown, SmsErrorKind.UnreadableResponse),
        ("status 600", Fault.StatusLine("HTTP/1.1 600 Odd"), null, null),
        ("408", Fault.Status(408), SmsOutcome.Unknown, SmsErrorKind.Timeout),
        ("500", Fault.Html(500), SmsOutcome.Unknown, SmsErrorKind.GatewayError),
        ("502", Fault.Html(502), SmsOutcome.Unknown, SmsErrorKind.GatewayUnavailable),
        ("503", Fault.Status(503), SmsOutcome.Unknown, SmsErrorKind.GatewayUnavailable),
        ("504", Fault.Html(504), SmsOutcome.Unknown, SmsErrorKind.GatewayUnavailable),
        ("302", Fault.Redirect(302, "https://elsewhere.example/login?token=1"), SmsOutcome.Unknown, SmsErrorKind.InvalidRequest),
        ("303", Fault.Redirect(303, "/login"), SmsOutcome.Unknown, SmsErrorKind.InvalidRequest),
        ("301", Fault.Redirect(301, "https://elsewhere.example/"), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest),
        ("307", Fault.Redirect(307, "https://elsewhere.example/"), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest),
        ("308", Fault.Redirect(308, "http://elsewhere.example/"), SmsOutcome.NotSent, SmsErrorKind.InvalidRequest),
        ("429", Fault.RateLimitedRaw("0.001"), SmsOutcome.NotSent, SmsErrorKind.RateLimited),
        ("400", Fault.Status(400), null, null),
        ("401", Fault.Status(401), null, null),
        ("402", Fault.Status(402), null, null),
        ("403", Fault.Html(403), null, null),
        ("404", Fault.Html(404), null, null),
        ("405", Fault.Html(405), null, null),
        ("413", Fault.Status(413), null, null),
        ("415", Fault.Status(415), null, null),
        ("431", Fault.Status(431), null, null),
        ("own refusal", Fault.Unauthorized(), SmsOutcome.Rejected, SmsErrorKind.AuthenticationFailed),
        ("no ids, nulls everywhere", Fault.NullFields(), null, null),
        ("nobody listed", Fault.FewerResults(1), null, null),
        ("late", Fault.Latency(TimeSpan.FromMilliseconds(20)), SmsOutcome.Accepted, null),
        ("byte by byte", Fault.Dribble(TimeSpan.FromMilliseconds(1)), SmsOutcome.Accepted, null),
        ("byte order mark", Fault.ByteOrderMark(), SmsOutcome.Accepted, null),
        ("blank lines first", Fault.Prefix("\r\n\r\n  "), SmsOutcome.Accepted, null),
        ("charset=utf8", Fault.WrongCharset("utf8"), SmsOutcome.Accepted, null),
        ("charset=windows-1252", Fault.WrongCharset("windows-1252"), SmsOutcome.Accepted, null),
        ("said to be gzip", Fault.BadGzip(), SmsOutcome.Accepted, null),
        ("members nobody knows", Fault.ExtraFields(), SmsOutcome.Accepted, null),
        ("50 interim replies", Fault.ContinueFlood(), SmsOutcome.Accepted, null),
        ("stray bytes behind", Fault.StrayBytes(), SmsOutcome.Accepted, null),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (var gateway in GatewayUnderTest.All)
            {
                foreach (var wire in Wires)
                {
                    data.Add(gateway.Name, wire.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Send_AnyWireFault_IsTheSameWhetherOrNotTheGatewayKeptIt(string gateway, string wire)
    {
        var (_, fault, outcome, kind) = Wires.Single(candidate => candidate.Name == wire);
        var twins = await Task.WhenAll(RunAsync(gateway, fault.AndAccept()), RunAsync(gateway, fault.AndIgnore()));

        Assert.Equal(twins[0], twins[1]);
        Assert.Equal(outcome ?? twins[0].Outcome, twins[0].Outcome);
        Assert.Equal(kind ?? twins[0].Kind, twins[0].Kind);
        Assert.Equal(twins[0] is { Outcome: SmsOutcome.NotSent, Kind: SmsErrorKind.RateLimited } ? Attempts : 1, twins[0].Requests);
    }

    private async Task<(SmsOutcome Outcome, SmsErrorKind? Kind, int Requests)> RunAsync(string gateway, Fault fault)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway, options =>
        {
            options.Resilience.MaxAttempts = Attempts;
            options.Resilience.SendAttemptTimeout = TimeSpan.FromSeconds(fault.Wire.Kind == WireKind.Hang || fault.Wire.Then == After.Hang ? 1 : 20);
            options.Resilience.ConnectTimeout = TimeSpan.FromSeconds(0.4);
            if (options is SmsApiOptions smsApi)
            {
                smsApi.DuplicateProtection = false; // it looks at the gateway's memory on purpose; tested by itself
            }
        });
        harness.Inbox.Faults.On().Always(fault);

        var result = (await harness.SendAsync(new SmsMessage(target.Number(1), "hello")))[0];

        Assert.Equal(result.IsAccepted, result.Error is null);

        // On a slow machine the gateway hears of a request after its caller gave up.
        await harness.Inbox.Exchanges.WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (result.Outcome, result.Error?.Kind, harness.Inbox.Exchanges.Count);
    }
}
