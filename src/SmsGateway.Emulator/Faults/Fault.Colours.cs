namespace SmsGateway.Emulator;

public readonly partial record struct Fault
{
    /// <summary>The genuine reply behind a UTF-8 byte order mark.</summary>
    public static Fault ByteOrderMark() => Colour(WireKind.ByteOrderMark);

    /// <summary>The genuine reply behind another text.</summary>
    /// <param name="text">Such as a warning of PHP, or blank lines.</param>
    public static Fault Prefix(string text) => new(new Wire(WireKind.Prefix) { Text = text }, Accept: true);

    /// <summary>The genuine bytes under another label.</summary>
    /// <param name="charset">A name such as <c>utf8</c> or <c>windows-1252</c>, put behind <c>charset=</c> as it is.</param>
    public static Fault WrongCharset(string charset) => new(new Wire(WireKind.WrongCharset) { Text = charset }, Accept: true);

    /// <summary>The genuine bytes under another content type.</summary>
    /// <param name="contentType">The whole header as it is; none when null.</param>
    public static Fault WrongType(string? contentType) => new(new Wire(WireKind.WrongType) { Text = contentType }, Accept: true);

    /// <summary>The genuine reply in Latin-1, under its old label.</summary>
    public static Fault Latin1() => Colour(WireKind.Latin1);

    /// <summary>
    /// The genuine reply, and then the orderly end of a connection that both sides meant to keep. A next request that leaves in that
    /// very moment can meet the closing connection, as in life.
    /// </summary>
    public static Fault ReplyThenClose() => Colour(WireKind.ReplyThenClose);

    /// <summary>The genuine bytes, said to be gzip.</summary>
    public static Fault BadGzip() => Colour(WireKind.BadGzip);

    /// <summary>The genuine reply in gzip, asked for or not.</summary>
    public static Fault Gzip() => Colour(WireKind.Gzip);

    /// <summary>The genuine reply after 200 KB of headers.</summary>
    public static Fault HeaderFlood() => Colour(WireKind.HeaderFlood);

    /// <summary>The genuine reply after interim ones.</summary>
    /// <param name="times">How many <c>100 Continue</c>.</param>
    public static Fault ContinueFlood(int times = 50) => new(new Wire(WireKind.ContinueFlood) { Count = times }, Accept: true);

    /// <summary>The genuine reply and bytes behind its end.</summary>
    public static Fault StrayBytes() => Colour(WireKind.StrayBytes);

    /// <summary>The genuine reply under a status line of one's own, such as <c>HTTP/1.1 99 Odd</c>.</summary>
    /// <param name="line">Without the line break; written in Latin-1.</param>
    public static Fault StatusLine(string line) => new(new Wire(WireKind.StatusLine) { Text = line }, Accept: true);

    /// <summary>The genuine reply with members that nobody announced.</summary>
    public static Fault ExtraFields() => Colour(WireKind.ExtraFields);

    /// <summary>The genuine reply with null in every member that may be missing.</summary>
    public static Fault NullFields() => Colour(WireKind.NullFields);

    /// <summary>The genuine reply, all its ids the same as the first.</summary>
    public static Fault DuplicateIds() => Colour(WireKind.DuplicateIds);

    /// <summary>The genuine reply, its list shorter than the request; all messages are kept all the same.</summary>
    /// <param name="missing">How many are left out, from the end.</param>
    public static Fault FewerResults(int missing) => new(new Wire(WireKind.FewerResults) { Count = missing }, Accept: true);

    /// <summary>The genuine reply, its list the other way round.</summary>
    public static Fault Shuffled() => Colour(WireKind.Shuffled);

    /// <summary>The same wire, and the gateway keeps the message.</summary>
    public Fault AndAccept() => this with { Accept = true };

    /// <summary>The same wire, and the gateway does not keep the message.</summary>
    public Fault AndIgnore() => this with { Accept = false };

    /// <summary>The same, later.</summary>
    /// <param name="by">How much later, in real time.</param>
    public Fault WithLatency(TimeSpan by) => this with { Wire = Wire with { Delay = by } };

    /// <summary>The same, before the request's body is read (see <see cref="Wire.Early"/>).</summary>
    public Fault BeforeBody() => this with { Wire = Wire with { Early = true }, Accept = false };

    /// <summary>The name of the wire, and whether the message is kept.</summary>
    public override string ToString() => Wire + (Accept ? ", kept" : ", not kept");

    private static Fault Replace(WireKind kind) => new(new Wire(kind), Accept: false);

    private static Fault Colour(WireKind kind) => new(new Wire(kind), Accept: true);
}
