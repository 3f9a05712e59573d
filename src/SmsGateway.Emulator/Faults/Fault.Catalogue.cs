namespace SmsGateway.Emulator;

public readonly partial record struct Fault
{
    /// <summary>
    /// One fault of every kind that garbles or withholds a reply without the gateway's saying no, each by a name for test output:
    /// for theories that hold a client against all of them, kept and not kept.
    /// </summary>
    /// <param name="patience">How slow the slow ones are, as a whole; below the client's timeout they end well.</param>
    public static IReadOnlyDictionary<string, Fault> Catalogue(TimeSpan patience) => new Dictionary<string, Fault>(StringComparer.Ordinal)
    {
        ["hang"] = Hang(),
        ["fin"] = CloseFin(),
        ["reset"] = Reset(),
        ["status line only"] = StatusLineOnly(),
        ["half body, fin"] = HalfBody(After.Fin),
        ["half body, reset"] = HalfBody(After.Reset),
        ["half body, hang"] = HalfBody(After.Hang),
        ["garbage"] = Garbage(),
        ["bad chunk"] = BadChunk(),
        ["latency"] = Latency(patience),
        ["dribble"] = Dribble(patience / 500),
        ["status 408"] = Status(408),
        ["status 500"] = Status(500),
        ["status 502 html"] = Html(502),
        ["status 503"] = Status(503),
        ["status 504"] = Status(504),
        ["status 204"] = Status(204),
        ["redirect 302"] = Redirect(302, "https://elsewhere.example/"),
        ["redirect 303"] = Redirect(303, "https://elsewhere.example/"),
        ["empty body"] = EmptyBody(),
        ["cut body"] = CutBody(),
        ["html with 200"] = Html(200),
        ["deep json"] = Body(new string('[', 10_000)),
        ["json null"] = Body("null"),
        ["two values"] = Body("{} {}"),
        ["huge body"] = HugeBody(8 << 20),
        ["header flood"] = HeaderFlood(),
        ["odd status"] = StatusLine("HTTP/1.1 99 Odd"),
        ["bad gzip"] = BadGzip(),
        ["prefix"] = Prefix("<br />\n<b>Warning</b>: something in <b>send.php</b><br />\n"),
        ["byte order mark"] = ByteOrderMark(),
        ["blank lines"] = Prefix("\r\n\r\n"),
        ["unknown charset"] = WrongCharset("utf8"),
        ["other charset"] = WrongCharset("windows-1252"),
        ["no content type"] = WrongType(null),
        ["stray bytes"] = StrayBytes(),
        ["continue flood"] = ContinueFlood(),
        ["extra fields"] = ExtraFields(),
        ["null fields"] = NullFields(),
    };
}
