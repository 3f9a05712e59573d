using SmsGateway.Emulator;

namespace SmsGateway.Benchmarks.Soaking;

/// <summary>
/// The emulator's faults by what they leave open. A lost answer comes with the message kept and with it dropped; a clear answer only
/// as the gateway means it.
/// </summary>
internal static class SoakFaults
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private static readonly Fault[] Ambiguous =
    [
        Fault.Hang(), Fault.CloseFin(), Fault.Reset(), Fault.StatusLineOnly(),
        Fault.HalfBody(After.Fin), Fault.HalfBody(After.Reset), Fault.HalfBody(After.Hang), Fault.CutBody(),
        Fault.Garbage(), Fault.BadChunk(), Fault.HeaderFlood(), Fault.StatusLine("HTTP/1.1 99 Odd"), Fault.Gzip(),
        Fault.EmptyBody(), Fault.Status(204), Fault.Html(200), Fault.Body("null"), Fault.Body("{} {}"), Fault.Body(new string('[', 10_000)),
        Fault.Prefix("Warning: something in send.php on line 7\n"),
        Fault.Status(408), Fault.Html(500), Fault.Html(502), Fault.Status(503), Fault.Html(504),
        Fault.Redirect(302, "https://elsewhere.example/"), Fault.Redirect(303, "https://elsewhere.example/"),
    ];

    private static readonly Fault[] Harmless =
    [
        Fault.Latency(TimeSpan.FromMilliseconds(50)), Fault.Dribble(Instant / 10), Fault.ByteOrderMark(), Fault.Prefix("\r\n\r\n"), Fault.Latin1(),
        Fault.WrongCharset("utf8"), Fault.WrongCharset("windows-1252"), Fault.WrongType("text/html"), Fault.WrongType(null), Fault.BadGzip(),
        Fault.StrayBytes(), Fault.ContinueFlood(), Fault.ReplyThenClose(), Fault.ExtraFields(), Fault.NullFields(), Fault.HugeBody(1 << 20),
        Fault.Shuffled(), Fault.DuplicateIds(),
    ];

    private static readonly Fault[] Refusals =
    [
        Fault.RateLimitedRaw("0.02"), Fault.RateLimitedRaw("soon"), Fault.Status(400), Fault.Html(404), Fault.Html(405), Fault.Status(413),
        Fault.Redirect(301, "https://elsewhere.example/"), Fault.Redirect(307, "https://elsewhere.example/"), Fault.Redirect(308, "https://elsewhere.example/"),
    ];

    /// <summary>Faults a share of all requests to each gateway, look-ups too.</summary>
    public static IReadOnlyList<FaultRule> Arm(FaultScript script, double share, int seed) =>
    [
        .. Enum.GetValues<Gateway>().Select(gateway => script.OnAny(gateway).Randomly(
            share,
            seed + (int)gateway,
            [
                .. Ambiguous.Select(fault => fault.AndAccept()), .. Ambiguous.Select(fault => fault.AndIgnore()),
                .. Harmless, .. Shorter(gateway), .. Refusals, .. OwnRefusals(gateway).Select(Fault.GatewayError),
            ])),
    ];

    // SMSAPI leaves out the numbers that it refuses: there a message that is left out and kept all the same would be a lie, not a fault.
    private static Fault[] Shorter(Gateway gateway) => gateway == Gateway.SmsApi ? [] : [Fault.FewerResults(1), Fault.FewerResults(2)];

    private static string[] OwnRefusals(Gateway gateway) => gateway switch
    {
        Gateway.SmsApi => ["13", "202", "8"],
        Gateway.SpeedSms => ["105", "500"],
        Gateway.SpeedMarket => ["050", "100", "110"],
        Gateway.SmsClub => ["453", "src_addr"],
        _ => ["400", "406"],
    };
}
